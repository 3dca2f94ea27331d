import { error, redirect } from '@sveltejs/kit';
import type { Edition } from '#harvest/document.ts';
import type { Pass } from '#server/page-api.ts';
import { takeHome as words, when } from '#words/index.ts';

/**
 * The draft, for the phone of somebody who was there; any other request is turned away. `ending`: of the file that is
 * asked for, because the edition that takes its place has the same ones.
 */
export async function requireDraft(
  id: string,
  locals: App.Locals,
  ending = ''
): Promise<{ draft: Edition; pass: Pass }> {
  const pass = await locals.pass(id, 'phone');
  if (!pass?.person) error(403, words.strangers);
  const found = await locals.plenary.gatherings.takeHome(pass);
  if (!found) error(404, words.afterClosing);
  if ('published' in found) redirect(303, `/commons/${found.published}${ending}`);
  if ('draft' in found) return { draft: found.draft, pass };
  error(403, words.notYet(when.clock(found.from, found.timeZone)));
}
