import { amount, aside, peopleFigure } from '#contract/figures.ts';
import type { ContinuumBlock, FigureOf } from '#contract/harvest-blocks.ts';
import { measures } from './figures/process-measures.ts';
import type { Block } from './so-far.ts';
import type { Round, Version } from './state.ts';
import type { harvestWords } from './words/harvest.ts';

type Figure = FigureOf<typeof harvestWords>;
type Only = <Item>(byPerson: Record<string, Item>) => Record<string, Item>;

/** How a line went, round by round, in figures that nobody asked for. `only`: what people who count did. */
export function courseOf({ id, statement, rounds }: ContinuumBlock, version: Version, only: Only): Block[] {
  const figures = rounds.flatMap(({ round }) => {
    const held = version.rounds[round];
    return held ? figuresOf({ ...held, placements: only(held.placements) }, round) : [];
  });
  const title = { kind: 'question', text: statement } as const;
  return figures.length === 0
    ? []
    : [{ kind: 'outline', id: `${id}-course`, of: 'spectrogram', title, branches: [], figures }];
}

function figuresOf(held: Round, round: number): Figure[] {
  const answers = Object.values(held.placements);
  const early = answers.filter(({ early }) => early).length;
  const { zonesHeard } = measures(held);
  return [
    ...(early > 0 ? [aside(peopleFigure('before-reveal', early, answers.length, { round }))] : []),
    ...(zonesHeard > 0 ? [aside(amount('zones-heard', zonesHeard, { round }))] : [])
  ];
}
