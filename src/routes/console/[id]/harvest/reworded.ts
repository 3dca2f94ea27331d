import type { Edition } from '#harvest/document.ts';

export const TITLE_AT_MOST = 120;
export const SUMMARY_AT_MOST = 1_200;

/** The draft with the words that stand in the form, so that what is looked at or taken away is what would be published. */
export function reworded(draft: Edition, asked: URLSearchParams): Edition {
  const title = cut(asked.get('title'), TITLE_AT_MOST);
  const summary = cut(asked.get('summary'), SUMMARY_AT_MOST);
  return { ...draft, title: title || draft.title, summary: summary === null ? draft.summary : summary || null };
}

const cut = (words: string | null, most: number): string | null =>
  words === null ? null : [...words.trim()].slice(0, most).join('');
