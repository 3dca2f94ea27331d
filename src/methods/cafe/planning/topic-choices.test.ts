import { describe, expect, it } from 'vitest';
import { helper, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

const TOPICS = ['Tools', 'Food', 'Care', 'Money', 'Space', 'Time', 'Trust'];

/** Seven topics, of which each person visits two. */
const topics = (people: number) =>
  afternoon(people, {
    layout: 'topics',
    questions: [],
    visits: 2,
    seats: 6,
    hosts: 'none',
    tables: TOPICS.map((topic) => ({ topic }))
  });
type Cafe = ReturnType<typeof topics>;

function choose(room: Cafe, person: string, ...numbers: number[]): Cafe {
  for (const number of numbers) room.and(phone(person), 'chooseTopic', { table: room.table(number), on: true });
  return room;
}
const visits = (room: Cafe, person: string) =>
  [1, 2].map((round) => room.all().tables[room.seating(round)[person] ?? '']?.number).sort();

describe('WC42 choosing topics', () => {
  it('sends people where they chose to go, as long as there are chairs', () => {
    const room = topics(14);
    choose(choose(choose(room, 'p1', 1, 7), 'p2', 1, 3), 'p3', 7);
    room.seated();
    expect(visits(room, 'p1')).toEqual([1, 7]);
    expect(visits(room, 'p2')).toEqual([1, 3]);
    expect(visits(room, 'p3')).toContain(7);
    expect(room.console().plan?.quality.choices).toEqual({ asked: 5, kept: 5, bound: 5 });
  });

  it('keeps no more than chairs allow where all want the same, and says so', () => {
    const room = topics(20);
    for (let nth = 1; nth <= 20; nth += 1) choose(room, `p${nth}`, 4);
    room.lead('plan').work();
    expect(room.console().draft?.quality.choices).toEqual({ asked: 20, kept: 12, bound: 12 });
  });

  it('keeps a choice that is pressed twice, gives one back, and takes no more than there are rounds', () => {
    const room = choose(topics(14), 'p1', 1, 1, 2);
    expect(room.own('p1')?.chosen).toEqual([room.table(1), room.table(2)]);
    const more = { table: room.table(3), on: true };
    expect(room.when(phone('p1'), 'chooseTopic', more)).toEqual({ refused: 'too-many-topics', figures: { most: 2 } });
    room.and(phone('p1'), 'chooseTopic', { table: room.table(1), on: false });
    expect(choose(room, 'p1', 3).own('p1')?.chosen).toEqual([room.table(2), room.table(3)]);
    for (const number of [2, 3]) room.and(phone('p1'), 'chooseTopic', { table: room.table(number), on: false });
    expect(room.own('p1')).toBeNull();
  });

  it('takes choices until people are told their tables, of topics that are there', () => {
    const room = topics(14);
    const nowhere = { table: 'nowhere', on: true };
    expect(room.when(phone('p1'), 'chooseTopic', nowhere)).toEqual({ refused: 'table-unknown' });
    room.seated();
    const late = { table: room.table(1), on: true };
    expect(room.when(phone('p1'), 'chooseTopic', late)).toEqual({ refused: 'people-have-their-tables' });
  });

  it('lets a plan be made while people go on choosing, of what they had chosen when it was asked for', () => {
    const room = choose(topics(14), 'p1', 1, 7).lead('plan');
    const before = room.openQuestion();
    choose(room, 'p2', 3);
    expect(room.openQuestion()?.asking).toBe(before?.asking);
    expect(room.work().console().draft?.quality.choices).toEqual({ asked: 2, kept: 2, bound: 2 });
    expect(room.lead('plan').work().console().draft?.quality.choices).toEqual({ asked: 3, kept: 3, bound: 3 });
  });

  it('is not asked where all tables talk about one question', () => {
    const room = afternoon(10).seated();
    const { table } = room.own('p1') ?? {};
    expect(room.when(phone('p1'), 'chooseTopic', { table, on: true })).toEqual({ refused: 'no-topics-here' });
  });

  it('hears a helper for somebody without a phone, and takes it back', () => {
    const room = topics(6).arrive('gus', { via: 'walk-in', name: { text: 'Gus' } });
    room.and(helper, 'chooseTopic', { table: room.table(2), on: true, for: 'gus' });
    room.lead('chooseTopic', { table: room.table(3), on: true, for: 'gus' }).undo();
    expect(room.console().choosing).toMatchObject({ people: 1, walkIns: { gus: [room.table(2)] } });
    const forGus = { table: room.table(1), on: true, for: 'gus' };
    expect(room.when(phone('p1'), 'chooseTopic', forGus)).toEqual({ refused: 'not-for-others' });
  });

  it('forgets a topic that is gone, and plans without it', () => {
    const room = choose(topics(14), 'p1', 6, 7);
    room.lead('closeTable', { table: room.table(7), closed: true }).seated();
    expect(visits(room, 'p1')).toContain(6);
    expect(room.console().plan?.quality.choices).toEqual({ asked: 1, kept: 1, bound: 1 });
  });
});

describe('WC43 who chose what', () => {
  it('is told to nobody: those who lead read how many want each topic', () => {
    const room = choose(choose(topics(14), 'p1', 1, 7), 'p2', 1);
    expect(room.console().choosing).toEqual({
      people: 2,
      wanted: { [room.table(1)]: 2, [room.table(7)]: 1 },
      walkIns: {}
    });
    for (const seen of [room.all(), room.board(), room.own('p2')]) expect(JSON.stringify(seen)).not.toContain('p1"');
    expect(room.seated().console().choosing).toBeNull();
  });

  it('counts those who are here', () => {
    const room = choose(choose(topics(14), 'p1', 1), 'p2', 1).leave('p2');
    expect(room.console().choosing).toMatchObject({ people: 1, wanted: { [room.table(1)]: 1 } });
  });
});
