import { expect, it } from 'vitest';
import { outlineRows } from './outline-rows.ts';

const note = (branch: string, parent: string | null, order: number, body: string) => ({
  branch,
  parent,
  order,
  body,
  ms: 0
});

it('notes stand under their speaker as they were nested, and the discussion comes last', () => {
  const branches = {
    discussion: { order: 0, speaker: null },
    bo: { order: 2, speaker: { name: 'Bo', number: 2 } },
    ana: { order: 1, speaker: { name: 'Ana', number: 1 } },
    chidi: { order: 3, speaker: { name: 'Chidi', number: 3 } }
  };
  const notes = {
    n1: note('discussion', null, 1, 'A shared cellar?'),
    n2: note('ana', null, 2, 'Looking for a cellar'),
    n3: note('ana', null, 1.5, 'Repair cafés'),
    n4: note('ana', 'n3', 1, 'Sixty people'),
    n5: note('ana', 'n4', 1, 'Most help'),
    n6: note('bo', null, 1, 'The tram depot')
  };
  const rows = outlineRows({ branches, notes });
  expect(
    rows.map((row) => (row.kind === 'note' ? `${'  '.repeat(row.deep)}${row.body}` : (row.speaker?.name ?? '·')))
  ).toEqual([
    'Ana',
    'Repair cafés',
    '  Sixty people',
    '    Most help',
    'Looking for a cellar',
    'Bo',
    'The tram depot',
    '·',
    'A shared cellar?'
  ]);
});
