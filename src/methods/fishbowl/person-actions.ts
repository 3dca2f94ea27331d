import { offered, scribeAction, type PersonActions } from '#kit/console/person-actions.ts';
import type { Inputs } from './command-types.ts';
import { chairsOf, queueOf, type ConsoleSeen } from './console/chair-details.ts';
import { WHY_LONGEST } from './limits.ts';
import { consoleWords as words } from './words/console.ts';

export { refusals } from './words/refusals.ts';

/** A chair, the line, and the notes. */
export const personActions: PersonActions<ConsoleSeen, Inputs> = (at) => {
  const { view, person, name } = at;
  const chairs = chairsOf(view);
  const own = chairs.find((chair) => chair.person === person);
  const request = queueOf(view, chairs).find((each) => each.person === person);
  const free = chairs.filter(({ sitter, called, kind }) => !sitter && !called && kind !== 'remote');
  const runs = view.stage !== 'ready' && view.stage !== 'closed';
  return offered<Inputs>(
    request?.held && {
      label: words.line.sit,
      command: 'sit',
      done: words.chair.seated(name, request.held.number),
      input: () => ({ for: person })
    },
    runs &&
      !own &&
      !request?.held && {
        label: words.line.askIn,
        command: 'seat',
        done: words.chair.sits(name),
        ask: {
          label: words.line.chair,
          options: free.map(({ id, number }) => ({ value: id, name: words.ring.chair(number) }))
        },
        input: (chair) => ({ chair, turn: null, person })
      },
    own?.sitter && {
      label: words.chair.unseat,
      command: 'unseat',
      done: words.chair.freed(name),
      input: () => ({ chair: own.id, turn: own.sitter?.turn ?? null })
    },
    view.asking &&
      !own &&
      !request && {
        label: words.line.join,
        command: 'ask',
        done: words.chair.asked(name),
        ask: { label: words.line.why, most: WHY_LONGEST, optional: true },
        input: (why) => ({ for: person, why: why === '' ? null : why, chair: null, tag: null })
      },
    request && {
      label: words.line.withdrawShort,
      command: 'withdraw',
      done: words.chair.withdrawn(name),
      input: () => ({ for: person })
    },
    scribeAction(at, words.scribes)
  );
};
