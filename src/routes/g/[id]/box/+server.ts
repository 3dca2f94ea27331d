import { json } from '@sveltejs/kit';
import { isRefusal, refuse } from '#contract/method.ts';
import { statusForScripts } from '../../../http-status.ts';
import { readJson } from '../read-json.ts';
import type { RequestHandler } from './$types';

/**
 * A point from nobody. A request that carries a cookie is refused: a client that sends one has told whoever watches the
 * network, or keeps a log of it, whose point this is, and would go on doing so unnoticed. The answer may take a while,
 * since nothing is kept before it can hide among others.
 */
export const POST: RequestHandler = async (event) => {
  if (event.request.headers.has('cookie')) return json(refuse('cookie-with-point'), { status: 400 });
  const dropped = await event.locals.plenary.ballots.drop(event.params.id, await readJson(event));
  const status = isRefusal(dropped) ? statusForScripts(dropped.refused) : 'waiting' in dropped ? 202 : 200;
  return json(dropped, { status, headers: { 'cache-control': 'no-store' } });
};
