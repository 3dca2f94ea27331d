import { csv } from '#harvest/csv.ts';
import type { Edition } from '#harvest/document.ts';
import { json } from '#harvest/json.ts';
import { markdown } from '#harvest/markdown.ts';
import type { FileFormat, Files } from '#server/page-api.ts';
import { commons, harvest } from '#words/index.ts';
import { contentDisposition } from './content-disposition.ts';

type TextFormat = 'md' | 'csv' | 'json';
export type Format = TextFormat | FileFormat;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<Format, string> = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`
};
const TEXTS: Record<TextFormat, (edition: Edition) => string> = {
  md: (edition) => markdown(edition, harvest),
  csv: (edition) => csv(edition, harvest),
  json
};
const AGAIN_SECONDS = 10;

/**
 * An edition as a file of its own. Drafts and published editions take the same way, so they cannot differ. `origin`:
 * of this house, so that a file that is opened elsewhere finds its photos.
 */
export async function editionFile(
  edition: Edition,
  format: Format,
  { files, origin }: { files: Files; origin: string }
): Promise<Response> {
  const named = contentDisposition(edition.title, format);
  if (isText(format)) return download(TEXTS[format](edition), TYPES[format], named);
  const file = await files.render(edition, format, `${origin}/commons/`);
  if (file) return download(file, TYPES[format], named);
  return new Response(commons.busy, { status: 503, headers: { 'retry-after': String(AGAIN_SECONDS) } });
}

const isText = (format: Format): format is TextFormat => Object.hasOwn(TEXTS, format);

/** A browser that is talked into opening a download as a page finds nothing in it that may run. */
export function download(body: string | Uint8Array<ArrayBuffer>, type: string, disposition: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff'
    }
  });
}
