import { Decoder } from '@colyseus/schema';
import { Line } from './state.mjs';

/** What a client of theirs does with a patch: decodes it, and learns what changed. */
export function openReading() {
  const decoder = new Decoder(new Line());
  let changed = [];
  // The decoder collects changes only when it has a listener for them.
  decoder.triggerChanges = (changes) => (changed = changes);
  return (bytes) => {
    changed = [];
    decoder.decode(bytes);
    return changed;
  };
}
