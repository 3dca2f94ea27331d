import { error, json } from '@sveltejs/kit';
import { isRefusal } from '#contract/method.ts';
import { PHOTO_LONGEST } from '#contract/photo.ts';
import { statusForScripts } from '../../../http-status.ts';
import type { RequestHandler } from './$types';

const BYTES_AT_MOST = (PHOTO_LONGEST / 4) * 3;

/**
 * A command that brings a photo: the picture is the body, as it would be too large for the live line; the rest stands
 * in the address. Sent again with the same device it counts once.
 */
export const POST: RequestHandler = async ({ params: { id }, request, url, locals }) => {
  if (request.headers.get('origin') !== url.origin) error(403);
  if (request.headers.get('content-type') !== 'image/jpeg') error(415);
  if (Number(request.headers.get('content-length') ?? Infinity) > BYTES_AT_MOST) error(413);
  const pass = (await locals.pass(id, 'phone')) ?? (await locals.pass(id, 'console'));
  if (!pass) error(403);
  const bytes = Buffer.from(await request.arrayBuffer());
  const field = (name: string) => url.searchParams.get(name) ?? '';
  const answer = await locals.plenary.gatherings.say(pass, {
    device: field('device'),
    activity: field('activity'),
    command: field('command'),
    input: withPhoto(field('input'), bytes.toString('base64'))
  });
  const status = isRefusal(answer)
    ? statusForScripts(answer.refused)
    : 'later' in answer
      ? statusForScripts(answer.later)
      : 200;
  return json(answer, { status, headers: { 'cache-control': 'no-store' } });
};

function withPhoto(input: string, photo: string): unknown {
  try {
    return { ...(JSON.parse(input) as object), photo };
  } catch {
    return null;
  }
}
