import { describe, expect, it } from 'vitest';
import { harvest as words } from '#words/index.ts';
import { arranged, THEMES, type Arrangement } from './arranged.ts';
import { coverageOf, tablePartsOf } from './coverage.ts';
import type { SeenBlock, SeenNote, SeenTable } from './document.ts';
import { addressesIn } from './note-addresses.ts';
import { tidied } from './outline.ts';

const note = (id: string, more: Partial<SeenNote> = {}): SeenNote => ({ id, text: `Says ${id}`, notes: [], ...more });

/** A café of two tables, an unpanel with notes under notes, and a line with two reasons. */
const BLOCKS: SeenBlock[] = [
  {
    kind: 'outline',
    id: 'cafe',
    of: 'cafe',
    title: { kind: 'question', text: 'What is happening?' },
    branches: [
      {
        id: 'q1',
        head: { kind: 'round', round: 1, question: 'And here?' },
        notes: [note('a', { table: 1, round: 1 }), note('b', { table: 2, round: 1 }), note('c', { table: 2, round: 1 })]
      },
      { id: 'tables', head: { kind: 'tables', words: 'Tables' }, notes: [], index: ['a', 'b', 'c'] }
    ],
    figures: []
  },
  {
    kind: 'outline',
    id: 'talk',
    of: 'fishbowl',
    title: { kind: 'question', text: 'Who are we?' },
    branches: [
      {
        id: 's1',
        head: { kind: 'speaker', name: 'Mei', number: 1 },
        notes: [note('d', { notes: [note('e'), note('f')] })]
      }
    ],
    figures: []
  },
  {
    kind: 'continuum',
    id: 'line',
    statement: 'We share',
    poles: ['Yes', 'No'],
    middle: null,
    rounds: [],
    reasons: [
      { id: 'r', round: 1, from: 'first', why: 'It is cheap' },
      { id: 's', round: 1, from: 'second', why: 'It is loud' }
    ]
  }
];

const put = (more: Partial<Arrangement>): SeenBlock[] =>
  arranged(BLOCKS, { themes: [], folded: {}, summaries: {}, ...more }, words);
const theme = (id: string, ...notes: string[]) => ({ id, name: `Theme ${id}`, notes });
const outlineOf = (blocks: SeenBlock[], id: string) => {
  const block = blocks.find((each) => each.id === id);
  if (block?.kind !== 'outline') throw new Error(`no outline ${id}`);
  return block;
};
const rowsOf = ({ rows }: SeenTable) =>
  rows.map(([where, ...counts]) => [(where as { words: string }).words, ...counts]);
const all = addressesIn(BLOCKS).toSorted();

describe('what was put in order', () => {
  it('HD5 stands once, in its theme, and its number where it was written', () => {
    const blocks = put({ themes: [theme('t1', 'c', 'e', 'a'), theme('t2', 'r')] });
    expect(addressesIn(blocks).toSorted()).toEqual(all);
    const [first, second] = outlineOf(blocks, THEMES).branches;
    expect(first?.notes.map(({ id }) => id)).toEqual(['c', 'e', 'a']);
    expect(first?.notes[2]?.from).toEqual([
      { kind: 'round', round: 1, question: 'And here?' },
      { kind: 'question', text: 'What is happening?' }
    ]);
    expect(second?.notes[0]).toMatchObject({ id: 'r', text: 'It is cheap', round: 1 });
    const [round, tables] = outlineOf(blocks, 'cafe').branches;
    expect(round?.notes.map(({ id }) => id)).toEqual(['b']);
    // As the themes are read.
    expect(round?.index).toEqual(['c', 'a']);
    expect(tables?.index).toEqual(['a', 'b', 'c']);
    expect(outlineOf(blocks, 'talk').branches[0]).toMatchObject({
      notes: [{ id: 'd', notes: [{ id: 'f' }] }],
      index: ['e']
    });
  });

  it('HD5 leaves blocks as they are where nothing was put in order', () => {
    expect(put({})).toEqual(BLOCKS);
    expect(put({ themes: [theme('t1', 'unknown')], folded: { unknown: ['a'] } })).toEqual(BLOCKS);
  });

  it('HD3 keeps what was folded under the note that stands for it, wherever that is read', () => {
    const here = put({ folded: { b: ['c', 'f'] } });
    expect(outlineOf(here, 'cafe').branches[0]?.notes[1]).toMatchObject({
      id: 'b',
      notes: [
        { id: 'c', folded: true },
        { id: 'f', folded: true, from: [{ kind: 'speaker' }, { kind: 'question' }] }
      ]
    });
    expect(outlineOf(here, 'cafe').branches[0]?.notes[1]?.notes[0]).not.toHaveProperty('from');
    expect(outlineOf(here, 'talk').branches[0]?.index).toEqual(['f']);
    const there = put({ themes: [theme('t1', 'd')], folded: { d: ['a'], r: ['s'] } });
    expect(outlineOf(there, THEMES).branches).toMatchObject([
      { id: 't1', notes: [{ id: 'd', notes: [{ id: 'e' }, { id: 'f' }, { id: 'a', folded: true }] }] },
      // A line has no place under a reason.
      { id: 'together', notes: [{ id: 'r', notes: [{ id: 's', folded: true }] }] }
    ]);
    expect(addressesIn(there).toSorted()).toEqual(all);
  });

  it('HD6 is counted: notes in themes, elsewhere and taken back are all notes, at each table, too', () => {
    const blocks = put({ themes: [theme('t1', 'a', 'e')], folded: { a: ['b'] } });
    const told = outlineOf(blocks, THEMES);
    const taken = blocks.map((block) =>
      block === told
        ? block
        : block.kind === 'outline' && block.id === 'cafe'
          ? {
              ...block,
              branches: block.branches.map((branch) => ({
                ...branch,
                notes: branch.notes.map((each) => ({ ...each, text: null }))
              }))
            }
          : block
    );
    const coverage = coverageOf(taken, 0, words) as SeenTable;
    expect(rowsOf(coverage)).toEqual([
      ['Everywhere', 8, 3, 4, 1],
      ['Table 1, Round 1', 1, 1, 0, 0],
      ['Table 2, Round 1', 2, 1, 0, 1],
      ['At no table, Round 1', 2, 0, 2, 0],
      ['At no table', 3, 1, 2, 0]
    ]);
    for (const [, notes, inThemes, elsewhere, takenBack] of coverage.rows as [
      unknown,
      number,
      number,
      number,
      number
    ][])
      expect(inThemes + elsewhere + takenBack).toBe(notes);
    const hidden = coverageOf(taken, 3, words) as SeenTable;
    expect(rowsOf(hidden)).toEqual([
      ['Everywhere', 11, 3, 4, 1, 3],
      ...rowsOf(coverage)
        .slice(1)
        .map((row) => [...row, 0]),
      ['Hidden or never shown', 3, 0, 0, 0, 3]
    ]);
    expect(hidden.figures[0]?.words).toBe(
      '11 notes: 3 in themes, 4 where they were written, 1 taken back, 3 hidden in the meeting or never shown there.'
    );
    // Told once: an edition that carries the table already keeps it.
    expect(coverageOf([...tidied(taken), coverage], 0, words)).toBeNull();
  });

  it('HD6 tells the tables of two activities apart, also where they have the same number', () => {
    const [cafe] = BLOCKS;
    const again = JSON.parse(
      JSON.stringify({ ...cafe, id: 'second-cafe' }).replace(/"id":"([a-z])"/g, '"id":"$1-again"')
    ) as SeenBlock;
    const wrote = [cafe!, again];
    const parts = tablePartsOf(wrote, [BLOCKS[1]!, ...wrote], (block) => block);
    const themes = outlineOf(put({ themes: [theme('t1', 'a')] }), THEMES);
    expect(new Set(Object.values(parts))).toEqual(new Set([2, 3]));
    const rows = rowsOf(coverageOf([...wrote, themes], 0, words, parts) as SeenTable).map(([where]) => where);
    expect(rows).toContain('Table 1 in part 2, Round 1');
    expect(rows).toContain('Table 1 in part 3, Round 1');
    expect(tablePartsOf(BLOCKS, BLOCKS, (block) => block)).toEqual({});
  });

  it('HD6 tells the rounds apart where nobody wrote at a table', () => {
    const [, talk, line] = BLOCKS;
    const [first, second] = line?.kind === 'continuum' ? (line.reasons ?? []) : [];
    const rounds = [talk!, { ...line!, reasons: [first!, { ...second!, round: 2, why: null }] } as SeenBlock];
    expect(rowsOf(coverageOf(rounds, 0, words) as SeenTable)).toEqual([
      ['Everywhere', 5, 0, 4, 1],
      ['Round 1', 1, 0, 1, 0],
      ['Round 2', 1, 0, 0, 1],
      ['In no round', 3, 0, 3, 0]
    ]);
  });

  it('HD6 says in a sentence that all notes are where they were written, and nothing where there are none', () => {
    const told = (unshown: number) => {
      const block = coverageOf(BLOCKS, unshown, words);
      return [block?.kind, block?.figures.map(({ words }) => words)];
    };
    expect(told(0)).toEqual(['outline', ['8 notes, all where they were written.']]);
    expect(told(1)).toEqual([
      'outline',
      ['9 notes: 0 in themes, 8 where they were written, 0 taken back, 1 hidden in the meeting or never shown there.']
    ]);
    expect(coverageOf([], 1, words)).toBeNull();
    const empty = outlineOf(BLOCKS, 'talk');
    expect(coverageOf([{ ...empty, branches: [] }], 0, words)).toBeNull();
  });

  it('HD7 has a summary at its block, its branch or its theme', () => {
    const blocks = put({
      themes: [theme('t1', 'a')],
      summaries: { cafe: 'Much', 'talk/s1': 'Mei spoke', 'themes/t1': 'One', line: 'L' }
    });
    expect(outlineOf(blocks, 'cafe').summary).toBe('Much');
    expect(outlineOf(blocks, 'talk').branches[0]?.summary).toBe('Mei spoke');
    expect(outlineOf(blocks, THEMES).branches[0]?.summary).toBe('One');
    expect(blocks.find(({ id }) => id === 'line')).toMatchObject({ summary: 'L' });
  });
});
