import { describe, expect, it } from 'vitest';
import { lessHeard, type TableNote } from './less-heard.ts';

const TABLES: Record<number, string[]> = {
  1: ['Community gardens on every roof', 'Seeds from the library of seeds', 'Compost for gardens'],
  2: ['Buses that run at night', 'Cycle paths along the river', 'Fewer parked cars'],
  3: ['A clinic in the old school', 'Nurses who visit at home', 'Medicine without queues']
};
const notes: TableNote[] = Object.entries(TABLES).flatMap(([table, said]) =>
  said.map((text) => ({ table: Number(table), text }))
);

describe('HD7 a summary is held against 200 random samples as long as it', () => {
  it('names the tables that it passes over', () => {
    const heard = lessHeard(
      'People want gardens on roofs, seeds and compost, and buses at night along cycle paths.',
      notes
    );
    expect(heard).toEqual({ tables: 3, less: [3] });
  });

  it('names no table where it speaks of each', () => {
    expect(
      lessHeard('Gardens, roofs, seeds, compost; buses, river, cycle paths; clinic, school, nurses, medicine.', notes)
    ).toEqual({
      tables: 3,
      less: []
    });
  });

  it('says the same of the same summary, whatever the order of the notes of a table is told in', () => {
    const summary = 'Gardens and nurses';
    expect(lessHeard(summary, notes)).toEqual(lessHeard(summary, notes));
  });

  it('says nothing where there are no two tables to compare, or nothing was written', () => {
    expect(
      lessHeard(
        'Gardens',
        notes.filter(({ table }) => table === 1)
      )
    ).toBeNull();
    expect(
      lessHeard('Gardens', [
        { table: 1, text: '–' },
        { table: 2, text: 'ok' }
      ])
    ).toBeNull();
    expect(lessHeard('…', notes)).toBeNull();
  });
});
