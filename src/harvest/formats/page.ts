import { escaped } from '../drawn-text.ts';
import type { Edition } from '../document.ts';
import { titleOf } from '../outline.ts';
import { orWithdrawn } from '../sentence.ts';
import { chartPath } from './charts.ts';
import type { FileWords } from './file-words.ts';
import type { NotePiece, Piece, TablePiece } from '../pieces/piece.ts';
import { noteList } from './page-notes.ts';
import { STYLE } from './page-style.ts';
import { piecesOf } from '../pieces/pieces.ts';

/** What a program prints on, which asks nobody. */
export type Paper = 'A4' | 'letter';
/** `home`: where Plenary is; null for a draft, whose notes have no permanent address yet. */
export type Print = { readonly paper: Paper; readonly home: string | null };

type Part = Exclude<Piece, NotePiece> | { readonly kind: 'notes'; readonly notes: readonly NotePiece[] };

/**
 * An edition as one page that needs nobody: no server, no script, and no file but the photos and drawings beside it.
 * `files`: what else lies there, each with its words. `print`: the paper a program prints it on, and where the permanent
 * addresses of its notes are; a page that is read links each number to its note.
 */
export function page(
  edition: Edition,
  words: FileWords,
  files: readonly { path: string; about: string }[],
  print?: Print
): string {
  const at = (address: string) => (print?.home ? `${print.home}/n/${address}` : `#${address}`);
  const { title, gathering } = edition;
  return [
    '<!doctype html>',
    `<html lang="${escaped(gathering.language)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Nothing that was typed becomes markup. Should it ever, it runs nowhere.
    `<meta http-equiv="content-security-policy" content="script-src 'none'; object-src 'none'; base-uri 'none'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}${print ? `@page { size: ${print.paper}; }` : ''}</style>`,
    '<main>',
    ...grouped(piecesOf(edition, words)).map((part) => drawn(part, edition, words, at)),
    ...(files.length > 0 ? [`<h2>${escaped(words.formats.files)}</h2>`, '<ul>', ...files.map(linked), '</ul>'] : []),
    '</main>',
    '</html>',
    ''
  ].join('\n');
}

const linked = ({ path, about }: { path: string; about: string }): string =>
  `<li><a href="${escaped(path)}">${escaped(about)}</a></li>`;

/** Notes that follow each other are one list, so that who listens to the page hears how many there are. */
function grouped(pieces: readonly Piece[]): Part[] {
  const parts: Part[] = [];
  let notes: NotePiece[] | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'note') {
      notes = null;
      parts.push(piece);
    } else if (notes) notes.push(piece);
    else parts.push({ kind: 'notes', notes: (notes = [piece]) });
  }
  return parts;
}

function drawn(part: Part, edition: Edition, words: FileWords, at: (address: string) => string): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}${idOf(part.anchor)} dir="auto">${escaped(part.text)}</h${part.level}>`;
    case 'contents': {
      const items = part.blocks.map(
        ({ text, anchor }) => `<li><a href="#${escaped(anchor)}" dir="auto">${escaped(text)}</a></li>`
      );
      return ['<nav>', `<h2>${escaped(part.title)}</h2>`, '<ol>', ...items, '</ol>', '</nav>'].join('\n');
    }
    case 'text':
      return `<p dir="auto">${part.strong ? `<strong>${escaped(part.text)}</strong>` : escaped(part.text)}</p>`;
    case 'item':
      return `<p class="item"${idOf(part.anchor)} dir="auto">${escaped(part.text)}</p>`;
    case 'notes':
      return noteList(part.notes, at);
    case 'index':
      return `<p>${part.notes.map(({ number, address }) => `<a href="#${address}">${number}</a>`).join(' · ')}</p>`;
    case 'table':
      return table(part);
    case 'chart': {
      const { block, round } = part;
      const alt = words.formats.drawing(orWithdrawn(titleOf(block), words));
      return `<img src="${chartPath(edition, block, round.round)}" alt="${escaped(alt)}">`;
    }
  }
}

const idOf = (anchor: string | undefined): string => (anchor === undefined ? '' : ` id="${escaped(anchor)}"`);

function table({ columns, rows }: TablePiece): string {
  const cell = (text: string, nth: number) =>
    `<td${columns[nth]?.isNumbers ? ' class="number"' : ''} dir="auto">${escaped(text)}</td>`;
  const head = columns.map(({ heading }) => `<th scope="col" dir="auto">${escaped(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<div class="wide"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`;
}
