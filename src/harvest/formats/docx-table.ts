import { AlignmentType, Paragraph, Table, TableCell, TableRow, WidthType, type FileChild } from 'docx';
import { spoken, towards } from './docx-paragraphs.ts';
import type { TablePiece } from '../pieces/piece.ts';

/** The width between the margins of a page, in twips. */
const WIDTH = 9000;

/** Its headings are said again on every page it goes on to. An empty paragraph keeps two tables from becoming one. */
export function tableOf({ columns, rows }: TablePiece): FileChild[] {
  const width = Math.floor(WIDTH / Math.max(columns.length, 1));
  const row = (cells: readonly string[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: columns.map(({ isNumbers }, nth) => cellOf(cells[nth] ?? '', { isHeading, isNumbers, width }))
    });
  return [
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: columns.map(() => width),
      rows: [
        row(
          columns.map(({ heading }) => heading),
          true
        ),
        ...rows.map((cells) => row(cells, false))
      ]
    }),
    new Paragraph({})
  ];
}

type Look = { isHeading: boolean; isNumbers: boolean; width: number };

const cellOf = (text: string, { isHeading, isNumbers, width }: Look): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: isNumbers ? AlignmentType.END : AlignmentType.START,
        ...towards(text),
        children: spoken(text, isHeading ? { bold: true } : {})
      })
    ]
  });
