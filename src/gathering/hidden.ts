import { personal, type Other } from '#contract/method.ts';
import type { GatheringState } from './state.ts';

/** What is prepared, and who is here, is for those who lead; of themselves people know their name. */
export function hidden(draft: GatheringState, channel: string, other: Other): void {
  if (channel === 'console') return;
  draft.agenda = other(draft.agenda);
  draft.imprint = other(draft.imprint);
  draft.corrections = other(draft.corrections);
  draft.parts = other(draft.parts);
  draft.erased = other(draft.erased);
  draft.formerNames = other(draft.formerNames);
  for (const [person, known] of Object.entries(draft.people))
    if (channel !== personal(person)) draft.people[person] = other(known);
}
