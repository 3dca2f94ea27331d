import { json } from '@sveltejs/kit';
import { isRefusal, refuse } from '#contract/method.ts';
import { statusForScripts } from '../../../http-status.ts';
import { readJson } from '../read-json.ts';
import type { RequestHandler } from './$types';

/**
 * Takes an anonymous point. A request with a cookie is refused: its client has told every observer and every log of the
 * network whose point this is, and without the refusal it would go on doing so unnoticed. The answer may take a while,
 * because a point is kept only once it can hide among others.
 */
export const POST: RequestHandler = async (event) => {
  if (event.request.headers.has('cookie')) return json(refuse('cookie-with-point'), { status: 400 });
  const dropped = await event.locals.plenary.ballots.drop(event.params.id, await readJson(event));
  const status = isRefusal(dropped) ? statusForScripts(dropped.refused) : 'waiting' in dropped ? 202 : 200;
  return json(dropped, { status, headers: { 'cache-control': 'no-store' } });
};
