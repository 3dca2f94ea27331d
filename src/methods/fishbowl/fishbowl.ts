import { getOwn } from '#contract/get-own.ts';
import { consent, exposure, showsNames } from './exposure.ts';
import type { Step } from '#contract/method.ts';
import { defineMethod } from '#contract/part.ts';
import { scribePart } from '#kit/rules/scribes.ts';
import type { Events } from './events.ts';
import { cards } from './notes/silent-cards.ts';
import { notes } from './notes/notes.ts';
import { groups, hasNextGroup } from './stages/groups.ts';
import { moreTime, stages } from './stages/stages.ts';
import { asking } from './sitting/ask-to-join.ts';
import { chairs, plannedChairs } from './sitting/chairs.ts';
import { corrections } from './sitting/corrections.ts';
import { reminding } from './sitting/reminders.ts';
import { requests } from './sitting/requests.ts';
import { sitting } from './sitting/sit-and-leave.ts';
import { talks } from './sitting/talks.ts';
import { turns } from './sitting/turns.ts';
import { showing } from './board-display.ts';
import type { Block } from './harvest-type.ts';
import { harvest, unkept } from './harvest.ts';
import { nextStage } from './stages/stage-order.ts';
import { wakes, waking } from './sitting/wakes.ts';
import { settings, type Settings } from './settings.ts';
import type { State } from './state.ts';
import { view } from './views.ts';
import { SCRIBES } from './channels.ts';
import { hidden } from './hidden.ts';

/** A few people talk in the middle, all others listen, and free chairs let people come in. README.md has the rules. */
export const fishbowl = defineMethod<Settings, State, Events, Block>()({
  name: 'fishbowl',
  settings,
  begin: (settings, facts) => {
    const { question, form, policy, exposure, tags, seats, remoteSeat, minutes, nudgeMinutes, invited } = settings;
    return {
      id: facts.id(),
      question,
      form,
      stage: 'ready',
      policy,
      exposure,
      tags,
      planned: { seats, remoteSeat },
      minutes,
      nudgeMinutes,
      openedAt: null,
      endsAt: null,
      wasAsking: false,
      chairs: plannedChairs(settings, () => facts.id()),
      invited,
      turns: {},
      begun: 0,
      speakers: {},
      requests: {},
      asked: {},
      made: 0,
      shownOut: {},
      ends: {},
      missed: {},
      chances: 0,
      lapses: 0,
      moved: null,
      empty: { since: null, ms: 0 },
      cards: {},
      sent: 0,
      // In a UX fishbowl the inner circle talks as if it were alone; questions come in their own stage.
      takesCards: form !== 'ux',
      shown: null,
      groups: [],
      group: 0,
      scribes: {},
      named: {},
      airtimeShown: false,
      notesShown: false,
      notes: {}
    };
  },
  parts: [
    requests,
    asking,
    turns,
    sitting,
    chairs,
    corrections,
    talks,
    reminding,
    waking,
    stages,
    moreTime,
    groups,
    cards,
    notes,
    exposure,
    consent,
    scribePart<State>(() => [SCRIBES]),
    showing
  ],
  channels: ({ scribes }, person) => (Object.hasOwn(scribes, person) ? [SCRIBES] : []),
  view,
  hidden,
  names: (state) => ({ board: showsNames(state), phones: showsNames(state), edition: state.exposure === 'L3' }),
  next,
  again: ({ question, form, policy, exposure, tags, planned, minutes, nudgeMinutes, invited }) => ({
    question,
    form,
    ...planned,
    invited,
    policy,
    tags,
    exposure,
    minutes,
    nudgeMinutes
  }),
  wakes,
  unkept,
  writer: ({ notes, cards }, note) => getOwn(notes, note)?.by ?? getOwn(cards, note)?.person ?? null,
  harvest
});

/** The next step: the stages of the form in order. A closed fishbowl first makes groups, and each of them talks. */
function next(state: State): Step[] {
  const { form, stage, groups } = state;
  if (form === 'closed' && stage === 'ready' && groups.length === 0)
    return [{ command: 'makeGroups', input: { from: 0 } }];
  if (form === 'closed' && stage === 'bowl' && hasNextGroup(state))
    return [{ command: 'nextGroup', input: { from: state.group } }];
  const on = nextStage(state);
  return on ? [{ command: 'turnTo', input: { stage: on, from: stage } }] : [];
}
