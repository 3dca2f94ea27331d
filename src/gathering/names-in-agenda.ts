import type { NamesShown } from '#contract/method.ts';
import type { NamesInAgenda } from '#wire/messages.ts';
import { planned } from './agenda.ts';
import { ruleOf, type Ledger, type Rules } from './ledger.ts';

/** A method that does not say is taken at its worst: nobody may be promised what was not promised to us. */
const EVERYWHERE: NamesShown = { board: true, phones: true, edition: true };

export function namesInAgenda(ledger: Ledger, rules: Rules): NamesInAgenda {
  const blocks = planned(ledger.gathering).map(([activity, { title }]) => {
    const rule = ruleOf(ledger, activity, rules);
    return { title, names: rule?.method.names?.(rule.state) ?? EVERYWHERE };
  });
  const titles = (where: 'board' | 'phones') => blocks.filter(({ names }) => names[where]).map(({ title }) => title);
  return { board: titles('board'), phones: titles('phones'), edition: blocks.some(({ names }) => names.edition) };
}
