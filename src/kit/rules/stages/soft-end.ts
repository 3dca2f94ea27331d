import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, type Refusal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { whole } from '../fields.ts';

const MINUTE_MS = 60_000;
/** The field of a command that gives more time. */
export const moreMinutes = whole(1, 60);

const command = commandOf<HasSoftEnd, SoftEndEvents>();

/** `endsAt`: when the time is over, in milliseconds since 1970; nothing stops then. Null while none runs. */
export type HasSoftEnd = { endsAt: number | null };
export type SoftEndEvents = { EndSet: { endsAt: number | null } };

/** The end of a stage that begins at `at`. Null where it has no time of its own. */
export const endIn = (minutes: number | null, at: number): number | null =>
  minutes === null ? null : at + minutes * MINUTE_MS;

/** Said when the time is over, minutes count from now: two minutes more are two minutes. */
export const laterEnd = (endsAt: number | null, minutes: number, at: number): number =>
  Math.max(endsAt ?? at, at) + minutes * MINUTE_MS;

/** The part of a method that gives a stage more time; `refusal` says when no time runs. See README.md. */
export const softEnd = <State extends HasSoftEnd>(refusal: (state: State) => Refusal | null) =>
  partOf<HasSoftEnd, SoftEndEvents>()({
    commands: {
      addMinutes: command({
        who: LEADS,
        input: v.strictObject({ minutes: moreMinutes }),
        decide: (state, { minutes }, _by, { at }) =>
          refusal(state as State) ?? [{ type: 'EndSet', data: { endsAt: laterEnd(state.endsAt, minutes, at) } }],
        undo: true
      })
    },
    evolve: {
      EndSet(draft, { endsAt }) {
        draft.endsAt = endsAt;
      }
    },
    touches: { EndSet: () => EVERYWHERE },
    takeBack: { EndSet: ({ endsAt }) => [{ type: 'EndSet', data: { endsAt } }] }
  });
