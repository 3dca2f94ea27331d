import { error } from '@sveltejs/kit';
import { longDate } from '#lib/reading/long-date.ts';
import { commons } from '#words/index.ts';

/** Answers for an address without an edition: that there is none, or that it was taken out, and when. */
export function missingEdition({ plenary }: Pick<App.Locals, 'plenary'>, slug: string): never {
  const at = plenary.takenOut(slug);
  if (at === null) error(404, commons.missing);
  error(410, commons.takenOut(longDate(at)));
}
