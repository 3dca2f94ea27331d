import { untrack } from 'svelte';

/**
 * Calls `then` whenever the value differs from the one before, and not for the first. To be called where effects may be
 * made.
 */
export function watch<Value>(value: () => Value, then: (now: Value, before: Value) => void): void {
  let before = untrack(value);
  $effect(() => {
    const [now, last] = [value(), before];
    before = now;
    if (now !== last) untrack(() => then(now, last));
  });
}
