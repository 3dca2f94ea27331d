import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facilitator, helper } from '#contract/testing/given.ts';
import { eveningWith, HELP, SHARE, sixOnTheLine, statement } from '../testing/meeting.ts';
import { holdBackSmallCells } from './lens-views.ts';

const crowded = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, {}]));

/** `count` people, the first half at the first pole of both lines, the others at the second. */
function twoLines(count: number) {
  const room = eveningWith({ statements: [statement(HELP), statement(SHARE)] }, crowded(count));
  for (const text of [HELP, SHARE]) {
    room.lead('open', text);
    for (let index = 0; index < count; index += 1) room.place(`p${index}`, index < count / 2 ? 10 : 990, text);
  }
  const sides = { across: room.named(HELP).id, up: room.named(SHARE).id };
  return { ...room, sides, cross: () => room.when(facilitator, 'cross', sides) };
}

test('SP38 two lines become a cloud once both are revealed, for everybody', () => {
  const room = twoLines(12);
  expect(room.cross()).toEqual({ refused: 'not-revealed-yet' });
  room.lead('reveal', HELP);
  expect(room.cross()).toEqual({ refused: 'not-revealed-yet' });
  room.lead('reveal', SHARE);
  expect(room.cross()).toMatchObject([{ type: 'Looked' }]);
  const { cloud } = room.board();
  expect(cloud).toMatchObject({ across: { text: { text: HELP } }, up: { text: { text: SHARE } }, pairs: 12 });
  expect(cloud?.cells[0]?.[0]).toBe(6);
  expect(cloud?.cells[2]?.[2]).toBe(6);
  expect(room.all().lens).toBe('cloud');
  expect(room.console().cloud).toEqual(cloud);
  expect(room.cross()).toEqual([]);
  expect(room.when(facilitator, 'uncross', {})).toMatchObject([{ type: 'Looked' }]);
  expect(room.board().cloud).toBeNull();
  expect(room.when(facilitator, 'uncross', {})).toEqual({ refused: 'already-so' });
});

test('SP38 whoever stands on one line only is not in the cloud, and under five there is none', () => {
  const room = twoLines(6);
  room.lead('reveal', HELP);
  room.lead('reveal', SHARE);
  room.cross();
  expect(room.board().cloud?.pairs).toBe(6);
  room.say('p0', 'unsure', SHARE);
  expect(room.board().cloud).toMatchObject({ pairs: 5 });
  expect(room.all().lens).toBe('cloud');
  room.say('p1', 'pass', SHARE);
  expect(room.board().cloud).toBeNull();
  expect(room.all().lens).toBeNull();
});

test('SP38 a new hidden round hides the cloud', () => {
  const room = twoLines(12);
  room.lead('reveal', HELP);
  room.lead('reveal', SHARE);
  room.cross();
  room.lead('anotherRound', HELP);
  expect(room.board().cloud).toBeNull();
  expect(room.cross()).toEqual({ refused: 'not-revealed-yet' });
  room.undo();
  expect(room.board().cloud?.pairs).toBe(12);
});

test('SP38 a line has two sides of its own, and only those who lead cross it', () => {
  const room = twoLines(12);
  const { across } = room.sides;
  expect(room.when(facilitator, 'cross', { across, up: across })).toEqual({ refused: 'same-line' });
  expect(room.when(facilitator, 'cross', { across, up: 'toString' })).toEqual({ refused: 'statement-unknown' });
  expect(room.when(helper, 'cross', room.sides)).toEqual({ refused: 'not-yours-to-do' });
  const anonymous = eveningWith({ exposure: 'L0' });
  const sides = { across: anonymous.named(HELP).id, up: anonymous.named(SHARE).id };
  expect(anonymous.when(facilitator, 'cross', sides)).toEqual({ refused: 'not-at-this-exposure' });
});

test('SP38 no cell tells of one to four people, not even by what is missing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }),
      (cells) => {
        const shown = holdBackSmallCells(cells);
        const people = cells.flat().reduce((sum, count) => sum + count, 0);
        const told = shown.flat().reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const hidden = people - told;
        for (const count of shown.flat()) expect(count === null || count === 0 || count >= 5).toBe(true);
        shown.forEach((row, up) =>
          row.forEach((count, across) => expect(count ?? cells[up]?.[across]).toBe(cells[up]?.[across]))
        );
        expect(hidden === 0 || hidden >= 5 || people < 5).toBe(true);
        if (cells.flat().every((count) => count === 0 || count >= 5)) expect(hidden).toBe(0);
      }
    )
  );
});

/** People at these places of both lines, revealed and crossed. */
function crossedAt(places: readonly (readonly [help: number, share: number])[]) {
  const room = eveningWith({ statements: [statement(HELP), statement(SHARE)] }, crowded(places.length));
  for (const [line, text] of [HELP, SHARE].entries()) {
    room.lead('open', text);
    places.forEach((place, index) => room.place(`p${index}`, place[line] ?? 0, text));
    room.lead('reveal', text);
  }
  room.and(facilitator, 'cross', { across: room.named(HELP).id, up: room.named(SHARE).id });
  return room.board().cloud;
}

test('SP38 under sixty people a cloud has nine fields, from sixty on it has twenty-five', () => {
  for (const [count, size] of [
    [59, 3],
    [60, 5]
  ] as const) {
    const cells = crossedAt(
      Array.from({ length: count }, (_, index) => [(index * 17) % 1001, (index * 29) % 1001])
    )?.cells;
    expect([cells?.length, ...new Set(cells?.map((row) => row.length))]).toEqual([size, size]);
  }
});

test('SP38 of twenty-five people who stand all over two lines something can be told', () => {
  const places = Array.from({ length: 25 }, (_, index): [number, number] => {
    const leaning = index % 2 === 0 ? 0 : 560;
    return [leaning + ((index * 97) % 441), leaning + ((index * 61) % 441)];
  });
  const told =
    crossedAt(places)
      ?.cells.flat()
      .filter((count) => count !== null && count > 0) ?? [];
  expect(told.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBeGreaterThanOrEqual(10);
});

const THIRD = 'We eat together';
const moved = () => {
  const room = sixOnTheLine(statement(HELP), statement(SHARE), statement(THIRD));
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP, { keepPlaces: true });
  room.place('ana', 650);
  return room;
};

test('SP39 two rounds of a line are compared, the start of the day and its end', () => {
  const room = moved();
  room.lead('open', SHARE);
  expect(room.lead('compare', HELP, { rounds: [2, 1] })).toEqual({ refused: 'round-unknown' });
  expect(room.lead('compare', HELP, { rounds: [1, 3] })).toEqual({ refused: 'round-unknown' });
  room.lead('compare', HELP, { rounds: [1, 2] });
  const { now, comparison } = room.board();
  expect(now).toMatchObject({ text: { text: HELP } });
  expect(comparison).toMatchObject({
    rounds: [1, 2],
    form: 'ghosts',
    dots: [{ [room.dot('ana')]: { x: 50 } }, { [room.dot('ana')]: { x: 650 } }],
    figures: [
      { round: 1, placed: 6 },
      { round: 2, placed: 6 }
    ],
    shift: { pairs: 6 }
  });
  expect(comparison?.bins?.map((bins) => bins.reduce((sum, count) => sum + count, 0))).toEqual([6, 6]);
  expect(room.all()).not.toHaveProperty('comparison');
  expect(room.all().lens).toBe('comparison');
  room.and(facilitator, 'closeCompare', {});
  expect(room.board().comparison).toBeNull();
});

test('SP39 a hidden round is not compared with anything', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP);
  room.place('ana', 650);
  expect(room.lead('compare', HELP, { rounds: [1, 2] })).toEqual({ refused: 'not-revealed-yet' });
});

test('SP39 up to sixty people have ghosts; more are two histograms', () => {
  for (const [count, form] of [
    [60, 'ghosts'],
    [61, 'mirrored']
  ] as const) {
    const room = twoLines(count);
    room.lead('reveal', HELP);
    room.lead('anotherRound', HELP, { keepPlaces: true });
    room.lead('compare', HELP, { rounds: [1, 2] });
    expect([room.board().comparison?.form, room.board().comparison?.dots !== null]).toEqual([form, form === 'ghosts']);
  }
});

test('SP40 a replay begins with everybody where they were seen first, and holds what could be seen to move', () => {
  const room = sixOnTheLine();
  room.place('ana', 500);
  room.place('ana', 60);
  room.later(8000);
  room.lead('reveal', HELP);
  room.later(2000);
  room.place('ana', 700);
  room.say('bo', 'unsure');
  expect(room.lead('replay', HELP, { round: 1 })).toEqual({ refused: 'close-the-line-first' });
  room.lead('lock', HELP);
  room.lead('replay', HELP, { round: 1 });
  const { replay } = room.board();
  const first = replay?.moves.slice(0, 6) ?? [];
  expect(first.map(([, x]) => x).sort()).toEqual([150, 250, 60, 750, 850, 950]);
  expect(first.map(([dot]) => dot)).toEqual(first.map(([dot]) => dot).sort((one, other) => one - other));
  expect(replay?.moves.slice(6)).toEqual([
    [room.dot('ana'), 700, 10_000],
    [room.dot('bo'), null, 10_000]
  ]);
  expect(replay).toMatchObject({ ms: 10_000, whole: true, round: 1 });
  expect(JSON.stringify(replay)).not.toMatch(/\b500\b/);
  expect(room.console().replay).toEqual(replay);
  expect(room.all()).not.toHaveProperty('replay');
  room.and(facilitator, 'endReplay', {});
  expect(room.board().replay).toBeNull();
});

test('SP40 a dot that another takes the place of leaves the line', () => {
  const room = eveningWith({ exposure: 'L2', statements: [statement(HELP, { way: 'live' })] });
  room.lead('open', HELP);
  room.and(helper, 'place', { ...room.line(HELP), for: 'ana', x: 300 });
  const [made] = Object.keys(room.board().picture?.dots ?? {}).map(Number);
  room.place('ana', 400);
  room.lead('lock', HELP);
  room.lead('replay', HELP, { round: 1 });
  expect(room.board().replay?.moves.map(([dot, x]) => [dot, x])).toEqual([
    [made, 300],
    [made, null],
    [room.dot('ana'), 400]
  ]);
});

test('SP40 a hidden round is not replayed, and a reveal taken back leaves no trace in the next replay', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.place('ana', 333);
  room.undo();
  room.lead('lock', HELP);
  expect(room.lead('replay', HELP, { round: 1 })).toEqual({ refused: 'not-revealed-yet' });
  room.lead('reveal', HELP);
  room.lead('replay', HELP, { round: 1 });
  expect(room.board().replay?.moves).toHaveLength(6);
});

test('SP40 a replay holds so many moves, and says when it is not all of them', async () => {
  const { MOVES_MOST, noteMove } = await import('../continuum/recorded-moves.ts');
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  const draft = structuredClone(room.state);
  const round = draft.statements[room.named(HELP).id]?.versions[1]?.rounds[1];
  if (!round) throw new Error('the line has a first round');
  for (let move = 6; move < MOVES_MOST; move += 1) noteMove(draft, round, 1, 500, move);
  expect([round.moves.length, round.whole]).toEqual([MOVES_MOST, true]);
  noteMove(draft, round, 1, 501, MOVES_MOST);
  expect([round.moves.length, round.whole]).toEqual([MOVES_MOST, false]);
});

test.each([
  ['another line is opened', 'open', THIRD, {}],
  ['another line is shown', 'show', SHARE, {}],
  ['another round begins', 'anotherRound', HELP, {}],
  ['it is opened again', 'reopen', HELP, {}]
] as const)('SP41 looking ends when %s; taken back, it goes on', (_what, command, text, more) => {
  const room = moved();
  room.lead('open', SHARE);
  room.lead('show', HELP);
  room.lead('compare', HELP, { rounds: [1, 2] });
  const before = room.board();
  room.lead(command, text, more);
  expect(room.board().comparison).toBeNull();
  room.undo();
  expect(room.board()).toEqual(before);
});

test.each([
  ['compare', { rounds: [1, 2] }],
  ['replay', { round: 1 }],
  ['replay', { round: 2 }]
] as const)('SP14 %s can be taken back, one look after the other', (command, more) => {
  const room = moved();
  room.lead('lock', HELP);
  const before = [room.board(), room.console()];
  room.lead('compare', HELP, { rounds: [1, 2] });
  const between = [room.board(), room.console()];
  room.lead(command, HELP, more);
  if (command === 'replay') {
    expect(room.board()).toMatchObject({ comparison: null });
    room.undo();
    expect([room.board(), room.console()]).toEqual(between);
  }
  room.undo();
  expect([room.board(), room.console()]).toEqual(before);
});

test('SP42 those who lead see how many placed themselves before the reveal, and how fast', () => {
  const room = eveningWith({}, crowded(12));
  room.lead('open', HELP);
  for (let index = 0; index < 5; index += 1) {
    room.later(2000);
    room.place(`p${index}`, 100);
  }
  expect(room.console().measures).toEqual({ beforeReveal: 5, secondsToAct: { median: 6, p95: 10 }, zonesHeard: 0 });
  room.lead('reveal', HELP);
  room.place('p0', 900);
  room.place('p5', 900);
  expect(room.console().measures?.beforeReveal).toBeNull();
  expect(room.course()).toEqual([{ code: 'before-reveal', value: 'most', scope: { round: 1 }, aside: true }]);
  for (let index = 6; index < 10; index += 1) room.place(`p${index}`, 900);
  expect(room.console().measures).toMatchObject({ beforeReveal: 5, secondsToAct: { median: 10, p95: 10 } });
  expect(room.course()).toMatchObject([{ code: 'before-reveal', value: { count: 5, of: 10 } }]);
});

test('SP42 under five nothing is said of time', () => {
  const room = eveningWith({});
  room.lead('open', HELP);
  for (const person of ['ana', 'bo', 'chidi', 'dana']) room.place(person, 5);
  expect(room.console().measures).toMatchObject({ secondsToAct: null });
});
