import type { GatheringState } from './state.ts';

/** Words that leave what is public make a new edition at once: nobody has to press a button first. */
export function publishAnew(draft: GatheringState, at: number): void {
  if (draft.editions === 0 || !draft.imprint) return;
  draft.editions += 1;
  draft.imprint.at = at;
}
