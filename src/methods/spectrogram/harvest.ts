import type { ContinuumBlock } from '#harvest/blocks.ts';
import type { Room } from '../method.ts';
import { roundFigures, roundsUpTo, shiftBetween } from './figures.ts';
import { answered, latestVersion, type Standing, type State, type Statement, type Version } from './state.ts';

/** One block for each wording that people could answer, in the order they were opened. */
export function harvest(state: State, room: Room): ContinuumBlock[] {
  const counted = withoutRehearsed(room);
  return Object.values(state.statements)
    .flatMap((statement) => wordings(statement).map((wording) => ({ statement, ...wording })))
    .sort((a, b) => (a.version.opened ?? 0) - (b.version.opened ?? 0))
    .map(({ statement, number, version }) => block(statement, number, version, counted));
}

/** Opened by mistake and taken back at once leaves nothing; opened and answered always stays. */
function wordings(statement: Statement): { number: number; version: Version }[] {
  return Object.entries(statement.versions)
    .map(([number, version]) => ({ number: Number(number), version }))
    .filter(
      ({ number, version }) => answered(version) || (number === statement.version && statement.stage !== 'ready')
    );
}

function block(statement: Statement, number: number, version: Version, room: Counted): ContinuumBlock {
  const last = number === statement.version ? statement.round : lastAnswered(version);
  const rounds = roundsUpTo(version, last).map(room.only);
  const [first, final] = [rounds[0], rounds.at(-1)];
  return {
    kind: 'continuum',
    id: number === 1 && latestVersion(statement) === 1 ? statement.id : `${statement.id}-v${number}`,
    statement: version.text,
    poles: [version.poleA, version.poleB],
    middle: version.middle,
    rounds: rounds.map((placements, index) => roundFigures(index + 1, placements, room)),
    shift: first && final && rounds.length > 1 ? shiftBetween(first, final) : null
  };
}

const lastAnswered = ({ rounds }: Version): number =>
  Math.max(
    1,
    ...Object.keys(rounds)
      .map(Number)
      .filter((round) => Object.keys(rounds[round]?.placements ?? {}).length > 0)
  );

type Counted = Room & { only(placements: Record<string, Standing>): Record<string, Standing> };

/** Whoever is unknown to the room by now was a person once and stays counted. */
function withoutRehearsed({ people }: Room): Counted {
  const real = Object.entries(people).filter(([, { rehearsed }]) => !rehearsed);
  if (real.length === 0) return { people, only: (placements) => placements };
  return {
    people: Object.fromEntries(real),
    only: (placements) =>
      Object.fromEntries(Object.entries(placements).filter(([person]) => !people[person]?.rehearsed))
  };
}
