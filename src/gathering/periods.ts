import * as v from 'valibot';
import { BOARD_AND_CONSOLE, commandOf, refuse } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents } from './events.ts';
import { CORRECTION_DAYS, KEPT_DAYS, type Days } from './limits.ts';
import type { GatheringState, Periods } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const DAY_MS = 86_400_000;

const days = ({ least, most }: Days) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const [correctionDays, keptDays] = [days(CORRECTION_DAYS), days(KEPT_DAYS)];

/** As the form that convenes may leave them out. */
export const periodsOrUsual = {
  correctionDays: v.optional(correctionDays, CORRECTION_DAYS.usual),
  keptDays: v.optional(keptDays, KEPT_DAYS.usual)
};

/** Until when people may correct; null while the gathering is not closed, and where no time is given for it. */
export const correctableUntil = ({ closedAt, correctionDays }: GatheringState): number | null =>
  closedAt === null || correctionDays === 0 ? null : closedAt + correctionDays * DAY_MS;

/** So long the team has to take out what must not go out: CO12 of docs/corrections.md. */
const BEFORE_TAKE_HOME_MS = 10 * 60_000;

/** From when on those who were there read the whole draft; null while the gathering is not closed. */
export const takeHomeFrom = ({ closedAt }: GatheringState): number | null =>
  closedAt === null ? null : closedAt + BEFORE_TAKE_HOME_MS;

/** When all but the editions goes by itself; null while the gathering is not closed. Never before corrections end. */
export function keptUntil(state: GatheringState): number | null {
  const { closedAt, publishedAt, keptDays } = state;
  if (closedAt === null) return null;
  return Math.max((publishedAt ?? closedAt) + keptDays * DAY_MS, correctableUntil(state) ?? 0);
}

/** For how long a gathering goes on after it has closed: CO1 and CO10 of docs/corrections.md. */
export const periods = partOf<GatheringState, GatheringEvents>()({
  commands: {
    setPeriods: command({
      who: ['organizer'],
      input: v.strictObject({ correctionDays, keptDays }),
      decide(state, input, _by, facts) {
        // Those who joined had read how long it would be.
        if (input.keptDays > state.keptDays && state.arrived > 0) return refuse('kept-no-longer');
        const until = keptUntil({ ...state, ...input });
        if (until !== null && until <= facts.at) return refuse('gone-at-once');
        const same = input.correctionDays === state.correctionDays && input.keptDays === state.keptDays;
        return same ? [] : [{ type: 'PeriodsSet', data: input }];
      },
      undo: ({ correctionDays, keptDays }) => [{ type: 'PeriodsSet', data: { correctionDays, keptDays } }]
    })
  },
  evolve: {
    PeriodsSet(draft, periods: Periods) {
      Object.assign(draft, periods);
    }
  },
  touches: { PeriodsSet: () => BOARD_AND_CONSOLE }
});
