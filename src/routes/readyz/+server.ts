import type { RequestHandler } from './$types';

const SAID = { ready: 'ok', 'storage-full': 'the disk is full', 'storage-away': 'the stores do not answer' };

/** Ready: things can be read and kept. */
export const GET: RequestHandler = async ({ locals }) => {
  const ready = await locals.plenary.ready();
  return new Response(`${SAID[ready]}\n`, {
    status: ready === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store' }
  });
};
