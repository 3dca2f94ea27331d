import { dayHeld, type Edition } from './document.ts';
import type { NotePiece, Piece, TablePiece } from './pieces/piece.ts';
import { toldPieces } from './pieces/pieces.ts';
import type { HarvestWords } from './sentence.ts';

/**
 * A page to read, edit and keep: front matter for a vault or a site, then each block under its own anchor. `photos`
 * stands before the address of each photo.
 */
export function markdown(edition: Edition, words: HarvestWords, photos = ''): string {
  const licence = plain(words.licence(edition.licence, edition.dataLicence));
  return [
    frontMatter(edition),
    ...listed(toldPieces(edition, words), photos),
    '---',
    `${plain(edition.attribution)} · ${licence}`
  ]
    .join('\n\n')
    .concat('\n');
}

function frontMatter({ gathering, ...edition }: Edition): string {
  const fields = {
    title: edition.title,
    gathering: gathering.name,
    date: dayHeld({ gathering }),
    held_from: gathering.held.from,
    held_to: gathering.held.to,
    time_zone: gathering.held.timeZone,
    place: gathering.place,
    language: gathering.language,
    people: gathering.people,
    rehearsal: gathering.rehearsal,
    version: edition.version,
    published: edition.publishedAt,
    licence: edition.licence,
    data_licence: edition.dataLicence,
    attribution: edition.attribution,
    id: edition.id,
    generator: edition.generator
  };
  // JSON's strings, numbers and null are YAML as they stand: nothing a person typed can end the block early.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** Parts with an empty line between them; what follows each other in a list stands line by line in one of them. */
function listed(pieces: readonly Piece[], photos: string): string[] {
  const parts: string[] = [];
  let list: Piece['kind'] | null = null;
  for (const piece of pieces) {
    const drawn = markdownOf(piece, photos);
    if (drawn === null) continue;
    const goesOn = piece.kind === list && (piece.kind === 'item' || piece.kind === 'note');
    if (goesOn) parts.push(`${parts.pop()}\n${drawn}`);
    else parts.push(drawn);
    list = piece.kind;
  }
  return parts;
}

/** Null where Markdown has nothing for it: the figures of a drawing stand beside it, and who reads it makes contents. */
function markdownOf(piece: Piece, photos: string): string | null {
  switch (piece.kind) {
    case 'heading':
      return `${piece.anchor === undefined ? '' : `${anchor(piece.anchor)}\n\n`}${'#'.repeat(piece.level)} ${plain(piece.text)}`;
    case 'text':
      return piece.strong ? `**${plain(piece.text)}**` : lines(piece.text);
    case 'item':
      return `- ${piece.anchor === undefined ? '' : anchor(piece.anchor)}${plain(piece.text)}`;
    case 'note':
      return note(piece, photos);
    case 'index':
      return piece.notes.map(({ number, address }) => `[${number}](#${address})`).join(' · ');
    case 'table':
      return table(piece);
    case 'contents':
    case 'chart':
      return null;
  }
}

/** Where a link leads to. Nothing that could end the attribute is left of an id. */
const anchor = (id: string): string => `<a id="${id.replace(/[^\w-]/g, '')}"></a>`;

/** A nested bullet with its number in the edition: Markdown's own would begin anew in every list. */
function note({ level, number, address, mark, text, photo, where, standing }: NotePiece, photos: string): string {
  const inside = '  '.repeat(level);
  const said = [
    ...(mark ? [`**${mark}**`] : []),
    ...(photo ? [`![${plain(photo.alt)}](${photos}${photo.picture.address})`] : []),
    ...(photo && text === '' ? [] : [lines(text, inside)]),
    ...(where ? [`(${where})`] : []),
    ...standing.map((told) => `\\\n${inside}*${plain(told)}*`)
  ];
  return `${'  '.repeat(level - 1)}- ${anchor(address)}${number} ${said.join(' ')}`;
}

function table({ columns, rows }: TablePiece): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ heading }) => plain(heading))),
    row(columns.map(({ isNumbers }) => (isNumbers ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(plain)))
  ].join('\n');
}

/**
 * Typed words of several lines, each as {@link plain} says it, with what Markdown takes for a line break and for an
 * empty line.
 */
const lines = (text: string, inside = ''): string =>
  text
    .split(/\n\n+/)
    .map((part) => part.split('\n').map(plain).join(`\\\n${inside}`))
    .join(`\n\n${inside}`);

/** Typed words as they were typed: on one line, with nothing in them that Markdown or HTML would act on. */
function plain(text: string): string {
  return text
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]#|~&!]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=:])/, '\\$1');
}
