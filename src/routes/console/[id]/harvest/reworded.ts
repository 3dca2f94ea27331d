import { clean, cleanLine } from '#methods/letters.ts';
import type { Edition } from '#harvest/document.ts';

/** The draft with the words that stand in the form, so that what is looked at or taken away is what would be published. */
export function reworded(draft: Edition, asked: URLSearchParams): Edition {
  const title = cleanLine(asked.get('title') ?? '');
  const summary = asked.get('summary');
  return { ...draft, title: title || draft.title, summary: summary === null ? draft.summary : clean(summary) || null };
}
