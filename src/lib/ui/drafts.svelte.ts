import { getContext, setContext, untrack } from 'svelte';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';

const KEY = 'drafts';

/**
 * Fields inside this component keep what is typed on this device, each by itself. `owner` names the gathering and who
 * types there. Where nobody called this, as on a page where people sign in, nothing is kept.
 */
export const setDraftOwner = (owner: () => string): void => void setContext(KEY, owner);

/** What is typed inside this component belongs to one activity. */
export function setDraftActivity(activity: string): void {
  const owner = getContext<(() => string) | undefined>(KEY);
  if (owner) setDraftOwner(() => `${owner()} ${activity}`);
}

/**
 * Keeps what is typed into one field until it was sent or cleared: what `typed` gives back is then again what it was at
 * first. Brings back what was kept, unless somebody typed already. Called while a component begins.
 * @param field names the field among those of its activity.
 * @param first what the field holds where nobody typed, if it begins with something else: with what came back with a
 * form.
 * @returns what to call where the field is gone or rests with what was sent.
 */
export function keepDraft(
  field: string,
  typed: () => string,
  bringBack: (words: string) => void,
  first = untrack(typed)
): () => void {
  const owner = getContext<(() => string) | undefined>(KEY);
  if (!owner) return () => {};
  let rests = first;
  // Where words are changed, a draft belongs to the words it began with: others may have changed them since.
  const place = () => `${owner()} ${field} ${rests}`;
  let begun = false;

  $effect(() => {
    const now = typed();
    if (!begun) {
      begun = true;
      const kept = now === rests ? readDraft(place()) : null;
      if (kept !== null) return bringBack(kept);
    }
    if (now === rests) dropDraft(place());
    else writeDraft(place(), now);
  });

  return () => {
    dropDraft(place());
    rests = untrack(typed);
  };
}
