import type { Fact, Refusal } from '#contract/method.ts';
import type { StoredEvent } from './ledger.ts';
import type { WrittenText } from './ports.ts';

/**
 * What one command comes to: the events it makes and the words it brought. No events: it was so already. `no`: what the
 * sender is told although the events are kept.
 */
export type Decided = { events: StoredEvent[]; texts: WrittenText[]; no?: Refusal };

/** A plain copy: a decision may hand on parts of the draft it read, and what is logged must be what is folded. */
export const stored = (activity: string, { type, data }: Fact<Record<string, unknown>>, at: number): StoredEvent => ({
  activity,
  type,
  v: 1,
  at,
  data: JSON.parse(JSON.stringify(data)) as unknown
});
