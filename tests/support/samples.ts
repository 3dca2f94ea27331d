import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { methods } from '#methods/index.ts';

const METHODS = join(import.meta.dirname, '../../src/methods');

/**
 * Settings of a block to try each method with, as `sample.ts` in its folder says. `tests/roles.test.ts` names the one
 * that is missing.
 */
export const samples: Record<string, object> = {};
for (const method of Object.keys(methods)) {
  const file = join(METHODS, method, 'sample.ts');
  if (!existsSync(file)) continue;
  const { sample } = (await import(file)) as { sample: object };
  samples[method] = sample;
}

/** What `addBlock` takes: the sample, and what a test wants otherwise. */
export const blockOf = (method: string, settings: object = {}) => ({
  method,
  title: `A ${method}`,
  settings: { ...samples[method], ...settings }
});
