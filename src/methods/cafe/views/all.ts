import type { TableHead } from './table-head.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { rule, type RuleView } from '../planning/letter-moves.ts';
import type { Layout, HostMode, Exposure } from '../settings.ts';
import type { Stage } from '../stages.ts';
import { type State, roundsOf, current, inOrder, type Table } from '../state.ts';
import { topicOrQuestion } from '../topics.ts';

/** `all`: the same for every phone. Nothing in it changes when one person sits down or writes. */
export type AllView = {
  stage: Stage;
  layout: Layout;
  hosts: HostMode;
  exposure: Exposure;
  /** From 1; 0 before the first. `of` how many. */
  round: number;
  of: number;
  /**
   * Of this round, or of all; null until it is asked, and where each table has its topic and there is none above them.
   */
  question: Text | null;
  /** Whether people may see the question already: in `finding` only once a facilitator shows it. */
  asked: boolean;
  /** The move to this round; null where each card carries its own path. */
  rule: RuleView | null;
  /** This round leads home, to the first table. */
  home: boolean;
  /** The soft end of this round for all; milliseconds since 1970. */
  endsAt: number | null;
  tables: Record<string, TableHead>;
};

/** The views as pages get them: with the words that people typed, or null where they were withdrawn. */
export type AllSeen = Seen<AllView>;

/** Nothing here counts people or notes: with six hundred who write, every note would reach every phone. */
export function allView(state: State): AllView {
  const of = roundsOf(state);
  const isAsked = state.stage !== 'ready' && state.stage !== 'finding';
  return {
    stage: state.stage,
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
