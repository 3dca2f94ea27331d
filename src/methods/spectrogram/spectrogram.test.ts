import { describe, expect, test } from 'vitest';
import { facilitator, given, helper, phone } from '../spec.ts';
import type { StatementForm } from './settings.ts';
import { spectrogram } from './spectrogram.ts';
import {
  earlierPlacement,
  ownPlacement,
  type AllView,
  type BoardView,
  type ConsoleView,
  type OwnView
} from './views.ts';

const statement = (text: string, changes: Partial<StatementForm> = {}): StatementForm => ({
  text,
  poleA: 'agree',
  poleB: 'disagree',
  middle: null,
  kind: 'opinion',
  way: 'blind',
  ...changes
});

const HELP = 'I know whom to ask for help';
const SHARE = 'We share more than we buy';
const everybody = { ana: {}, bo: {}, chidi: {}, dana: {}, eli: {}, fatima: {}, gus: { via: 'walk-in' as const } };

function evening(...statements: StatementForm[]) {
  const scene = given(
    spectrogram,
    { statements: statements.length > 0 ? statements : [statement(HELP), statement(SHARE)] },
    everybody
  );
  const named = (text: string) => {
    const found = Object.values(scene.state.statements).find(({ versions }) =>
      Object.values(versions).some((version) => version.text.text === text)
    );
    if (!found) throw new Error(`no statement “${text}”`);
    return found;
  };
  const line = (text: string) => {
    const { id, version, round } = named(text);
    return { statement: id, version, round };
  };
  return {
    ...scene,
    named,
    line,
    all: () => scene.see('all') as AllView,
    board: () => scene.see('board') as BoardView,
    console: () => scene.see('console') as ConsoleView,
    own: (person: string) => scene.see(`person:${person}`) as OwnView | null,
    lead: (command: string, text: string, more: object = {}) =>
      scene.when(facilitator, command, { statement: named(text).id, ...more }),
    place: (person: string, x: number, text = HELP) => scene.when(phone(person), 'place', { ...line(text), x }),
    say: (person: string, answer: string, text = HELP) => scene.when(phone(person), 'place', { ...line(text), answer })
  };
}

/** A line with six people on it: ana 50, bo 150, chidi 250, dana 750, eli 850, fatima 950. */
function sixOnTheLine(...statements: StatementForm[]) {
  const room = evening(...statements);
  room.lead('open', HELP);
  ['ana', 'bo', 'chidi'].forEach((person, index) => room.place(person, 50 + 100 * index));
  ['dana', 'eli', 'fatima'].forEach((person, index) => room.place(person, 750 + 100 * index));
  return room;
}

describe('placing', () => {
  test('SP1 the last place of a person counts, and “not sure” is an answer of its own', () => {
    const room = evening();
    room.lead('open', HELP);
    room.place('ana', 100);
    room.place('ana', 900);
    room.place('bo', 500);
    room.say('bo', 'unsure');
    room.say('chidi', 'pass');
    expect(room.board().counts).toEqual({ present: 7, placed: 1, unsure: 1, passed: 1 });
    expect(ownPlacement(room.own('ana'), room.all().now!)).toEqual({ x: 900, via: 'phone' });
  });

  test('SP1 to place the same again changes nothing', () => {
    const room = evening();
    room.lead('open', HELP);
    room.place('ana', 100);
    expect(room.place('ana', 100)).toEqual([]);
    room.say('bo', 'unsure');
    expect(room.say('bo', 'unsure')).toEqual([]);
  });

  test.each([-1, 1001, 500.5, Number.NaN, '500', null])('SP1 %s is not a place on the line', (x) => {
    const room = evening();
    room.lead('open', HELP);
    expect(room.when(phone('ana'), 'place', { ...room.line(HELP), x })).toEqual({ refused: 'not-understood' });
    expect(room.board().counts?.placed).toBe(0);
  });

  test('SP2 nobody is placed before the line opens or after it closes', () => {
    const room = evening();
    expect(room.place('ana', 1)).toEqual({ refused: 'not-open-yet' });
    room.lead('open', HELP);
    room.lead('lock', HELP);
    expect(room.place('ana', 1)).toEqual({ refused: 'line-is-locked' });
    room.lead('reopen', HELP);
    expect(room.place('ana', 1)).toMatchObject([{ type: 'Placed' }]);
  });

  test('SP3 Ana cannot move Bo’s dot, a helper can, and it shows', () => {
    const room = evening();
    room.lead('open', HELP);
    const forBo = { ...room.line(HELP), x: 10, for: 'bo' };
    expect(room.when(phone('ana'), 'place', forBo)).toEqual({ refused: 'not-your-dot' });
    expect(room.when(helper, 'place', forBo)).toMatchObject([
      { type: 'Placed', data: { person: 'bo', via: 'helper' } }
    ]);
    expect(room.when(helper, 'place', { ...forBo, for: 'gus' })).toMatchObject([{ data: { via: 'helper' } }]);
    expect(ownPlacement(room.own('bo'), room.all().now!)).toEqual({ x: 10, via: 'helper' });
  });

  test('SP3 a helper says for whom, and it is somebody who is here', () => {
    const room = evening();
    room.lead('open', HELP);
    room.leave('dana');
    const place = { ...room.line(HELP), x: 10 };
    expect(room.when(helper, 'place', place)).toEqual({ refused: 'for-whom' });
    expect(room.when(helper, 'place', { ...place, for: 'nobody' })).toEqual({ refused: 'person-unknown' });
    expect(room.when(helper, 'place', { ...place, for: 'constructor' })).toEqual({ refused: 'person-unknown' });
    expect(room.when(helper, 'place', { ...place, for: 'dana' })).toEqual({ refused: 'person-left' });
  });

  test('SP3 the board cannot place anybody', () => {
    const room = evening();
    room.lead('open', HELP);
    const place = { ...room.line(HELP), x: 10, for: 'ana' };
    expect(room.when({ role: 'viewer', person: null }, 'place', place)).toEqual({ refused: 'not-yours-to-do' });
  });

  test('SP4 an answer to other words, another round or a line that is gone is asked again', () => {
    const room = evening();
    room.lead('open', HELP);
    room.place('ana', 100);
    const stale = room.line(HELP);
    room.lead('anotherRound', HELP);
    expect(room.when(phone('bo'), 'place', { ...stale, x: 5 })).toEqual({ refused: 'other-round' });
    room.lead('reviseStatement', HELP, statement('I know two people to ask'));
    expect(room.when(phone('bo'), 'place', { ...stale, x: 5 })).toEqual({ refused: 'other-wording' });
    const nowhere = { ...stale, statement: 'toString', x: 5 };
    expect(room.when(phone('bo'), 'place', nowhere)).toEqual({ refused: 'statement-unknown' });
  });

  test('SP5 whoever leaves leaves their dot, and the count of those here never falls below the placed', () => {
    const room = sixOnTheLine();
    ['ana', 'bo', 'gus'].forEach((person) => room.leave(person));
    expect(room.board().counts).toMatchObject({ present: 6, placed: 6 });
    expect(room.place('ana', 1)).toEqual({ refused: 'person-left' });
  });

  test('SP5 whoever comes late joins the round that is on', () => {
    const room = sixOnTheLine();
    room.arrive('hana');
    expect(room.place('hana', 500)).toMatchObject([{ type: 'Placed' }]);
    expect(room.board().counts).toMatchObject({ present: 8, placed: 7 });
  });

  test('SP6 a helper takes a dot off, and a participant does not', () => {
    const room = sixOnTheLine();
    const dot = { ...room.line(HELP), for: 'ana' };
    expect(room.when(phone('ana'), 'lift', dot)).toEqual({ refused: 'not-yours-to-do' });
    room.and(helper, 'lift', dot);
    expect(room.board().counts?.placed).toBe(5);
    expect(room.own('ana')).toBeNull();
    expect(room.when(helper, 'lift', dot)).toEqual({ refused: 'not-placed-yet' });
  });
});

describe('seeing', () => {
  test('SP7 before the reveal no view holds a place, but for people’s own', () => {
    const room = sixOnTheLine();
    const seen = JSON.stringify([room.all(), room.board(), room.console()]);
    for (const x of [150, 250, 750, 850, 950]) expect(seen).not.toMatch(new RegExp(`\\b${x}\\b`));
    expect(room.board().picture).toBeNull();
    expect(room.console()).toMatchObject({ people: null, picture: null });
    expect(Object.keys(room.console().acted)).toEqual(['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima']);
    room.lead('reveal', HELP);
    expect(Object.values(room.board().picture?.dots ?? {}).map(({ x }) => x)).toEqual([50, 150, 250, 750, 850, 950]);
    expect(room.console().people?.['bo']).toEqual({ x: 150, via: 'phone', dot: 2 });
  });

  test('SP7 a hidden second round hides what a revealed first one showed, until both are revealed', () => {
    const room = sixOnTheLine();
    room.lead('reveal', HELP);
    room.lead('anotherRound', HELP);
    room.place('ana', 900);
    expect(room.board().picture).toBeNull();
    room.lead('reveal', HELP);
    expect(room.board().picture).toMatchObject({ dots: { 1: { x: 900 } }, previous: { 1: 50, 2: 150 } });
  });

  test('SP7 a first round that was never revealed stays hidden behind a revealed second one', () => {
    const room = sixOnTheLine();
    room.lead('anotherRound', HELP);
    room.place('ana', 900);
    room.lead('reveal', HELP);
    expect(room.board().picture).toMatchObject({ dots: { 1: { x: 900 } }, previous: null, shift: null });
  });

  test('SP8 the board never names a person, and a dot keeps its number from line to line', () => {
    const room = sixOnTheLine();
    room.lead('reveal', HELP);
    room.lead('open', SHARE);
    room.place('fatima', 20, SHARE);
    room.lead('reveal', SHARE);
    expect(room.board().picture?.dots).toEqual({ 6: { x: 20, order: 7 } });
    expect(JSON.stringify(room.board())).not.toMatch(/fatima|ana|chidi/);
  });

  test('SP9 phones get a shape after the reveal, from five people on', () => {
    const room = evening();
    room.lead('open', HELP);
    ['ana', 'bo', 'chidi', 'dana'].forEach((person) => room.place(person, 10));
    room.lead('reveal', HELP);
    expect(room.all().shape).toBeNull();
    room.place('eli', 990);
    room.say('gus', 'unsure');
    expect(room.all().shape).toEqual({ fifths: [4, 0, 0, 0, 1], unsure: 1 });
  });

  test('SP10 while places are hidden, a placement touches no view that all phones share', () => {
    const room = sixOnTheLine();
    const decision = room.place('gus', 500);
    const [placed] = Array.isArray(decision) ? decision : [];
    if (placed?.type !== 'Placed') throw new Error('Gus was not placed');
    expect(spectrogram.touches.Placed(placed.data)).toEqual(['board', 'console', 'person:gus']);
  });

  test('SP11 people find their places again, in this round and the one before', () => {
    const room = sixOnTheLine();
    room.lead('anotherRound', HELP);
    const line = room.all().now!;
    expect(ownPlacement(room.own('ana'), line)).toBeNull();
    expect(earlierPlacement(room.own('ana'), line)).toEqual({ x: 50, via: 'phone' });
  });

  test('SP11 on a live line everybody is seen at once', () => {
    const room = sixOnTheLine(statement(HELP, { way: 'live' }));
    expect(room.all()).toMatchObject({ now: { revealed: true }, shape: { fifths: [2, 1, 0, 1, 2] } });
    expect(room.board().picture?.dots[3]).toEqual({ x: 250, order: 3 });
  });
});

describe('leading', () => {
  test('SP12 opening a line closes the one before it', () => {
    const room = sixOnTheLine();
    room.lead('open', SHARE);
    expect(room.place('ana', 1, HELP)).toEqual({ refused: 'line-is-locked' });
    expect(room.all().now).toMatchObject({ text: { text: SHARE }, order: 2, of: 2, stage: 'open' });
  });

  test('SP12 a line that has closed can be shown again without opening it', () => {
    const room = sixOnTheLine();
    expect(room.lead('show', SHARE)).toEqual({ refused: 'not-open-yet' });
    room.lead('open', SHARE);
    room.lead('show', HELP);
    expect(room.all().now).toMatchObject({ text: { text: HELP }, stage: 'locked' });
    expect(room.lead('show', HELP)).toEqual({ refused: 'already-on-the-board' });
    expect(room.place('ana', 3, SHARE)).toMatchObject([{ type: 'Placed' }]);
  });

  test('SP13 two consoles do not work against each other', () => {
    const room = sixOnTheLine();
    expect(room.lead('open', HELP)).toEqual({ refused: 'already-open' });
    expect(room.lead('setWay', HELP, { way: 'live' })).toEqual({ refused: 'already-open' });
    room.lead('reveal', HELP);
    expect(room.lead('reveal', HELP)).toEqual({ refused: 'already-revealed' });
    room.lead('lock', HELP);
    expect(room.lead('lock', HELP)).toEqual({ refused: 'already-locked' });
    expect(room.lead('open', HELP)).toEqual({ refused: 'line-is-locked' });
    room.lead('reopen', HELP);
    expect(room.lead('reopen', HELP)).toEqual({ refused: 'already-open' });
    room.lead('anotherRound', HELP);
    expect(room.lead('anotherRound', HELP)).toEqual({ refused: 'nobody-placed-yet' });
    expect(room.lead('setWay', SHARE, { way: 'blind' })).toEqual({ refused: 'already-so' });
  });

  test.each(['reveal', 'lock', 'reopen', 'anotherRound', 'show'])(
    'SP13 %s waits until the line was opened',
    (command) => {
      expect(evening().lead(command, HELP)).toEqual({ refused: 'not-open-yet' });
    }
  );

  test.each(['open', 'reveal', 'lock', 'removeStatement', 'anotherRound'])('SP13 only those who lead %s', (command) => {
    const room = evening();
    const input = { statement: room.named(HELP).id };
    for (const by of [phone('ana'), helper])
      expect(room.when(by, command, input)).toEqual({ refused: 'not-yours-to-do' });
    expect(room.when(facilitator, command, { statement: 'gone' })).toEqual({ refused: 'statement-unknown' });
  });

  test('SP14 Ana opens the wrong statement and takes it back: the board is as before, and nothing is lost', () => {
    const room = sixOnTheLine();
    room.lead('reveal', HELP);
    const before = room.board();
    room.lead('open', SHARE);
    room.place('bo', 500, SHARE);
    room.undo();
    expect(room.board()).toEqual(before);
    room.lead('open', SHARE);
    expect(room.board().counts).toMatchObject({ placed: 1 });
  });

  test.each([
    ['open', SHARE, {}],
    ['reveal', HELP, {}],
    ['lock', HELP, {}],
    ['anotherRound', HELP, {}],
    ['anotherRound', HELP, { keepPlaces: true }],
    ['setWay', SHARE, { way: 'live' }],
    ['moveStatement', HELP, { to: 2 }],
    ['moveStatement', SHARE, { to: 1 }],
    ['duplicateStatement', HELP, {}],
    ['reviseStatement', SHARE, statement('We give more than we buy', { way: 'live' })],
    ['reviseStatement', HELP, statement('I know nobody', { way: 'live' })],
    ['lift', HELP, { version: 1, round: 1, for: 'ana' }],
    ['place', HELP, { version: 1, round: 1, for: 'ana', x: 999 }],
    ['place', HELP, { version: 1, round: 1, for: 'gus', answer: 'pass' }]
  ] as const)('SP14 %s can be taken back: every view is as before', (command, text, more) => {
    const room = sixOnTheLine();
    const views = () => [room.all(), room.console(), ...Object.keys(everybody).map(room.own)];
    const before = views();
    expect(room.lead(command, text, more)).not.toHaveProperty('refused');
    expect(views()).not.toEqual(before);
    room.undo();
    expect(views()).toEqual(before);
  });

  test('SP14 taking back another round keeps what people placed in it for when it begins after all', () => {
    const room = sixOnTheLine();
    room.lead('anotherRound', HELP);
    room.place('ana', 700);
    room.undo();
    expect(room.all().now?.round).toBe(1);
    expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 50 });
    room.lead('anotherRound', HELP);
    expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 700 });
  });

  test('SP15 another round begins with an empty line and keeps the one before it', () => {
    const room = sixOnTheLine();
    room.lead('anotherRound', HELP);
    expect(room.all().now).toMatchObject({ round: 2, emptyAt: [1, 2], stage: 'open', revealed: false });
    expect(room.board().counts?.placed).toBe(0);
  });

  test('SP15 or everybody stays where they stood, in sight if they were in sight, until they move', () => {
    const room = sixOnTheLine();
    room.lead('reveal', HELP);
    room.lead('lock', HELP);
    room.lead('anotherRound', HELP, { keepPlaces: true });
    room.place('ana', 650);
    expect(room.all().now).toMatchObject({ round: 2, emptyAt: [1], revealed: true });
    expect(room.board().picture).toMatchObject({
      dots: { 1: { x: 650 }, 2: { x: 150 } },
      previous: { 1: 50, 2: 150 },
      shift: { pairs: 6, median: 0, moved: null, crossed: null }
    });
    room.lead('anotherRound', HELP, { keepPlaces: true });
    expect(ownPlacement(room.own('bo'), room.all().now!)).toMatchObject({ x: 150 });
    expect(ownPlacement(room.own('ana'), room.all().now!)).toMatchObject({ x: 650 });
  });

  test('SP16 words that nobody could answer yet are changed in place', () => {
    const room = evening();
    room.lead('reviseStatement', HELP, statement('I know my neighbours'));
    expect(room.named('I know my neighbours')).toMatchObject({ version: 1, stage: 'ready' });
    expect(Object.keys(room.console().statements)).toHaveLength(2);
  });

  test('SP16 words that people answered are kept with their answers, and new words begin an empty line', () => {
    const room = sixOnTheLine();
    room.lead('reviseStatement', HELP, statement('I know two people to ask'));
    expect(room.all().now).toMatchObject({
      text: { text: 'I know two people to ask' },
      version: 2,
      round: 1,
      stage: 'open'
    });
    expect(room.board().counts?.placed).toBe(0);
    expect(room.harvest()).toMatchObject([
      { statement: { text: HELP }, rounds: [{ placed: 6 }] },
      { statement: { text: 'I know two people to ask' }, rounds: [{ placed: 0 }] }
    ]);
  });

  test('SP17 a statement that people answered stays; another goes, and the list closes up', () => {
    const room = sixOnTheLine();
    expect(room.lead('removeStatement', HELP)).toEqual({ refused: 'people-placed-here' });
    room.lead('duplicateStatement', HELP);
    room.lead('removeStatement', SHARE);
    expect(Object.values(room.console().statements).map(({ order, stage }) => [order, stage])).toEqual([
      [1, 'open'],
      [2, 'ready']
    ]);
  });

  test('SP17 a removed statement comes back where it was, and old phones cannot answer it unseen', () => {
    const room = evening();
    room.lead('open', HELP);
    const stale = room.line(HELP);
    room.lead('removeStatement', HELP);
    expect(room.all().now).toBeNull();
    room.undo();
    expect(room.named(HELP)).toMatchObject({ order: 1, stage: 'ready' });
    room.lead('open', HELP);
    expect(room.when(phone('ana'), 'place', { ...stale, x: 1 })).toEqual({ refused: 'other-wording' });
  });

  test('SP17 a statement can be added in the middle, up to a full list', () => {
    const room = evening();
    const settings = statement('We eat together');
    room.and(facilitator, 'addStatement', { settings, after: room.named(HELP).id });
    expect(Object.values(room.console().statements).map(({ text }) => text.text)).toEqual([
      HELP,
      'We eat together',
      SHARE
    ]);
    for (let more = 3; more < 40; more += 1) room.and(facilitator, 'addStatement', { settings });
    expect(room.when(facilitator, 'addStatement', { settings })).toEqual({
      refused: 'too-many-statements',
      figures: { most: 40 }
    });
  });

  test('SP18 Next opens, reveals, closes and goes on, until all statements are done', () => {
    const room = evening(statement(HELP), statement(SHARE, { way: 'live' }));
    const steps: string[] = [];
    for (let step = room.next(); step && steps.length < 20; step = room.next()) {
      steps.push(step.command);
      room.and(facilitator, step.command, step.input);
    }
    expect(steps).toEqual(['open', 'reveal', 'lock', 'open', 'lock']);
    expect(room.next()).toBeNull();
  });
});

describe('keeping', () => {
  test('SP19 a block for each opened line in the order they were opened; others leave nothing', () => {
    const room = evening(statement(HELP), statement(SHARE), statement('Never opened'));
    room.lead('open', SHARE);
    room.lead('open', HELP);
    room.lead('open', 'Never opened');
    room.undo();
    expect(room.harvest().map(({ statement: { text } }) => text)).toEqual([SHARE, HELP]);
  });

  test('SP19 a block has its poles, its rounds, and an id of its own', () => {
    const room = sixOnTheLine(statement(HELP, { middle: 'it depends' }));
    room.say('gus', 'unsure');
    const [block] = room.harvest();
    expect(block).toMatchObject({
      kind: 'continuum',
      id: room.named(HELP).id,
      poles: [{ text: 'agree' }, { text: 'disagree' }],
      middle: { text: 'it depends' },
      rounds: [
        { round: 1, present: 7, placed: 6, unsure: 1, passed: 0, spread: { median: 500, thirds: [null, 0, null] } }
      ],
      shift: null
    });
  });

  test('SP20 four people leave counts and no shape', () => {
    const room = evening();
    room.lead('open', HELP);
    ['ana', 'bo', 'chidi', 'dana'].forEach((person) => room.place(person, 10));
    expect(room.harvest()[0]?.rounds[0]).toMatchObject({ placed: 4, spread: null });
    room.lead('reveal', HELP);
    expect(room.board().picture?.figures.spread).toBeNull();
  });

  test('SP21 movement is told of those who stand in both rounds', () => {
    const room = sixOnTheLine();
    room.lead('anotherRound', HELP);
    for (const person of ['ana', 'bo', 'chidi', 'dana', 'eli']) room.place(person, 600);
    room.say('fatima', 'unsure');
    room.place('gus', 600);
    expect(room.harvest()[0]?.shift).toEqual({ pairs: 5, median: 350, distance: 350, moved: 5, crossed: null });
  });

  test('SP22 rehearsed people leave nothing beside real ones, and all there is on their own', () => {
    const room = sixOnTheLine();
    room.arrive('ana', { rehearsed: true });
    expect(room.harvest()[0]?.rounds[0]).toMatchObject({ present: 6, placed: 5 });
    for (const person of Object.keys(everybody)) room.arrive(person, { rehearsed: true });
    expect(room.harvest()[0]?.rounds[0]).toMatchObject({ present: 7, placed: 6 });
  });

  test('SP23 the same activity begins afresh, with its statements and without its people', () => {
    const room = sixOnTheLine();
    room.lead('moveStatement', HELP, { to: 2 });
    expect(room.again().statements.map(({ text, way }) => [text.text, way])).toEqual([
      [SHARE, 'blind'],
      [HELP, 'blind']
    ]);
    expect(JSON.stringify(room.again())).not.toMatch(/ana|placements/);
  });
});
