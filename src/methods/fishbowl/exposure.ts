import * as v from 'valibot';
import { commandOf, EVERYWHERE, HELPERS, LEADS, personal, type Fact, type Method } from '#contract/method.ts';
import { invitedName } from './sitting/guests.ts';
import { no } from './refusals.ts';
import { EXPOSURES, type Exposure } from './settings.ts';
import { find } from '#contract/find.ts';
import { isInvited, type SitterId, type State } from './state.ts';
import { SCRIBES } from './views.ts';

export type ExposureEvents = {
  ExposureSet: { to: Exposure };
  /** L3: whether the harvest may name this person, or somebody who was invited. */
  Consented: { person: SitterId; named: boolean };
};

const command = commandOf<State, ExposureEvents>();

/** L1: speakers have numbers, and no name leaves for a wall, a phone or a scribe. */
export const showsNames = ({ exposure }: { exposure: Exposure }): boolean => exposure !== 'L1';

export const exposureCommands = {
  /** Free until the conversation was opened. Then people spoke because of it: it only falls, and cannot be taken back. */
  setExposure: command({
    who: LEADS,
    input: v.strictObject({ to: v.picklist(EXPOSURES) }),
    decide(state, { to }) {
      if (to === state.exposure) return no('already-so');
      const rises = EXPOSURES.indexOf(to) > EXPOSURES.indexOf(state.exposure);
      if (rises && state.openedAt !== null) return no('exposure-only-falls');
      return [{ type: 'ExposureSet', data: { to } }];
    }
  }),
  consent: command({
    who: ['participant', ...HELPERS],
    /** `for`: a person without a phone, or somebody invited, who told a helper. Everybody else answers for themselves. */
    input: v.strictObject({ named: v.boolean(), for: v.optional(v.string()) }),
    decide(state, { named, for: other }, by, _facts, roster) {
      if (state.exposure !== 'L3') return no('not-at-this-exposure');
      const person = other ?? by.person;
      if (person === null) return no('for-whom');
      const guest = find(roster.people, person);
      if (!guest && !invitedName(state, person)) return no('person-unknown');
      const told = person === by.person || (by.role !== 'participant' && guest?.via !== 'phone');
      if (!told) return no('theirs-to-agree');
      return Object.hasOwn(state.named, person) === named ? [] : [{ type: 'Consented', data: { person, named } }];
    },
    undo: (_before, _input, done) =>
      done.flatMap((fact): Fact<ExposureEvents>[] =>
        fact.type === 'Consented' ? [{ ...fact, data: { ...fact.data, named: !fact.data.named } }] : []
      )
  })
};

export const exposureEvolve: Method<never, State, ExposureEvents>['evolve'] = {
  ExposureSet(draft, { to }) {
    draft.exposure = to;
  },
  Consented(draft, { person, named }) {
    if (named) draft.named[person] = true;
    else delete draft.named[person];
  }
};

export const exposureTouches: Method<never, State, ExposureEvents>['touches'] = {
  ExposureSet: () => [...EVERYWHERE, SCRIBES],
  Consented: ({ person }) => ['console', ...(isInvited(person) ? [] : [personal(person)])]
};
