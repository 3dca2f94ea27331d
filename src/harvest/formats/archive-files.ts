import { csv } from '../csv.ts';
import type { Edition } from '../document.ts';
import { json } from '../json.ts';
import { jsonLd } from '../json-ld.ts';
import { markdown } from '../markdown.ts';
import { charts } from './charts.ts';
import { csvOf } from '../data/data-csv.ts';
import { dataPackage } from './data-package.ts';
import { dataTables } from '../data/data-tables.ts';
import { docx } from './docx.ts';
import type { FileWords } from './file-words.ts';
import { ics } from './ics.ts';
import { page, type Print } from './page.ts';
import { piecesOf } from '../pieces/pieces.ts';
import { xlsx } from './xlsx.ts';

export type ArchiveFile = { readonly path: string; readonly content: string | Uint8Array };

/**
 * All files of an archive but the photos. These lie where the document says, `a-day/photo/k3x9.jpg` beside
 * `a-day.md`, so that every format finds them as it does on a server.
 */
export async function archiveFiles(edition: Edition, words: FileWords): Promise<ArchiveFile[]> {
  const { slug } = edition;
  const { inArchive, tables: about } = words.formats;
  const beside = '';
  const tables = dataTables(edition, words, beside).filter(({ rows }) => rows.length > 0);
  const formats = [
    { path: `${slug}.docx`, about: inArchive.docx, content: await docx(edition, words, beside) },
    { path: `${slug}.xlsx`, about: inArchive.xlsx, content: await xlsx(edition, words, beside) },
    { path: `${slug}.md`, about: inArchive.md, content: markdown(edition, words) },
    { path: `${slug}.json`, about: inArchive.json, content: json(edition) },
    { path: `${slug}.jsonld`, about: inArchive.jsonld, content: jsonLd(edition, words, beside) },
    { path: `${slug}.csv`, about: inArchive.csv, content: csv(edition, words) },
    ...tables.map((table) => ({
      path: `${table.name}.csv`,
      about: inArchive.table(about[table.name].about),
      content: csvOf(table.columns, table.rows)
    })),
    { path: `${slug}.ics`, about: inArchive.ics, content: ics(edition, null) },
    { path: 'datapackage.json', about: inArchive.columns, content: dataPackage(edition, tables, words) }
  ];
  return [
    { path: 'index.html', content: page(edition, words, formats) },
    ...formats.map(({ path, content }) => ({ path, content })),
    ...charts(edition, words).map(({ path, text }) => ({ path, content: text }))
  ];
}

/** What a browser prints: the page, with the drawings that it shows. */
export const printedFiles = (edition: Edition, words: FileWords, print: Print): ArchiveFile[] => [
  { path: 'index.html', content: page(edition, words, [], print) },
  ...charts(edition, words).map(({ path, text }) => ({ path, content: text }))
];

export type ArchivePhotoPlace = { readonly name: string; readonly path: string };

/** The photos that its files name, each once. */
export function archivePhotos(edition: Edition, words: FileWords): ArchivePhotoPlace[] {
  const pictures = piecesOf(edition, words).flatMap((piece) =>
    piece.kind === 'note' && piece.photo ? [piece.photo.picture] : []
  );
  return [...new Map(pictures.map(({ name, address }) => [address, { name, path: address }])).values()];
}
