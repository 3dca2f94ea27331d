import type { RequestHandler } from './$types';

/**
 * Alive: the process answers. It says nothing of the stores, or a supervisor would restart us for a fault elsewhere.
 */
export const GET: RequestHandler = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
