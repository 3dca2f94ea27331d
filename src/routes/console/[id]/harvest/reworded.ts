import { clean, cleanLine } from '#contract/clean-text.ts';
import { heldTimes } from '#harvest/held-times.ts';
import type { Edition } from '#harvest/document.ts';
import { heldInForm } from './held-in-form.ts';

/**
 * The draft with the words that stand in the form, so that what is looked at or taken away is what would be published.
 */
export function reworded(draft: Edition, form: FormData): Edition {
  const title = cleanLine(written(form, 'title') ?? '');
  const summary = written(form, 'summary');
  const held = heldInForm(form);
  return {
    ...draft,
    title: title || draft.title,
    summary: summary === null ? draft.summary : clean(summary) || null,
    gathering: held && held.from <= held.to ? { ...draft.gathering, held: heldTimes(held) } : draft.gathering
  };
}

function written(form: FormData, name: string): string | null {
  const field = form.get(name);
  return typeof field === 'string' ? field : null;
}
