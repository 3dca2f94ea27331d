import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A proxy on this machine makes everybody look local, so what came through one counts as from elsewhere. */
export const GET: RequestHandler = async ({ locals, request }) => {
  const token = request.headers.get('authorization')?.match(/^Bearer (\S+)$/)?.[1] ?? null;
  const direct = !request.headers.has('x-forwarded-for') && !request.headers.has('forwarded');
  const text = await locals.plenary.metrics({ token, direct });
  if (text === null) error(404);
  return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
};
