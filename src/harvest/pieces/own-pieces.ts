import type { SeenBranch, SeenNote, SeenOutline, SeenTable } from '../document.ts';
import { anchorOf } from '../anchor.ts';
import { altOf, headOf, markOf, noteLines, standingOf, whereOf, wordsOf } from '../outline.ts';
import type { HarvestWords } from '../sentence.ts';
import { cellText, hasUntold, headingOf, isNumbers } from '../table.ts';
import type { NotePiece, Numbers, Piece } from './piece.ts';

const TOP_BRANCH_LEVEL = 3;

/** The headings of an outline, and under each its notes, or the numbers of those that stand elsewhere. */
export function outlinePieces(block: SeenOutline, numbers: Numbers, words: HarvestWords): Piece[] {
  if (block.branches.length + block.figures.length === 0) return [{ kind: 'text', text: words.outline.nothing }];
  return inside(block.branches, []);

  function inside(branches: readonly SeenBranch[], above: readonly SeenBranch[]): Piece[] {
    return branches.flatMap((branch): Piece[] => {
      const path = [...above, branch];
      return [
        {
          kind: 'heading',
          level: Math.min(TOP_BRANCH_LEVEL + above.length, 6),
          text: headOf(branch, words),
          anchor: anchorOf(block, ...path)
        },
        ...summaryPieces(branch, words),
        ...noteLines(branch.notes).map(({ level, note }) => notePiece(note, level, path)),
        ...(branch.index && branch.notes.length > 0 ? [{ kind: 'text', text: words.outline.alsoHere } as const] : []),
        ...(branch.index ? [indexPiece(branch.index)] : []),
        ...inside(branch.branches ?? [], path)
      ];
    });
  }

  function notePiece(note: SeenNote, level: number, path: readonly SeenBranch[]): NotePiece {
    return {
      kind: 'note',
      level,
      number: numbers.get(note.id) ?? '',
      address: note.id,
      mark: markOf(note, words),
      text: wordsOf(note, words),
      photo: note.photo ? { picture: note.photo, alt: altOf(note, words) } : null,
      where: whereOf(note, path, words),
      standing: standingOf(note, words)
    };
  }

  function indexPiece(index: readonly string[]): Piece {
    return { kind: 'index', notes: index.map((address) => ({ address, number: numbers.get(address) ?? '' })) };
  }
}

/** What those who lead say of a block or a branch in short. */
export const summaryPieces = ({ summary }: Pick<SeenBranch, 'summary'>, words: HarvestWords): Piece[] =>
  summary
    ? [
        { kind: 'text', text: words.inShort, strong: true },
        { kind: 'text', text: summary }
      ]
    : [];

export const tablePieces = (block: SeenTable, words: HarvestWords): Piece[] => [
  {
    kind: 'table',
    columns: block.columns.map((column) => ({ heading: headingOf(column), isNumbers: isNumbers(column) })),
    rows: block.rows.map((cells) => block.columns.map((column, nth) => cellText(cells[nth] ?? null, column, words)))
  },
  ...(hasUntold(block) ? [{ kind: 'text', text: words.table.untoldWhy } as const] : [])
];
