import { error, type RequestEvent } from '@sveltejs/kit';

const BYTES_AT_MOST = 8 * 1024;

/**
 * What a page of ours posts. A page elsewhere cannot say that it is JSON without asking first, and browsers always tell
 * where a post comes from: both are looked at, because the framework looks at forms only.
 */
export async function readJson({ request, url }: Pick<RequestEvent, 'request' | 'url'>): Promise<unknown> {
  if (request.headers.get('origin') !== url.origin) error(403);
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) error(415);
  if (Number(request.headers.get('content-length') ?? Infinity) > BYTES_AT_MOST) error(413);
  const text = await request.text();
  if (text.length > BYTES_AT_MOST) error(413);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
