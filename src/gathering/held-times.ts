import type { GatheringState, Held } from './state.ts';

/** What was put on longer than this before the planned start was tried out, and is not yet the gathering. */
const EARLY_MS = 12 * 3_600_000;
/** A gathering reopened within this time went on. After it, a facilitator reopened it only to correct something. */
const WENT_ON_MS = 3_600_000;

/** A gathering begins when a block is on and a person is present. Called with each fact that may complete the two. */
export function markBegun(draft: GatheringState, at: number): void {
  const tried = draft.begunAt !== null && draft.begunAt < draft.starts.at - EARLY_MS;
  if ((draft.begunAt !== null && !tried) || draft.now === null) return;
  const counts = ({ present, rehearsed }: GatheringState['people'][string]) =>
    present && (draft.rehearsal || !rehearsed);
  if (Object.values(draft.people).some(counts)) draft.begunAt = at;
}

/** It ends when it is closed; closed once more, when it was closed first, unless it went on in between. */
export function markEnded(draft: GatheringState, at: number): void {
  draft.endedAt ??= at;
}

export function markReopened(draft: GatheringState, at: number): void {
  if (draft.endedAt !== null && at - draft.endedAt < WENT_ON_MS) draft.endedAt = null;
}

/**
 * The times in the ledger, unless the facilitator who publishes gave others. Where no block was ever on, the planned
 * start is all that is known.
 */
export function heldTimesOf({ imprint, starts, begunAt, endedAt }: GatheringState): Held {
  if (imprint?.held) return imprint.held;
  const from = begunAt ?? (endedAt === null ? starts.at : Math.min(starts.at, endedAt));
  return { from, to: Math.max(from, endedAt ?? from), timeZone: starts.timeZone };
}
