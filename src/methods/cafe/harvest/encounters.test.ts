import { describe, expect, it } from 'vitest';
import { afternoon } from '../testing/meeting.ts';
import { board } from '../words/board.ts';
import { helper, phone } from '#contract/testing/given.ts';

describe('who met whom, on the wall', () => {
  const harvested = (people: number) => afternoon(people).seated().talking().moved().talking().lead('harvest');

  it('WC34 shows it instead of the notes when it is asked for, and the notes again, and both can be taken back', () => {
    const room = harvested(10);
    expect(room.board()).toMatchObject({ encounters: null, wall: { about: null } });
    room.lead('showAbout', { about: '1' }).lead('showEncounters');
    expect(room.board()).toMatchObject({
      wall: null,
      question: null,
      encounters: { paths: Array(10).fill([expect.any(Number), expect.any(Number)]) }
    });
    expect(room.undo().board()).toMatchObject({ encounters: null, wall: { about: '1' } });
    room.lead('showEncounters').lead('showAbout', { about: '1' });
    expect(room.board().encounters).toBeNull();
    expect(room.undo().board().encounters).not.toBeNull();
  });

  it('WC34 tells it from where people said they sat, not from the plan', () => {
    const room = afternoon(10).seated();
    room.and(helper, 'hear', { table: room.table(1) }).lead('ask', { anyway: true });
    for (let n = 0; n < 2; n += 1) room.lead('move', { from: room.all().round }).lead('ask', { anyway: true });
    room.lead('harvest').lead('showEncounters');
    expect(room.board().encounters?.paths.map(([first]) => first)).toEqual(Array(5).fill(1));
  });

  it('WC40 where few said so, no figure is told, and the sentence says of how many seats the picture is made', () => {
    const room = afternoon(10).seated();
    room
      .and(helper, 'hear', { table: room.table(1) })
      .lead('ask', { anyway: true })
      .lead('harvest');
    for (const view of [room.board(), room.console()]) {
      expect(view).toMatchObject({ met: null, unsaid: { said: 5, of: 10 } });
      expect(board.encounters.summary(view)).toBe(
        'This shows only 5 of 10 seats: too few said where they sat to tell more.'
      );
    }
  });

  it('WC34 counts people where they sat, though another table was planned', () => {
    const room = afternoon(10).seated();
    const [one, two] = [room.table(1), room.table(2)];
    room.leave(room.sitters(two)[1] ?? '');
    room
      .lead('movePerson', { person: room.sitters(one)[1], table: two })
      .talking()
      .lead('harvest');
    expect(room.lead('showEncounters').board().encounters?.paths).toEqual([
      ...Array<number[]>(4).fill([1]),
      ...Array<number[]>(5).fill([2])
    ]);
    expect(room.board().met).toMatchObject({ people: 9, least: 3, most: 4, again: 0 });
  });

  it('WC34 says nothing of single people: rows stand in the order of their numbers, whoever came first', () => {
    const [one, other] = [harvested(25), harvested(25)];
    one.lead('showEncounters');
    other.arrive('p1').lead('showEncounters');
    const { paths } = one.board().encounters ?? { paths: [] };
    expect(paths).toEqual(other.board().encounters?.paths);
    expect(paths).toEqual(
      paths.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => (a ?? 0) - (c ?? 0) || (b ?? 0) - (d ?? 0))
    );
    expect(JSON.stringify(one.board().encounters)).not.toMatch(/[a-z]+\d|Name/);
  });

  it('WC34 tells nothing before the harvest, and leaves rehearsed people out', () => {
    const room = afternoon(10).arrive('p1', { rehearsed: true }).seated().talking().lead('showEncounters');
    expect(room.board()).toMatchObject({ encounters: null, met: null });
    room.lead('harvest');
    expect(room.board().encounters?.paths).toHaveLength(9);
    expect(room.console()).toMatchObject({ shows: 'encounters', met: { people: 9 } });
  });

  it('WC34 counts who said late where they sat', () => {
    const room = afternoon(10).seated();
    for (const person of ['p1', 'p2', 'p3'])
      room.and(phone(person), 'here', { table: room.own(person)?.table ?? '', round: 1 });
    room.lead('ask', { anyway: true }).lead('harvest').lead('showEncounters');
    expect(room.board().encounters?.paths).toHaveLength(3);
  });

  it('WC34 of 25 people at five tables: everybody met twelve others, nobody twice', () => {
    const room = afternoon(25).seated().talking().moved().talking().moved().talking().lead('harvest');
    expect(room.board().met).toMatchObject({ people: 25, least: 12, most: 12, again: 0 });
  });

  it('WC34 counts a pair that met again once', () => {
    const room = afternoon(10, { returnHome: true })
      .seated()
      .talking()
      .moved()
      .talking()
      .moved()
      .talking()
      .lead('harvest');
    expect(room.board().met).toMatchObject({
      again: expect.toSatisfy((pairs: number) => pairs >= 20 && pairs <= 45) as number
    });
  });

  it('WC34 says it in one sentence that is true', () => {
    const met = { people: 25, least: 12, median: 12, most: 12, pairs: { count: 150, of: 300 }, again: 0 };
    const { sentence } = board.encounters;
    expect(sentence(met)).toBe('Everybody met 12 others, and nobody met the same person twice.');
    expect(sentence({ ...met, again: 3 })).toBe('Everybody met 12 others.');
    expect(sentence({ ...met, median: 14, most: 15 })).toBe(
      'Everybody met at least 12 others, and half met 14 or more. Nobody met the same person twice.'
    );
    expect(sentence({ ...met, most: 13, again: 1 })).toBe('Everybody met at least 12 others, and some met 13.');
    expect(sentence({ ...met, least: 0, median: 8 })).toBe('Half of us met 8 others or more.');
  });
});
