import { error, redirect } from '@sveltejs/kit';
import type { GatheringOnBoard, GatheringOnConsole } from '#gathering/views.ts';
import { qrOf } from '#lib/ui/qr.server.ts';
import { surfaces } from '#methods/surfaces.ts';
import type { Seen } from '#contract/typed-text.ts';
import { print, refusals } from '#words/index.ts';
import { arrivalQuery } from '../../../../arrival.ts';
import { addressFor } from '../../../../board/board-data.server.ts';
import type { PageServerLoad } from './$types';

/** Paper for one block of the run of show: cards that name a place, sheets to write on. For all who lead or help. */
export const load: PageServerLoad = async ({ params: { id, activity }, locals, url }) => {
  if (!(await locals.pass(id, 'console'))) redirect(303, `/account/sign-in?to=${encodeURIComponent(url.pathname)}`);
  const { gatherings } = locals.plenary;
  const [doc, board] = await Promise.all([gatherings.view(id, 'console'), gatherings.view(id, 'board')]);
  if (!doc || !board) error(404, refusals['no-such-gathering']);
  const block = Object.hasOwn(doc.activities, activity) ? doc.activities[activity] : undefined;
  const paper = block && (await surfaces[block.method]?.Print?.());
  if (!block || !paper) error(404, print.nothing);

  const { title, people, agenda } = doc.gathering as Seen<GatheringOnConsole>;
  const { code } = board.gathering as GatheringOnBoard;
  const address = addressFor(url, locals.plenary.addresses());
  const scanned = (table: number) =>
    qrOf(`${address}/${code}+${gatherings.keyOf(id)}${arrivalQuery({ table: String(table) })}`);
  const asked = url.searchParams.get('sheet');
  return {
    gathering: id,
    method: block.method,
    view: block.view,
    people,
    title: agenda[activity]?.title ?? title ?? print.untitled,
    host: address.replace(/^https?:\/\//, ''),
    code,
    codes: code ? Object.fromEntries(paper.tables(block.view).map((table) => [table, scanned(table)])) : {},
    sheet: paper.sheets.find(([sheet]) => sheet === asked)?.[0] ?? paper.sheets[0]?.[0] ?? '',
    sheets: paper.sheets
  };
};
