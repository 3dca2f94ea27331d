import * as v from 'valibot';
import { commandOf, EVERYWHERE, STAFF, LEADS, personal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { Events } from './events.ts';
import { invitedName } from './sitting/sitters.ts';
import { no } from './refusals.ts';
import { EXPOSURES, type Exposure } from './settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { isInvited, type State } from './state.ts';
import { SCRIBES } from './channels.ts';

const command = commandOf<State, Events>();

/** L1: speakers have numbers. No name is sent to a board, a phone or a scribe. */
export const showsNames = ({ exposure }: { exposure: Exposure }): boolean => exposure !== 'L1';

export const exposure = partOf<State, Events>()({
  commands: {
    /**
     * Can be chosen freely until the conversation opens. After that people have spoken relying on it, so it can only
     * fall and cannot be undone.
     */
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
      who: ['participant', ...STAFF],
      /**
       * `for`: a person without a phone, or an invited guest, who told a helper. People with a phone answer for
       * themselves.
       */
      input: v.strictObject({ named: v.boolean(), for: v.optional(v.string()) }),
      decide(state, { named, for: other }, by, _facts, roster) {
        if (state.exposure !== 'L3') return no('not-at-this-exposure');
        const person = other ?? by.person;
        if (person === null) return no('for-whom');
        const guest = getOwn(roster.people, person);
        if (!guest && !invitedName(state, person)) return no('person-unknown');
        const told = person === by.person || (by.role !== 'participant' && guest?.via !== 'phone');
        if (!told) return no('theirs-to-agree');
        return Object.hasOwn(state.named, person) === named ? [] : [{ type: 'Consented', data: { person, named } }];
      },
      undo: true
    })
  },
  evolve: {
    ExposureSet(draft, { to }) {
      draft.exposure = to;
    },
    Consented(draft, { person, named }) {
      if (named) draft.named[person] = true;
      else delete draft.named[person];
    }
  },
  touches: {
    ExposureSet: () => [...EVERYWHERE, SCRIBES],
    Consented: ({ person }) => ['console', ...(isInvited(person) ? [] : [personal(person)])]
  },
  takeBack: {
    Consented: (_before, { person, named }) => [{ type: 'Consented', data: { person, named: !named } }]
  }
});
