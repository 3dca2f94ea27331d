import * as v from 'valibot';
import { commandOf, LEADS, personal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { id } from './fields.ts';
import { presentPersonFor } from './people.ts';

export type ScribeEvents = { ScribeSet: { person: string; on: boolean } };
export type HasScribes = { scribes: Record<string, true> };

/** People who write notes for others. `channels`: those that a scribe begins or ceases to receive. */
export const scribePart = <State extends HasScribes>(channels: (state: State) => string[]) =>
  partOf<HasScribes, ScribeEvents>()({
    commands: {
      makeScribe: commandOf<HasScribes, ScribeEvents>()({
        who: LEADS,
        input: v.strictObject({ person: id, on: v.boolean() }),
        decide({ scribes }, { person: asked, on }, by, _facts, roster) {
          const person = presentPersonFor(asked, by, roster);
          if (typeof person !== 'string') return person;
          return Object.hasOwn(scribes, person) === on ? [] : [{ type: 'ScribeSet', data: { person, on } }];
        },
        undo: true
      })
    },
    evolve: {
      ScribeSet({ scribes }, { person, on }) {
        if (on) scribes[person] = true;
        else delete scribes[person];
      }
    },
    touches: { ScribeSet: ({ person }, state) => ['console', personal(person), ...channels(state as State)] },
    takeBack: { ScribeSet: (_before, { person, on }) => [{ type: 'ScribeSet', data: { person, on: !on } }] }
  });
