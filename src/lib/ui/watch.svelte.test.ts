import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { watch } from './watch.svelte.ts';

test('an object that is replaced around an equal value is no change, and one before the first effect is', () => {
  const doc = $state({ step: { part: 'asking' } });
  const changes: string[] = [];
  const end = $effect.root(() => {
    watch(
      () => doc.step.part,
      (now, before) => changes.push(`${before} → ${now}`)
    );
    doc.step = { part: 'talking' };
  });
  flushSync();
  doc.step = { part: 'talking' };
  flushSync();
  doc.step.part = 'over';
  flushSync();
  end();
  expect(changes).toEqual(['asking → talking', 'talking → over']);
});
