import { error, redirect } from '@sveltejs/kit';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { joinQr, qrOf } from '#lib/ui/qr.server.ts';
import { refusals } from '#words/index.ts';

type Asking = {
  params: { id: string };
  url: URL;
  locals: App.Locals;
  depends(key: `${string}:${string}`): void;
};

/** What a board and its text twin begin with. A browser without a pass is sent to the sign-in, and back afterwards. */
export async function boardData({ params, url, locals, depends }: Asking) {
  depends('board:address');
  if (!(await locals.pass(params.id, 'board')))
    redirect(303, `/account/sign-in?to=${encodeURIComponent(url.pathname)}`);
  const doc = await locals.plenary.gatherings.view(params.id, 'board');
  if (!doc) error(404, refusals['no-such-gathering']);
  const { code, edition } = doc.gathering as GatheringOnBoard;
  const address = addressFor(url, locals.plenary.addresses());
  return {
    gathering: params.id,
    channels: { board: { version: 0, doc } },
    host: address.replace(/^https?:\/\//, ''),
    draft: { path: `/g/${params.id}/draft`, qr: qrOf(`${address}/g/${params.id}/draft`) },
    qr: code ? joinQr(address, code, locals.plenary.gatherings.keyOf(params.id)) : null,
    editionQr: edition ? qrOf(`${address}/commons/${edition}`) : null
  };
}

/** A board opened as localhost would tell 150 phones to look for Plenary on themselves. */
export function addressFor(url: URL, addresses: string[]): string {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isHere ? (addresses[0] ?? url.origin) : url.origin;
}
