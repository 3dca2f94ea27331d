import { getContext, setContext, untrack } from 'svelte';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';

const KEY = 'drafts';

/**
 * Fields inside this component keep their drafts on this device. `owner` names the gathering and the person who types.
 * Without an owner, as on sign-in pages, no draft is kept.
 */
export const setDraftOwner = (owner: () => string): void => void setContext(KEY, owner);

/** Drafts inside this component belong to one activity. */
export function setDraftActivity(activity: string): void {
  const owner = getContext<(() => string) | undefined>(KEY);
  if (owner) setDraftOwner(() => `${owner()} ${activity}`);
}

/**
 * Keeps the draft of one field until the field was sent or cleared: then `typed` returns its first value again.
 * Restores a kept draft through `bringBack`, unless the person has typed already. To be called while a component
 * begins.
 * @param field names the field among those of its activity.
 * @param first the value of an untouched field, where the field begins with another: one that came back with a form.
 * @returns drops the draft; to be called when the field is gone or was sent.
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
  // A draft of a correction belongs to the words it corrects: others may have changed them since.
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
