import type { ContinuumRound, Spread } from '#contract/harvest-blocks.ts';
import type { SeenContinuum } from '../document.ts';
import { standingOf } from '../outline.ts';
import { reasonsByPart } from '../reasons.ts';
import { movement, orWithdrawn, sentence, type HarvestWords } from '../sentence.ts';
import { spreadLines } from '../spread-lines.ts';
import type { Numbers, Piece, TablePiece } from './piece.ts';

/** A line between two poles: each round in a sentence, drawn and as a table, then what moved and what people said. */
export function continuumPieces(block: SeenContinuum, numbers: Numbers, words: HarvestWords): Piece[] {
  const [poleA = '', poleB = ''] = block.poles.map((pole) => orWithdrawn(pole, words));
  const moved = movement(block, words);
  return [
    text(words.between(poleA, poleB)),
    ...(block.middle === null ? [] : [text(words.middle(block.middle))]),
    ...block.rounds.flatMap((round) => roundPieces(block, round, words)),
    ...(moved === null ? [] : [text(moved)]),
    ...reasonPieces(block, numbers, words),
    ...namedPieces(block, words),
    text(words.scale(words.quote(poleA), words.quote(poleB)))
  ];
}

function roundPieces(block: SeenContinuum, round: ContinuumRound, words: HarvestWords): Piece[] {
  const { spread } = round;
  return [
    ...(block.rounds.length > 1 ? [heading(words.round(round.round))] : []),
    text(sentence(round, block.poles, words)),
    ...(spread ? [{ kind: 'chart', block, round } as const, rangeTable(spread, words)] : []),
    ...(spread ? spreadLines(spread, words).map((text): Piece => ({ kind: 'item', text })) : [])
  ];
}

const rangeTable = ({ ranges }: Spread, words: HarvestWords): TablePiece => ({
  kind: 'table',
  columns: [words.from, words.to, words.people].map((heading) => ({ heading, isNumbers: true })),
  rows: ranges.map(({ from, to, count }) => [String(from), String(to), String(count)])
});

function reasonPieces(block: SeenContinuum, numbers: Numbers, words: HarvestWords): Piece[] {
  const parts = reasonsByPart(block, words);
  if (parts.length === 0) return [];
  return [
    heading(words.reasons),
    ...parts.flatMap(({ from, said }): Piece[] => [
      { kind: 'text', text: from, strong: true },
      ...said.map((reason): Piece => ({
        kind: 'note',
        level: 1,
        number: numbers.get(reason.id) ?? '',
        address: reason.id,
        mark: null,
        text: reason.why,
        photo: null,
        where: null,
        standing: standingOf(reason, words)
      }))
    ])
  ];
}

/** Whose name is missing did not agree, or withdrew it: their place alone would still be theirs. */
function namedPieces({ named = [] }: SeenContinuum, words: HarvestWords): Piece[] {
  const rows = named.flatMap(({ name, x }) => (name === null ? [] : [[name, String(x)]]));
  if (rows.length === 0) return [];
  const columns = [
    { heading: words.name, isNumbers: false },
    { heading: words.position, isNumbers: true }
  ];
  return [heading(words.named), { kind: 'table', columns, rows }];
}

const text = (text: string): Piece => ({ kind: 'text', text });
const heading = (text: string): Piece => ({ kind: 'heading', level: 3, text });
