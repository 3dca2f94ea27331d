import { csv } from '#harvest/csv.ts';
import type { Edition } from '#harvest/document.ts';
import type { Paper } from '#harvest/formats/page.ts';
import { json } from '#harvest/json.ts';
import { jsonLd } from '#harvest/json-ld.ts';
import { markdown } from '#harvest/markdown.ts';
import type { FileFormat, Files } from '#server/edition-api.ts';
import { commons, harvest } from '#words/index.ts';
import { contentDisposition } from './content-disposition.ts';

type TextFormat = 'md' | 'csv' | 'json' | 'jsonld';
type Printed = 'pdf' | 'letter.pdf';
export type Format = TextFormat | FileFormat | Printed | 'zip' | 'ics';
/** What a file of an edition is made with: `photo` reads a JPEG by its name, `url` is where the edition is read. */
type From = {
  url: string | null;
  files: Files;
  origin: string;
  photo: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<Format, string> = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pdf: 'application/pdf',
  'letter.pdf': 'application/pdf',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8'
};
const TEXTS: Record<TextFormat, (edition: Edition, photos: string, origin: string) => string> = {
  md: (edition, photos) => markdown(edition, harvest, photos),
  csv: (edition, photos) => csv(edition, harvest, photos),
  json,
  jsonld: (edition, _photos, origin) => jsonLd(edition, harvest, origin)
};
const PAPERS: Record<Printed, Paper> = { pdf: 'A4', 'letter.pdf': 'letter' };
const AGAIN_SECONDS = 10;

/** An edition as a file of its own. Drafts and published editions take the same way, so they cannot differ. */
export async function editionFile(edition: Edition, format: Format, from: From): Promise<Response> {
  if (isPrinted(format) && !from.files.prints) return new Response(commons.print, { status: 404 });
  const named = contentDisposition(edition.title, format);
  const file = await made(edition, format, from);
  if (file !== null) return download(file, TYPES[format], named);
  return busy();
}

/** Asking again helps. */
export const busy = (): Response =>
  new Response(commons.busy, { status: 503, headers: { 'retry-after': String(AGAIN_SECONDS) } });

/** Null where too many files are being made. A file that is opened elsewhere finds its photos at `origin`. */
async function made(edition: Edition, format: Format, { files, origin, photo, url }: From) {
  const photos = `${origin}/commons/`;
  if (isText(format)) return TEXTS[format](edition, photos, origin);
  // Small and seldom asked for: its library is loaded with the first.
  if (format === 'ics') return (await import('#harvest/formats/ics.ts')).ics(edition, url);
  if (isPrinted(format)) return files.print(edition, { paper: PAPERS[format], home: url && origin }, photo);
  return format === 'zip' ? files.archive(edition, photo) : files.render(edition, format, photos);
}

const isText = (format: Format): format is TextFormat => Object.hasOwn(TEXTS, format);
const isPrinted = (format: Format): format is Printed => Object.hasOwn(PAPERS, format);

/** A browser that is talked into opening a download as a page finds nothing in it that may run. */
export function download(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  type: string,
  disposition: string
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff'
    }
  });
}
