import type { Step } from '#contract/method.ts';
import { defineMethod } from '#contract/part.ts';
import { ballot } from './anonymity/ballot.ts';
import { crowd } from './continuum/moving-dots.ts';
import type { Events } from './events.ts';
import { consent, exposure } from './anonymity/exposure.ts';
import { looks } from './looks/lens-commands.ts';
import { proposals } from './talk/proposals.ts';
import { hearing } from './talk/hear-from-zones.ts';
import { reasons } from './talk/reasons.ts';
import { tickets } from './anonymity/tickets.ts';
import { placing } from './continuum/placing.ts';
import { stages } from './continuum/stages.ts';
import { statements } from './continuum/statements.ts';
import { harvest, reasonWriter, unkept } from './harvest.ts';
import type { Block } from './so-far.ts';
import { list, settingsOf } from './continuum/statement-list.ts';
import { settings, type Settings } from './settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { inOrder, isRevealed, newState, newStatement, spotOf, type State, type Statement } from './state.ts';
import { view } from './views.ts';
import { hidden } from './hidden.ts';

/** People place themselves on a line between two poles and talk across it. Its rules are told in README.md. */
export const spectrogram = defineMethod<Settings, State, Events, Block>()({
  name: 'spectrogram',
  settings,
  begin: ({ statements, exposure, proposals }, facts) => {
    const begun = statements.map((each, index) => ({ ...newStatement(facts.id(), 1, each), order: index + 1 }));
    const byId = Object.fromEntries(begun.map((statement) => [statement.id, statement]));
    return newState(byId, exposure, proposals);
  },
  parts: [list, statements, stages, placing, tickets, reasons, hearing, proposals, looks, exposure, consent],
  view,
  hidden,
  crowd,
  ballot,
  names: ({ exposure }) => ({ board: false, phones: false, edition: exposure === 'L3' }),
  next,
  again: (state) => ({
    statements: inOrder(state).map(settingsOf),
    exposure: state.exposure,
    proposals: state.proposing
  }),
  writer: reasonWriter,
  unkept,
  harvest
});

/** The usual next step: open, reveal a blind round, lock, then the next statement. */
function next(state: State): Step[] {
  const now = getOwn(state.statements, state.now);
  if (now && now.stage !== 'ready' && !isRevealed(now)) return [step('reveal', now)];
  if (now?.stage === 'open') return [step('lock', now)];
  const ready = inOrder(state).filter(({ stage }) => stage === 'ready');
  const following = ready.find(({ order }) => order >= (now?.order ?? 0)) ?? ready[0];
  return following ? [step('open', following)] : [];
}

const step = (command: string, statement: Statement): Step => ({ command, input: spotOf(statement) });
