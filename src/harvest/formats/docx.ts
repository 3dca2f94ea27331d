import { Bookmark, Document, HeadingLevel, Packer, Paragraph, type FileChild } from 'docx';
import type { Edition } from '../document.ts';
import { headingBookmark, noteBookmark } from './bookmarks.ts';
import { contentsParagraph, indexParagraph, noteParagraph, spoken, textParagraph, towards } from './docx-paragraphs.ts';
import { tableOf } from './docx-table.ts';
import type { Piece } from '../pieces/piece.ts';
import { piecesOf } from '../pieces/pieces.ts';
import { repeatable } from './repeatable-office.ts';
import type { FileWords } from './file-words.ts';

const LEVELS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5
] as const;

/** Half points. Without an outline level a style that looks like a heading is none: no contents can be made of it. */
const headingStyle = (level: number, size: number) => ({
  run: { size, bold: true },
  paragraph: { outlineLevel: level - 1, keepNext: true, spacing: { before: 240, after: 120 } }
});
const HEADINGS = {
  heading1: headingStyle(1, 36),
  heading2: headingStyle(2, 30),
  heading3: headingStyle(3, 26),
  heading4: headingStyle(4, 24),
  heading5: headingStyle(5, 22)
};

/**
 * A document for Word and LibreOffice. Headings have the styles of headings, so that its outline and its table of
 * contents are theirs; each note, and each heading that a link may lead to, is a bookmark.
 * `photos` stands before the address of each photo it links to.
 */
export async function docx(edition: Edition, words: FileWords, photos: string): Promise<Uint8Array<ArrayBuffer>> {
  const { language } = edition.gathering;
  const document = new Document({
    title: edition.title,
    creator: edition.attribution,
    lastModifiedBy: edition.generator,
    description: edition.summary ?? '',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: language, bidirectional: language } } },
        title: { run: { size: 48, bold: true }, paragraph: { spacing: { after: 200 } } },
        ...HEADINGS
      }
    },
    sections: [{ children: piecesOf(edition, words).flatMap((piece) => drawn(piece, photos)) }]
  });
  return repeatable(new Uint8Array(await Packer.toArrayBuffer(document)), edition.publishedAt);
}

function drawn(piece: Piece, photos: string): FileChild[] {
  switch (piece.kind) {
    case 'heading': {
      const level = LEVELS[Math.min(piece.level, LEVELS.length) - 1] ?? HeadingLevel.HEADING_5;
      const said = spoken(piece.text);
      const children =
        piece.anchor === undefined ? said : [new Bookmark({ id: headingBookmark(piece.anchor), children: said })];
      return [new Paragraph({ heading: level, ...towards(piece.text), children })];
    }
    case 'contents':
      return [
        textParagraph({ text: piece.title, strong: true }),
        ...piece.blocks.map(({ text, anchor }) => contentsParagraph(text, headingBookmark(anchor)))
      ];
    case 'text':
      return piece.text.split(/\n\n+/).map((text) => textParagraph({ ...piece, text }));
    case 'item':
      return [
        textParagraph({
          ...piece,
          bullet: true,
          ...(piece.anchor !== undefined && { bookmark: noteBookmark(piece.anchor) })
        })
      ];
    case 'note':
      return [noteParagraph(piece, photos)];
    case 'index':
      return [indexParagraph(piece.notes)];
    case 'table':
      return tableOf(piece);
    // Its sentence and its table stand beside it. Word draws no SVG without a picture of dots as well.
    case 'chart':
      return [];
  }
}
