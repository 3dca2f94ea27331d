import { rule } from '../planning/letters.ts';
import { current, inOrder, roundsOf, type State, type Table } from '../state.ts';
import { topicOrQuestion } from '../topics.ts';
import type { AllView, TableHead } from '../views.ts';

/** Nothing here counts people or notes: with six hundred who write, every note would reach every phone. */
export function forAll(state: State): AllView {
  const of = roundsOf(state);
  const isAsked = state.part !== 'ready' && state.part !== 'finding';
  return {
    part: state.part,
    layout: state.layout,
    hosts: state.hosts,
    exposure: state.exposure,
    round: state.round,
    of,
    question: isAsked ? topicOrQuestion(state) : null,
    asked: isAsked,
    rule: rule(state),
    home: state.returnHome && of > 1 && state.round === of,
    endsAt: current(state)?.endsAt ?? null,
    tables: Object.fromEntries(inOrder(state).map(([id, table]) => [id, head(table)]))
  };
}

export const head = ({ number, name, topic, zone, language, mergedInto, closed }: Table): TableHead => ({
  number,
  name,
  topic,
  zone,
  language,
  mergedInto,
  closed
});
