import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, LEADS, personal, refuse, STAFF, type Refusal, type Roster } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { consentRefusals, exposureRefusals } from '../words/refusals.ts';

const no = (code: keyof typeof exposureRefusals | keyof typeof consentRefusals): Refusal => refuse(code);

export type ExposureEvents<Level> = { ExposureSet: { to: Level } };
type HasExposure<Level> = { exposure: Level };

type ExposureRules<State, Level> = {
  /** The level that reveals least comes first. */
  levels: readonly Level[];
  /** People were told the level, and may have spoken or answered relying on it. */
  told(state: State): boolean;
  /** Why this level cannot be chosen any more, beside that. */
  refusal?(state: State, to: Level): Refusal | null;
  channels(state: State): string[];
};

/**
 * Who may learn who said what. Any level until people were told it; after that it only falls, and lowering it cannot be
 * taken back.
 */
export const exposurePart = <State extends HasExposure<Level>, Level extends string>({
  levels,
  told,
  refusal = () => null,
  channels
}: ExposureRules<State, Level>) =>
  partOf<HasExposure<Level>, ExposureEvents<Level>>()({
    commands: {
      setExposure: commandOf<HasExposure<Level>, ExposureEvents<Level>>()({
        who: LEADS,
        input: v.strictObject({ to: v.picklist(levels) }),
        decide(state, { to }) {
          if (to === state.exposure) return no('already-so');
          if (levels.indexOf(to) > levels.indexOf(state.exposure) && told(state as State))
            return no('exposure-only-falls');
          return refusal(state as State, to) ?? [{ type: 'ExposureSet', data: { to } }];
        }
      })
    },
    evolve: {
      ExposureSet(draft, { to }) {
        draft.exposure = to;
      }
    },
    touches: { ExposureSet: (_data, state) => channels(state as State) }
  });

export type ConsentEvents = { Consented: { person: string; named: boolean } };
/** `named`: people whom the edition may name. */
type HasConsent = HasExposure<string> & { named: Record<string, true> };

type ConsentRules<State> = {
  /** The level at which an edition names people who agreed. */
  at: string;
  /** A guest who is not in the gathering, and told a helper. */
  invites?(state: State, person: string): boolean;
};

/** As they said last. What they told somebody of the team after closing comes later. */
export const mayBeNamed = ({ named }: Pick<HasConsent, 'named'>, person: string, { people }: Pick<Roster, 'people'>) =>
  getOwn(people, person)?.named ?? Object.hasOwn(named, person);

/** Whether an edition may name a person: they say so themselves, or tell a helper where they have no phone. */
export const consentPart = <State extends HasConsent>({ at, invites = () => false }: ConsentRules<State>) =>
  partOf<HasConsent, ConsentEvents>()({
    commands: {
      consent: commandOf<HasConsent, ConsentEvents>()({
        who: ['participant', ...STAFF],
        input: v.strictObject({ named: v.boolean(), for: v.optional(v.string()) }),
        decide(state, { named, for: other }, by, _facts, roster) {
          if (state.exposure !== at) return refuse('not-at-this-exposure');
          const person = other ?? by.person;
          if (person === null) return no('for-whom');
          const attendee = getOwn(roster.people, person);
          if (!attendee && !invites(state as State, person)) return no('person-unknown');
          if (person !== by.person && (by.role === 'participant' || attendee?.via === 'phone'))
            return no('theirs-to-agree');
          return Object.hasOwn(state.named, person) === named ? [] : [{ type: 'Consented', data: { person, named } }];
        },
        undo: true
      })
    },
    evolve: {
      Consented({ named: people }, { person, named }) {
        if (named) people[person] = true;
        else delete people[person];
      }
    },
    touches: {
      Consented: ({ person }, state) => ['console', ...(invites(state as State, person) ? [] : [personal(person)])]
    },
    takeBack: { Consented: (_before, { person, named }) => [{ type: 'Consented', data: { person, named: !named } }] }
  });
