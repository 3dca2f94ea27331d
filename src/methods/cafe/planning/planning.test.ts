import { describe, expect, it } from 'vitest';
import { facilitator, phone } from '#contract/testing/given.ts';
import { afternoon, worker } from '../testing/meeting.ts';
import type { Seating } from '#rotation/problem.ts';

describe('preparing and planning', () => {
  it('WC2 counts tables from those present, and counts again as long as nobody was told', () => {
    const room = afternoon(10).lead('plan').work();
    expect(Object.values(room.all().tables).map(({ number }) => number)).toEqual([1, 2]);
    room.arrive('eva').lead('plan').work();
    expect(Object.values(room.all().tables).map(({ number }) => number)).toEqual([1, 2, 3]);
    room.lead('seat');
    expect(room.when(facilitator, 'setTables', { count: 2, seats: 5 })).toMatchObject({ refused: 'tables-are-known' });
    room.lead('setTables', { count: 4, seats: 5 });
    expect(room.table(4)).not.toBe('');
  });

  it('WC3 seats pins where they are pinned, pairs together, and others apart', () => {
    const room = afternoon(25, { tables: [{}, {}, {}, {}, {}] });
    room.lead('pin', { person: 'p25', table: room.table(2) });
    room
      .lead('keepTogether', { people: ['p3', 'p4'] })
      .lead('keepApart', { people: ['p5', 'p6'] })
      .seated();
    for (const round of [1, 2, 3]) {
      const at = room.seating(round);
      expect(at['p25']).toBe(room.table(2));
      expect(at['p3']).toBe(at['p4']);
      expect(at['p5']).not.toBe(at['p6']);
    }
  });

  it('WC4 shows a plan to those who lead, and tells nobody a table before it counts', () => {
    const room = afternoon(25).lead('plan').work();
    expect(room.console().draft).toMatchObject({ people: 25, tables: 5, quality: { excess: 0, isOptimal: true } });
    expect(room.console().draft?.sizes).toEqual([5, 5, 5].map((size) => ({ least: size, most: size })));
    expect(room.own('p1')).toBeNull();
    expect(room.board()).toMatchObject({ expected: 0, met: null });
    room.lead('seat');
    expect(room.own('p1')).toMatchObject({ here: false, letter: 0, hosts: true });
    expect(room.console().plan?.quality.met).toMatchObject({ least: 12 });
    expect(room.undo().own('p1')).toBeNull();
    expect(room.console().draft).not.toBeNull();
  });

  it('WC11 what is pressed about a plan is for the plan its sender saw', () => {
    const room = afternoon(10).lead('plan').work();
    const { engineRequests: after } = room.console();
    room.lead('plan', { after }).work();
    for (const command of ['plan', 'seat', 'dropPlan'])
      expect([command, room.when(facilitator, command, { after })]).toEqual([command, { refused: 'already-moved-on' }]);
    expect(room.console().draft).not.toBeNull();
    expect(room.lead('dropPlan', { after: room.console().engineRequests }).console().draft).toBeNull();
  });

  it('WC11 a question is changed or removed under the number its sender saw', () => {
    const room = afternoon(10, { questions: ['One?', 'Two?', 'Three?'] }).lead('removeQuestion', { round: 1, of: 3 });
    for (const [command, input] of [
      ['removeQuestion', { round: 2 }],
      ['setQuestion', { round: 2, question: 'Which?' }]
    ] as const)
      expect(room.when(facilitator, command, { ...input, of: 3 })).toEqual({ refused: 'already-moved-on' });
    expect(room.console().questions).toHaveLength(2);
  });

  it('WC4 takes no plan that answers an older question', () => {
    const room = afternoon(10).lead('plan');
    const older = room.openQuestion()?.answered() ?? {};
    room.lead('keepApart', { people: ['p1', 'p2'] });
    expect(room.when(worker, 'planned', older)).toEqual([]);
    expect(room.console()).toMatchObject({ draft: null, planning: true });
    expect(room.work().console()).toMatchObject({ planning: false });
  });

  it('WC4 asks for people, questions and chairs before it makes a plan', () => {
    expect(afternoon(0).when(facilitator, 'plan', {})).toMatchObject({ refused: 'too-few-people' });
    expect(afternoon(9, { questions: [] }).when(facilitator, 'plan', {})).toMatchObject({ refused: 'no-question-yet' });
    const tight = afternoon(11, { tables: [{}, {}] });
    expect(tight.when(facilitator, 'plan', {})).toMatchObject({
      refused: 'too-few-chairs',
      figures: { chairs: 10, people: 11 }
    });
  });

  it('WC1 has no more people at a table than chairs, whatever the engine says', () => {
    const room = afternoon(10).lead('plan');
    const { asking, answer } = room.openQuestion()?.answered() as { asking: string; answer: { rounds: Seating[] } };
    const [first] = Object.values(answer.rounds[0] ?? {});
    const crowded = answer.rounds.map((at) => Object.fromEntries(Object.keys(at).map((person) => [person, first])));
    room.and(worker, 'planned', { asking, answer: { ...answer, rounds: crowded } }).and(facilitator, 'seat', {});
    expect(room.sitters(first ?? '')).toHaveLength(5);
    expect(room.console().unseated).toHaveLength(5);
    expect(room.and(phone(room.console().unseated[0] ?? ''), 'comeIn', {}).see('board')).toMatchObject({ expected: 6 });
  });

  it('WC29 begins afresh with the same questions, without anybody', () => {
    const room = afternoon(10, { tables: [{ name: 'Garden' }, {}] }).seated();
    const again = room.again();
    expect(again).toMatchObject({
      questions: room.state.questions,
      tables: [{ name: { text: 'Garden' } }, { name: null }]
    });
    expect(afternoon(10).seated().again().tables).toEqual([]);
  });
});
