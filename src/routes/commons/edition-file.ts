import { csv } from '#harvest/csv.ts';
import type { Edition } from '#harvest/document.ts';
import { json } from '#harvest/json.ts';
import { markdown } from '#harvest/markdown.ts';
import { harvest } from '#words/index.ts';
import { contentDisposition } from './content-disposition.ts';

export type Format = 'md' | 'csv' | 'json';

const RENDERERS = {
  md: { type: 'text/markdown; charset=utf-8', render: (edition: Edition) => markdown(edition, harvest) },
  csv: { type: 'text/csv; charset=utf-8; header=present', render: (edition: Edition) => csv(edition, harvest) },
  json: { type: 'application/json; charset=utf-8', render: json }
};

/** An edition as a file of its own. Drafts and published editions take the same way, so they cannot differ. */
export function editionFile(edition: Edition, format: Format): Response {
  const { type, render } = RENDERERS[format];
  return download(render(edition), type, contentDisposition(edition.title, format));
}

/** A browser that is talked into opening a download as a page finds nothing in it that may run. */
export function download(body: string, type: string, disposition: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff'
    }
  });
}
