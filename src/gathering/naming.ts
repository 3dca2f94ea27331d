import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, refuse, STAFF } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import type { GatheringEvents } from './events.ts';
import { isErased } from './people.ts';
import { publishAnew } from './publish-anew.ts';
import type { GatheringState, Person } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();

/** Whom the edition names, as they tell somebody of the team once the gathering has closed: CO11 of docs/corrections.md. */
export const naming = partOf<GatheringState, GatheringEvents>()({
  commands: {
    sayNamed: command({
      who: STAFF,
      input: v.strictObject({ for: v.pipe(v.string(), v.maxLength(32)), named: v.boolean() }),
      decide(state, { for: person, named }, { role: by }) {
        if (state.phase !== 'closed') return refuse('correct-after-closing');
        const known = getOwn(state.people, person);
        if (!known || isErased(state, person)) return refuse('person-unknown');
        // Who has a phone said it there. It is brought back only where somebody took it back for them.
        if (named && known.via === 'phone' && known.named === undefined) return refuse('theirs-to-agree');
        return known.named === named ? [] : [{ type: 'NamingSaid', data: { person, named, by } }];
      },
      undo: true
    })
  },
  evolve: {
    NamingSaid(draft, { person, named, by }, at) {
      const known = draft.people[person];
      // Where the meeting goes on an undo comes too late: it is asked anew.
      if (!known || draft.phase !== 'closed') return;
      asSaidThemselves(known);
      if (named !== null) Object.assign(known, { named, namedBy: by });
      // A name that is taken back leaves what is public at once.
      if (!named) publishAnew(draft, at);
    }
  },
  touches: { NamingSaid: () => ['console'] },
  takeBack: {
    NamingSaid({ people }, { person, named: said, by }) {
      // A yes that ends is taken back, however it ends: an edition may have told the name meanwhile.
      const { named = said ? false : null, namedBy = by } = getOwn(people, person) ?? {};
      return [{ type: 'NamingSaid', data: { person, named, by: namedBy } }];
    }
  }
});

/** Where the meeting goes on, people think again, and say it themselves. */
export const forgetNaming = ({ people }: GatheringState): void => Object.values(people).forEach(asSaidThemselves);

function asSaidThemselves(known: Person): void {
  delete known.named;
  delete known.namedBy;
}
