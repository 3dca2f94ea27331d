import { offered, type PersonActions } from '#kit/console/person-actions.ts';
import type { Inputs } from './command-types.ts';
import { CARD_LONGEST } from './limits.ts';
import type { ConsoleSeen } from './views.ts';
import { consoleWords as words } from './words/console.ts';

export { refusals } from './words/refusals.ts';

/** A card for each question that is open, of people who have no phone to write on. */
export const personActions: PersonActions<ConsoleSeen, Inputs> = ({ view, person, name, via }) => {
  const writes = via === 'walk-in' && view.stage !== 'ready' && view.stage !== 'closed' && !view.vote?.open;
  return offered<Inputs>(
    ...(writes ? view.questions : []).map((question, index, { length }) => ({
      label: length > 1 ? words.write.answer(question ?? words.withdrawn) : words.write.one,
      command: 'writeCard' as const,
      done: words.write.done,
      ask: { label: words.write.cardOf(name), most: CARD_LONGEST },
      input: (text: string, card: string) => ({ card, question: index, text, for: person })
    }))
  );
};
