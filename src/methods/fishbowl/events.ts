import type { Method } from '#contract/method.ts';
import { tend } from './sitting/airtime.ts';
import { cardEvolve, cardTouches, type CardEvents } from './notes/cards.ts';
import { chairEvolve, chairTouches, type ChairEvents } from './sitting/chairs.ts';
import { correctionEvolve, correctionTouches, type CorrectionEvents } from './sitting/corrections.ts';
import { exposureEvolve, exposureTouches, type ExposureEvents } from './exposure.ts';
import { groupEvolve, groupTouches, type GroupEvents } from './stages/groups.ts';
import { noteEvolve, noteTouches, type NoteEvents } from './notes/notes.ts';
import { partEvolve, partTouches, type PartEvents } from './stages/stages.ts';
import { remindingEvolve, remindingTouches, type RemindingEvents } from './sitting/reminding.ts';
import { requestEvolve, requestTouches, type RequestEvents } from './sitting/requests.ts';
import { showingEvolve, showingTouches, type ShowingEvents } from './showing.ts';
import type { State } from './state.ts';
import { talkEvolve, talkTouches, type TalkEvents } from './sitting/talks.ts';
import { turnEvolve, turnTouches, type TurnEvents } from './sitting/turns.ts';

/** What can happen; each stands with the commands it comes from. */
export type Events = RequestEvents &
  TurnEvents &
  ChairEvents &
  PartEvents &
  GroupEvents &
  CardEvents &
  TalkEvents &
  CorrectionEvents &
  RemindingEvents &
  ExposureEvents &
  ShowingEvents &
  NoteEvents;

export const evolve: Method<never, State, Events>['evolve'] = {
  ...tended(requestEvolve),
  ...tended(turnEvolve),
  ...tended(chairEvolve),
  ...tended(partEvolve),
  ...groupEvolve,
  ...cardEvolve,
  ...talkEvolve,
  ...correctionEvolve,
  ...remindingEvolve,
  ...exposureEvolve,
  ...tended(showingEvolve),
  ...noteEvolve
};

export const touches: Method<never, State, Events>['touches'] = {
  ...requestTouches,
  ...turnTouches,
  ...chairTouches,
  ...partTouches,
  ...groupTouches,
  ...cardTouches,
  ...talkTouches,
  ...correctionTouches,
  ...remindingTouches,
  ...exposureTouches,
  ...showingTouches,
  ...noteTouches
};

/** After each of these it is looked whether a chair stands empty that should invite. */
function tended<Some>(rules: Method<never, State, Some>['evolve']): Method<never, State, Some>['evolve'] {
  const entries = Object.entries(rules) as [string, (draft: State, data: unknown, at: number) => void][];
  return Object.fromEntries(
    entries.map(([type, rule]) => [
      type,
      (draft: State, data: unknown, at: number) => {
        rule(draft, data, at);
        tend(draft, at);
      }
    ])
  ) as Method<never, State, Some>['evolve'];
}
