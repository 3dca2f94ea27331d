import { json } from '@sveltejs/kit';
import { isRefusal } from '#methods/method.ts';
import { readJson } from '../read-json.ts';
import type { RequestHandler } from './$types';

/**
 * A point from nobody. Cookies are not read: pages send none here, and whoever sends one is not asked for it. The answer may take
 * a while, since nothing is kept before it can hide among others.
 */
export const POST: RequestHandler = async (event) => {
  const dropped = await event.locals.plenary.ballots.drop(event.params.id, await readJson(event));
  const status = isRefusal(dropped) ? 400 : 'waiting' in dropped ? 202 : 200;
  return json(dropped, { status, headers: { 'cache-control': 'no-store' } });
};
