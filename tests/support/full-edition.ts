import type { Edition, SeenNote } from '#harvest/document.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { answers, asked, edition, few, rounds, sheet, tables, unpanel, working } from './editions.ts';

/** What people type, and what a format has been seen to make something else of. */
export const TYPED = [
  'مرحبا بكم في الحديقة',
  'עברית and English',
  '👩‍👩‍👧‍👦🧵 together',
  '=1+1',
  '+49 123',
  '-1',
  '@SUM(A1)',
  '00491234567',
  '1.10',
  '2026-11-22',
  'TRUE',
  'x'.repeat(140),
  'two\nlines',
  'three\n\nparts',
  '<b>bold</b> & "quoted" \'so\'',
  '_x0041_ is typed as it stands',
  'constructor',
  '__proto__',
  'null',
  '  blank before and after  ',
  ']]> and --> and <!--'
];

/** Where the people stood who did not agree to be named, or withdrew it: no format may show it. */
export const UNNAMED_AT = [739, 937];

/** What those who lead say in short: of a line, of a question, of a table, of a part of an outline. */
export const IN_SHORT = ['=Most would share', 'Much of it grows', 'Nearly all agree', 'The Arabic one is first'];

const typed = TYPED.map((text, nth): SeenNote => ({ id: `typed${nth}`, text, notes: [] }));
const withdrawn: SeenNote = {
  id: 'withdrawn',
  text: null,
  notes: [{ id: 'stays', text: 'What hangs on it stays', notes: [] }]
};

const corrected: SeenNote = {
  id: 'corrected',
  text: 'Mended since',
  mended: true,
  endorsed: 7,
  disputes: ['=We said “may be”', null],
  notes: []
};

/** One of each kind of block, and in it all that is hard. */
export const fullEdition = (changes: Partial<Edition> = {}): Edition =>
  edition({
    blocks: [
      {
        ...working,
        summary: IN_SHORT[0]!,
        reasons: [
          { id: 'why1', round: 2, from: 'first', why: 'Because = we share' },
          { id: 'why2', round: 2, from: 'second', why: null }
        ],
        named: [{ name: '=Ana', x: 120 }, ...UNNAMED_AT.map((x) => ({ name: null, x }))]
      },
      few,
      unpanel,
      sheet,
      { ...asked, summary: IN_SHORT[1]! },
      tables,
      { ...answers, summary: IN_SHORT[2]! },
      rounds,
      {
        kind: 'outline',
        id: 'b9',
        of: 'fishbowl',
        title: { kind: 'question', text: 'ما رأيكم؟' },
        branches: [
          {
            id: 'theme',
            head: { kind: 'theme', name: '1.10' },
            summary: IN_SHORT[3]!,
            notes: [withdrawn, ...typed, corrected]
          }
        ],
        figures: []
      }
    ],
    ...changes
  });

/** The addresses that a format must hold: of all notes, and of the reasons that say something. */
export const addressesToldIn = ({ blocks }: Edition): string[] => {
  const silent = blocks.flatMap((block) =>
    block.kind === 'continuum' ? (block.reasons ?? []).filter(({ why }) => why === null).map(({ id }) => id) : []
  );
  return addressesIn(blocks).filter((address) => !silent.includes(address));
};
