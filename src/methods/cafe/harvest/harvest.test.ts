import { describe, expect, it } from 'vitest';
import type { OutlineNote } from '#contract/harvest-blocks.ts';
import type { Block } from './harvest-type.ts';
import { afternoon, SEED_QUESTIONS } from '../testing/meeting.ts';

const said = ({ text }: OutlineNote) => (text as { text: string }).text;
const tree = (notes: readonly OutlineNote[]): unknown[] =>
  notes.map((note) =>
    note.notes.length > 0 ? [said(note), tree(note.notes)] : note.gem ? `Gem: ${said(note)}` : said(note)
  );

type Room = ReturnType<typeof afternoon>;
const outlinesOf = (room: Room, kind: Block['title']['kind']): Block[] =>
  room.harvest().flatMap((block) => (block.kind === 'outline' && block.title.kind === kind ? [block] : []));
/** What the tables’ stories point to in each round, whatever table it is from. */
const byTable = (room: Room): string[][] => {
  const rounds = outlinesOf(room, 'tables').flatMap(({ branches }) =>
    branches.flatMap(({ branches = [] }) => branches)
  );
  return SEED_QUESTIONS.map((_, nth) =>
    rounds.flatMap(({ head, index = [] }) => (head.kind === 'round' && head.round === nth + 1 ? index : [])).sort()
  );
};
const idsOf = (notes: readonly OutlineNote[] = []): string[] => notes.flatMap(({ id, notes }) => [id, ...idsOf(notes)]);
const questionsOf = (room: Room) => outlinesOf(room, 'question');

const LISTS = [
  ['Community Fix-it', 'Open government hack night', 'On the Table', 'Maker Spaces', 'Gift Circles'],
  ['A story for Chicago', 'Cultural value of the commons', 'the challenge of being vulnerable first'],
  ['Image Shift Work', 'Articulating achievable models', 'Chamber of the Commons']
];
const TOOLS = ['open minds', 'enlightened path', 'short and medium term goals'];
const GEM = 'people have the same needs and can be helpful if you just let your voice be heard';

describe('what is kept of a café', () => {
  it('WC27 keeps a day’s three questions with their lists, gems and what hangs under a note', () => {
    const room = afternoon(25).seated().talking();
    LISTS.forEach((list, index) => {
      if (index > 0) room.moved().talking();
      for (const text of list) room.write('p1', text);
    });
    const tools = room.write('p6', 'Tools for change');
    for (const text of TOOLS) room.write('p6', text, { parent: tools });
    room.write('p7', GEM, { gem: true });
    room.lead('harvest');

    const outlines = questionsOf(room);
    expect(outlines.map(({ title }) => title)).toEqual(
      SEED_QUESTIONS.map((text) => ({ kind: 'question', text: { text } }))
    );
    expect(outlines.map(({ branches }) => branches.map(({ head }) => head.kind))).toEqual(Array(3).fill(['loose']));
    expect(outlines.map(({ branches }) => tree(branches[0]?.notes ?? []))).toEqual([
      LISTS[0],
      LISTS[1],
      [...(LISTS[2] ?? []), ['Tools for change', TOOLS], `Gem: ${GEM}`]
    ]);
    expect(outlines[0]?.branches[0]?.notes[0]).toMatchObject({ table: expect.any(Number) as number, round: 1 });
    expect(byTable(room)).toEqual(outlines.map(({ branches }) => idsOf(branches[0]?.notes).sort()));
  });

  it('WC27 groups notes by named clusters, leaves the others loose, and hangs merged notes under the one they went into', () => {
    const room = afternoon(10).seated().talking();
    const [one, other, loose, hidden] = ['Maker Space', 'Maker Spaces', 'Soil', 'Rude'].map((text) =>
      room.write('p1', text)
    );
    room.lead('mergeCards', { from: [one], into: other }).lead('harvest');
    room
      .lead('groupCards', { cards: [other], group: 'cluster1' })
      .lead('nameGroup', { group: 'cluster1', name: 'Places' });
    room.lead('groupCards', { cards: [loose], group: 'cluster2' }).lead('hideCard', { card: hidden });
    expect(room.unkept()).toEqual({ hidden: 1, waiting: 0 });
    const [block] = questionsOf(room);
    expect(block?.branches.map(({ head, notes }) => [head.kind, tree(notes)])).toEqual([
      ['theme', [['Maker Spaces', ['Maker Space']]]],
      ['loose', ['Soil']]
    ]);
  });

  it('WC27 keeps a topic with what its table wrote in all rounds', () => {
    const topics = ['Food', 'Homes'].map((topic) => ({ topic }));
    const room = afternoon(10, { layout: 'topics', questions: [], visits: 2, tables: topics }).seated().talking();
    const [host] = room.sitters(room.table(1));
    room.write(host ?? '', 'First');
    room.moved().talking();
    room.write(host ?? '', 'Second');
    const [block] = questionsOf(room);
    expect(block).toMatchObject({
      title: { text: { text: 'Food' } },
      branches: [{ notes: [{ round: 1 }, { round: 2 }] }]
    });
  });

  it('WC28 leaves rehearsed people out, unless there is nobody else', () => {
    const room = afternoon(10).arrive('p1', { rehearsed: true }).seated().talking();
    room.write('p1', 'Played');
    room.write('p2', 'Meant');
    const kept = () => questionsOf(room).flatMap(({ branches }) => branches.flatMap(({ notes }) => tree(notes)));
    expect(kept()).toEqual(['Meant']);
    for (let n = 2; n <= 10; n += 1) room.arrive(`p${n}`, { rehearsed: true });
    expect(kept()).toEqual(['Played', 'Meant']);
  });
});
