import { clean, cleanLine } from '#contract/clean-text.ts';
import { heldTimes } from '#harvest/held-times.ts';
import type { Edition } from '#harvest/document.ts';
import { heldInForm } from './held-in-form.ts';

/**
 * The draft with the words that stand in the form, so that what is looked at or taken away is what would be published.
 */
export function reworded(draft: Edition, form: FormData): Edition {
  const title = cleanLine(written(form, 'title') ?? '');
  const summary = summaryIn(form);
  const held = heldInForm(form);
  return {
    ...draft,
    title: title || draft.title,
    summary: summary === undefined ? draft.summary : summary,
    gathering: held && held.from <= held.to ? { ...draft.gathering, held: heldTimes(held) } : draft.gathering
  };
}

/** Undefined where the form has none. */
export function summaryIn(form: FormData): string | null | undefined {
  const summary = written(form, 'summary');
  return summary === null ? undefined : clean(summary) || null;
}

function written(form: FormData, name: string): string | null {
  const field = form.get(name);
  return typeof field === 'string' ? field : null;
}
