import * as v from 'valibot';
import { expect, it } from 'vitest';
import { templates } from '#words/templates.ts';
import { rules } from './support/test-host.ts';

it.each(Object.entries(templates))('the template “%s” holds what its methods take', (_name, { blocks }) => {
  for (const { method, settings } of blocks) {
    const known = rules.methods[method];
    if (!known) throw new Error(`There is no method ${method}`);
    expect(v.safeParse(known.settings, settings).issues).toBeUndefined();
  }
});
