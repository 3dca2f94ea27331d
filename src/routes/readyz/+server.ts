import type { RequestHandler } from './$types';

/** Ready: the stores answer. */
export const GET: RequestHandler = async ({ locals }) => {
  const ready = await locals.plenary.ready();
  return new Response(ready ? 'ok\n' : 'the stores do not answer\n', {
    status: ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' }
  });
};
