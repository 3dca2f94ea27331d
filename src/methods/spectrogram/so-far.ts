import { amount } from '#contract/figures.ts';
import type { ContinuumBlock, OutlineOf } from '#contract/harvest-blocks.ts';
import type { Statement } from './state.ts';
import type { harvestWords } from './words/harvest.ts';

export type Block = ContinuumBlock | OutlineOf<typeof harvestWords>;

/** A statement in its wording of this number. */
type Wording = { readonly statement: Statement; readonly number: number };

/** Of a round that is not over, only that it is on: from one place to the next, its figures would tell who moved. */
export function soFar({ reasons = [], ...block }: ContinuumBlock, wording: Wording): Block[] {
  const isOver = ({ round }: { readonly round: number }) => isRoundOver(wording, round);
  const rounds = block.rounds.filter(isOver);
  const told = reasons.filter(isOver);
  const waiting = block.rounds.length - rounds.length;
  return [
    ...(rounds.length > 0 ? [{ ...block, rounds, ...(told.length > 0 && { reasons: told }) }] : []),
    ...(waiting > 0 ? [stillOpen(block, waiting)] : [])
  ];
}

const stillOpen = ({ id, statement }: Pick<ContinuumBlock, 'id' | 'statement'>, rounds: number): Block => ({
  kind: 'outline',
  id: `${id}-open`,
  of: 'spectrogram',
  title: { kind: 'question', text: statement },
  branches: [],
  figures: [amount('still-open', rounds)]
});

function isRoundOver({ statement, number }: Wording, round: number): boolean {
  const isOn = number === statement.version && round === statement.round && statement.stage !== 'locked';
  return !isOn && statement.versions[number]?.rounds[round]?.revealed === true;
}
