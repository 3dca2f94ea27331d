import { Bookmark, ExternalHyperlink, InternalHyperlink, Paragraph, TextRun, type ParagraphChild } from 'docx';
import { isRightToLeft } from './direction.ts';
import { noteBookmark } from './bookmarks.ts';
import type { NotePiece } from '../pieces/piece.ts';
import { xmlText } from './xml-text.ts';

/** Twips: 567 are a centimetre. */
const LEVEL_IN = 425;
const HANGING = 709;

/** The direction of a paragraph. */
export const towards = (text: string): { bidirectional?: true } => (isRightToLeft(text) ? { bidirectional: true } : {});

/** Words as they were typed, with their line breaks. Runs are told their direction: Word does not look for itself. */
export const spoken = (text: string, look: { bold?: boolean; italics?: boolean; style?: string } = {}): TextRun[] =>
  xmlText(text)
    .split('\n')
    .map(
      (line, nth) =>
        new TextRun({
          ...look,
          text: line,
          ...(nth > 0 && { break: 1 }),
          ...(isRightToLeft(line) && { rightToLeft: true })
        })
    );

type Said = { text: string; strong?: boolean; bullet?: boolean; bookmark?: string };

export function textParagraph(said: Said): Paragraph {
  const children = spoken(said.text, said.strong ? { bold: true } : {});
  return new Paragraph({
    ...towards(said.text),
    spacing: { after: 120 },
    ...(said.bullet && { bullet: { level: 0 } }),
    ...(said.strong && { keepNext: true }),
    children: said.bookmark === undefined ? children : [new Bookmark({ id: said.bookmark, children })]
  });
}

/** A note under its number. Word's own numbers would begin anew, and another version of Word counts differently. */
export function noteParagraph(note: NotePiece, photos: string): Paragraph {
  const said: ParagraphChild[] = [
    ...(note.mark === null ? [] : spoken(`${note.mark} `, { bold: true })),
    ...(note.photo ? [photoLink(note.photo, photos)] : []),
    ...spoken(note.photo && note.text ? ` ${note.text}` : note.text),
    ...(note.where === null ? [] : spoken(` (${note.where})`)),
    ...note.standing.flatMap((told) => spoken(`\n${told}`, { italics: true }))
  ];
  return new Paragraph({
    ...towards(note.text),
    spacing: { after: 80 },
    indent: { start: (note.level - 1) * LEVEL_IN + HANGING, hanging: HANGING },
    children: [
      new TextRun({ text: `${note.number}\t` }),
      new Bookmark({ id: noteBookmark(note.address), children: said })
    ]
  });
}

export const indexParagraph = (notes: readonly { number: string; address: string }[]): Paragraph =>
  new Paragraph({
    spacing: { after: 80 },
    children: notes.flatMap(({ number, address }, nth) => [
      ...(nth > 0 ? [new TextRun(' · ')] : []),
      linkTo(noteBookmark(address), number)
    ])
  });

/** A line of the contents. */
export const contentsParagraph = (text: string, bookmark: string): Paragraph =>
  new Paragraph({ ...towards(text), spacing: { after: 40 }, children: [linkTo(bookmark, text)] });

const linkTo = (anchor: string, text: string): InternalHyperlink =>
  new InternalHyperlink({ anchor, children: spoken(text, { style: 'Hyperlink' }) });

const photoLink = ({ picture, alt }: NonNullable<NotePiece['photo']>, photos: string): ExternalHyperlink =>
  new ExternalHyperlink({ link: `${photos}${picture.address}`, children: spoken(alt, { style: 'Hyperlink' }) });
