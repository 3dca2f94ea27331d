import type { Room } from '../method.ts';
import { answers, counts, roundFigures, shape, shiftBetween } from './figures.ts';
import {
  find,
  inOrder,
  isRevealed,
  standing,
  versionOf,
  type Standing,
  type State,
  type Statement,
  type Version
} from './state.ts';
import {
  placementKey,
  type AllView,
  type BoardView,
  type ConsoleView,
  type LineView,
  type MineView,
  type OwnView,
  type Picture,
  type Placement,
  type StatementRow
} from './views.ts';

/** The only way out for what people placed: positions leave here once a round is revealed, and not before. */
export function view(state: State, channel: string, room: Room): AllView | BoardView | ConsoleView | MineView {
  if (channel === 'all') return forAll(state);
  if (channel === 'board') return onBoard(state, room);
  if (channel === 'console') return onConsole(state, room);
  return channel.startsWith('person:') ? forPerson(state, channel.slice('person:'.length)) : null;
}

function forAll(state: State): AllView {
  const now = current(state);
  return {
    exposure: 'L1',
    now: now && line(state, now),
    shape: now && isRevealed(now) ? shape(standingIn(now)) : null
  };
}

function onBoard(state: State, room: Room): BoardView {
  const now = current(state);
  return {
    exposure: 'L1',
    now: now && line(state, now),
    counts: now && counts(standingIn(now), room),
    picture: now && picture(state, now, room)
  };
}

function onConsole(state: State, room: Room): ConsoleView {
  const now = current(state);
  const placements = now ? standingIn(now) : {};
  return {
    exposure: 'L1',
    statements: Object.fromEntries(inOrder(state).map((statement) => [statement.id, row(statement)])),
    now: state.now,
    counts: now && counts(placements, room),
    acted: eachOf(placements, ({ via }) => via),
    people:
      now && isRevealed(now)
        ? eachOf(placements, (placement, person) => ({ ...bare(placement), dot: dotOf(state, person) }))
        : null,
    picture: now && picture(state, now, room)
  };
}

function forPerson(state: State, person: string): MineView {
  const placements: OwnView['placements'] = {};
  for (const { id, versions } of Object.values(state.statements))
    for (const [version, { rounds }] of Object.entries(versions))
      for (const [round, { placements: all }] of Object.entries(rounds)) {
        const own = find(all, person);
        if (own)
          placements[placementKey({ statement: id, version: Number(version), round: Number(round) })] = bare(own);
      }
  return Object.keys(placements).length > 0 ? { placements } : null;
}

const line = (state: State, statement: Statement): LineView => ({
  ...lineOf(statement, versionOf(statement)),
  of: Object.keys(state.statements).length
});

const row = (statement: Statement): StatementRow => ({
  ...lineOf(statement, versionOf(statement)),
  ...answers(standingIn(statement))
});

const lineOf = (statement: Statement, version: Version): Omit<LineView, 'of'> => ({
  statement: statement.id,
  version: statement.version,
  order: statement.order,
  text: version.text,
  poleA: version.poleA,
  poleB: version.poleB,
  middle: version.middle,
  kind: version.kind,
  way: statement.way,
  stage: statement.stage,
  round: statement.round,
  emptyAt: Object.keys(version.rounds)
    .map(Number)
    .filter((round) => round <= statement.round && version.rounds[round]?.empty),
  revealed: isRevealed(statement)
});

function picture(state: State, statement: Statement, room: Room): Picture | null {
  if (!isRevealed(statement)) return null;
  const version = versionOf(statement);
  const { round } = statement;
  const here = standing(version, round);
  const before = version.rounds[round - 1]?.revealed ? standing(version, round - 1) : null;
  return {
    dots: dotted(state, here, ({ x, order }) => ({ x, order })),
    previous: before && dotted(state, before, ({ x }) => x),
    figures: roundFigures(round, here, room),
    shift: before && shiftBetween(before, here)
  };
}

function dotted<Drawn>(
  state: State,
  placements: Record<string, Standing>,
  draw: (placed: Standing & { x: number }) => Drawn
): Record<number, Drawn> {
  const drawn: Record<number, Drawn> = {};
  for (const [person, placement] of Object.entries(placements))
    if ('x' in placement) drawn[dotOf(state, person)] = draw(placement);
  return drawn;
}

const current = (state: State): Statement | null => find(state.statements, state.now) ?? null;

const standingIn = (statement: Statement): Record<string, Standing> => standing(versionOf(statement), statement.round);

const dotOf = (state: State, person: string): number => state.dots[person] ?? 0;

const bare = (placement: Standing): Placement =>
  'x' in placement ? { x: placement.x, via: placement.via } : { answer: placement.answer, via: placement.via };

const eachOf = <From, To>(items: Record<string, From>, make: (item: From, key: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(items).map(([key, item]) => [key, make(item, key)]));
