import type { StoredAbout } from '#server/edition-api.ts';
import { contentDisposition } from './commons/content-disposition.ts';
import { download } from './commons/edition-file.ts';

/** What is stored about one person, as JSON that no cache keeps. */
export function storedFile(stored: StoredAbout): Response {
  const text = `${JSON.stringify(stored, null, 2)}\n`;
  const response = download(text, 'application/json; charset=utf-8', contentDisposition('about-me', 'json'));
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
