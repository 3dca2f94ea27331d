import * as v from 'valibot';
import { commandOf, LEADS, refuse, type Decision, type Facts, type Refusal, type Roster } from '#contract/method.ts';
import type { stageRefusals } from '../../words/stages.ts';

const no = (code: keyof typeof stageRefusals): Refusal => refuse(code);

/**
 * The command by which those who lead turn an activity to one of `stages`; `turn` decides whether it may be and what
 * follows. `from`: the stage that the sender saw. Of two consoles that press at once, only one goes on.
 */
export const turnTo = <State extends { stage: string }, Events, Stage extends string>(
  stages: readonly Stage[],
  turn: (state: State, stage: Stage, facts: Facts, roster: Roster) => Decision<Events>
) =>
  commandOf<State, Events>()({
    who: LEADS,
    input: v.strictObject({ stage: v.picklist(stages), from: v.string() }),
    decide(state, { stage, from }, _by, facts, roster) {
      if (state.stage === stage) return no('already-so');
      return state.stage === from ? turn(state, stage, facts, roster) : no('other-stage');
    },
    undo: true
  });
