import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Headers that proxies add. A proxy that adds none still passes on, or replaces, the host name that was typed. */
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const token = request.headers.get('authorization')?.match(/^Bearer (\S+)$/)?.[1] ?? null;
  const direct = LOCAL_NAMES.includes(url.hostname) && !PASSED_ON.some((name) => request.headers.has(name));
  const text = await locals.plenary.metrics({ token, direct });
  if (text === null) error(404);
  return new Response(text, { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
};
