import * as v from 'valibot';
import { BOARD_AND_CONSOLE, commandOf } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents } from './events.ts';
import { CORRECTION_DAYS, type Days } from './limits.ts';
import type { GatheringState, Periods } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const DAY_MS = 86_400_000;

const days = ({ least, most }: Days) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const correctionDays = days(CORRECTION_DAYS);

/** As the form that convenes may leave them out. */
export const periodsOrUsual = { correctionDays: v.optional(correctionDays, CORRECTION_DAYS.usual) };

/** Until when people may correct; null while the gathering is not closed, and where no time is given for it. */
export const correctableUntil = ({ closedAt, correctionDays }: GatheringState): number | null =>
  closedAt === null || correctionDays === 0 ? null : closedAt + correctionDays * DAY_MS;

/** For how long a gathering goes on after it has closed: CO1 of docs/corrections.md. */
export const periods = partOf<GatheringState, GatheringEvents>()({
  commands: {
    setPeriods: command({
      who: ['organizer'],
      input: v.strictObject({ correctionDays }),
      decide: (state, input) =>
        input.correctionDays === state.correctionDays ? [] : [{ type: 'PeriodsSet', data: input }],
      undo: ({ correctionDays }) => [{ type: 'PeriodsSet', data: { correctionDays } }]
    })
  },
  evolve: {
    PeriodsSet(draft, periods: Periods) {
      Object.assign(draft, periods);
    }
  },
  touches: { PeriodsSet: () => BOARD_AND_CONSOLE }
});
