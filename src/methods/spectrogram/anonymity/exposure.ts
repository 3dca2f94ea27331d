import * as v from 'valibot';
import { commandOf, EVERYWHERE, STAFF, LEADS, personal } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { no } from '../refusals.ts';
import { EXPOSURES, type Exposure } from '../settings.ts';
import { answered, type State } from '../state.ts';

const command = commandOf<State, Events>();

/** L0: nothing stored or sent joins a person and a point. */
export const isAnonymous = ({ exposure }: State): boolean => exposure === 'L0';
/** L2 and L3: the console shows facilitators who stands where. */
export const showsPeople = ({ exposure }: State): boolean => exposure === 'L2' || exposure === 'L3';

export const exposure = partOf<State, Events>()({
  commands: {
    /**
     * Any level until the first line is opened. After that the level only falls, and lowering it cannot be taken back:
     * people were told the level, and may have answered because of it.
     */
    setExposure: command({
      who: LEADS,
      input: v.strictObject({ to: v.picklist(EXPOSURES) }),
      decide(state, { to }) {
        if (to === state.exposure) return no('already-so');
        if (rises(state, to) && wasTold(state)) return no('exposure-only-falls');
        // The log would still join what people did until now to their names.
        if (to === 'L0' && wasUsed(state)) return no('too-late-for-anonymous');
        return [{ type: 'ExposureSet', data: { to } }];
      }
    }),
    consent: command({
      who: ['participant', ...STAFF],
      /** `for`: a person without a phone, who told a helper. All others consent on their own phone. */
      input: v.strictObject({ named: v.boolean(), for: v.optional(v.string()) }),
      decide(state, { named, for: other }, by, _facts, roster) {
        if (state.exposure !== 'L3') return no('not-at-this-exposure');
        const person = other ?? by.person;
        if (person === null) return no('for-whom');
        const guest = Object.hasOwn(roster.people, person) ? roster.people[person] : undefined;
        if (!guest) return no('person-unknown');
        if (person !== by.person && (by.role === 'participant' || guest.via !== 'walk-in'))
          return no('theirs-to-agree');
        return Object.hasOwn(state.named, person) === named ? [] : [{ type: 'Consented', data: { person, named } }];
      },
      undo: (_before, _input, done) =>
        done.flatMap(({ type, data }) =>
          type === 'Consented' ? [{ type, data: { person: data.person, named: !data.named } }] : []
        )
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
    ExposureSet: () => EVERYWHERE,
    Consented: ({ person }) => ['console', personal(person)]
  }
});

const rises = ({ exposure }: State, to: Exposure): boolean => EXPOSURES.indexOf(to) > EXPOSURES.indexOf(exposure);

const wasTold = ({ openings }: State): boolean => openings > 0;

const wasUsed = ({ statements }: State): boolean =>
  Object.values(statements).some(({ versions }) => Object.values(versions).some(answered));
