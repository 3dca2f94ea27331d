import { clean, cleanLine } from '#methods/letters.ts';
import type { Edition } from '#harvest/document.ts';

/** The draft with the words that stand in the form, so that what is looked at or taken away is what would be published. */
export function reworded(draft: Edition, form: FormData): Edition {
  const title = cleanLine(written(form, 'title') ?? '');
  const summary = written(form, 'summary');
  return { ...draft, title: title || draft.title, summary: summary === null ? draft.summary : clean(summary) || null };
}

function written(form: FormData, name: string): string | null {
  const field = form.get(name);
  return typeof field === 'string' ? field : null;
}
