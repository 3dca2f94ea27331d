import { when } from '#words/en.ts';
import type { Edition, SeenBlock, SeenOwn } from '../document.ts';
import { absentNotes } from '../absent-notes.ts';
import { anchorOf } from '../anchor.ts';
import { figuresByScope } from '../figure-sentences.ts';
import { noteNumbers } from '../note-addresses.ts';
import { originalsOf } from '../originals.ts';
import { titleOf } from '../outline.ts';
import { orWithdrawn, type HarvestWords } from '../sentence.ts';
import { continuumPieces } from './continuum-pieces.ts';
import { outlinePieces, summaryPieces, tablePieces } from './own-pieces.ts';
import type { Numbers, Piece } from './piece.ts';
import type { FileWords } from '../formats/file-words.ts';

/** All that an edition tells, in its order. */
export function piecesOf(edition: Edition, words: FileWords): Piece[] {
  const { attribution, licence, dataLicence } = edition;
  return [
    ...begun(edition, words),
    ...contents(edition, words),
    ...blocksPieces(edition, words),
    ...absentPieces(edition, words),
    { kind: 'heading', level: 2, text: words.formats.reuse },
    text(attribution),
    text(words.licence(licence, dataLicence)),
    text(words.formats.version(edition.version, when.day(edition.publishedAt), edition.generator))
  ];
}

/** The same without contents, whose it is and how it may be used, for formats that say so in a way of their own. */
export const toldPieces = (edition: Edition, words: HarvestWords): Piece[] => [
  ...begun(edition, words),
  ...blocksPieces(edition, words),
  ...absentPieces(edition, words)
];

function begun({ title, summary, gathering }: Edition, words: HarvestWords): Piece[] {
  const where = [when.held(gathering.held), gathering.place].filter((part) => part !== null).join(' · ');
  return [
    { kind: 'heading', level: 1, text: title },
    text(`${gathering.name} · ${where}. ${words.present(gathering.people)}`),
    ...(gathering.rehearsal ? [strong(words.rehearsal)] : []),
    ...(summary ? [text(summary)] : [])
  ];
}

/** Fewer blocks are in sight at once. */
const CONTENTS_FROM = 4;

function contents({ blocks }: Edition, words: FileWords): Piece[] {
  if (blocks.length < CONTENTS_FROM) return [];
  const told = blocks.map((block) => ({ text: orWithdrawn(titleOf(block), words), anchor: anchorOf(block) }));
  return [{ kind: 'contents', title: words.formats.contents, blocks: told }];
}

function blocksPieces({ blocks }: Edition, words: HarvestWords): Piece[] {
  if (blocks.length === 0) return [text(words.nothing)];
  const numbers = noteNumbers(blocks);
  const originals = new Map(originalsOf(blocks, words).map(({ anchor, told }) => [anchor, told]));
  return blocks
    .flatMap((block) => blockPieces(block, numbers, words))
    .flatMap((piece) => {
      const told = piece.kind === 'heading' && piece.anchor !== undefined && originals.get(piece.anchor);
      return told ? [piece, text(told)] : [piece];
    });
}

function absentPieces(edition: Edition, words: HarvestWords): Piece[] {
  const absent = absentNotes(edition, words).flatMap(({ id, told, parts }): Piece[] => [
    { kind: 'item', text: told, anchor: id },
    ...(parts.length > 0 ? [{ kind: 'index', notes: parts } as const] : [])
  ]);
  return absent.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.gone.title }, ...absent];
}

function blockPieces(block: SeenBlock, numbers: Numbers, words: HarvestWords): Piece[] {
  const heading: Piece = {
    kind: 'heading',
    level: 2,
    text: orWithdrawn(titleOf(block), words),
    anchor: anchorOf(block)
  };
  const begin = [heading, ...summaryPieces(block, words)];
  if (block.kind === 'continuum') return [...begin, ...continuumPieces(block, numbers, words)];
  const own = block.kind === 'outline' ? outlinePieces(block, numbers, words) : tablePieces(block, words);
  return [...begin, ...own, ...figurePieces(block, words)];
}

const figurePieces = ({ figures }: SeenOwn, words: HarvestWords): Piece[] =>
  figuresByScope(figures, words).flatMap(({ of, sentences }) => [
    ...(of === null ? [] : [strong(of)]),
    ...sentences.map((text): Piece => ({ kind: 'item', text }))
  ]);

const text = (text: string): Piece => ({ kind: 'text', text });
const strong = (text: string): Piece => ({ kind: 'text', text, strong: true });
