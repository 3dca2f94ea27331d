import type { Facts } from '#contract/method.ts';
import { defineMethod } from '#contract/part.ts';
import { newDeck, unkeptCards } from '#kit/rules/cards/deck.ts';
import { cardReview } from '#kit/rules/cards/review.ts';
import { exposurePart } from '#kit/rules/exposure.ts';
import { scribePart } from '#kit/rules/scribes.ts';
import type { Events } from './events.ts';
import { wall } from './notes/wall.ts';
import { readers } from './notes/note-channels.ts';
import { grouping, hostTasks } from './notes/tending.ts';
import { mending, writing } from './notes/writing.ts';
import { hosting } from './seating/hosting.ts';
import { full } from './seating/no-free-chair.ts';
import { repair } from './seating/repair-plan.ts';
import { coming } from './seating/arriving.ts';
import { settlings } from './seating/room-settled.ts';
import { planning } from './planning/planning.ts';
import { choosing } from './planning/topic-choices.ts';
import { mergeAndSplit } from './seating/merge-and-split.ts';
import { tables } from './seating/tables.ts';
import { preparing } from './planning/set-up.ts';
import type { Block } from './harvest/harvest-type.ts';
import { harvest } from './harvest/harvest.ts';
import { noteWriter } from './harvest/public-notes.ts';
import { allTables, channels, everybody } from './audiences.ts';
import { rounds, next } from './rounds.ts';
import { waiting, wakes } from './seating/queue-for-chairs.ts';
import { EXPOSURES, settings, type Exposure, type Settings } from './settings.ts';
import { inOrder, isShown, newTable, type State } from './state.ts';
import { view } from './views.ts';
import { hidden } from './hidden.ts';
import { wishes, noWishes } from './planning/wishes.ts';
import { work } from './planning/plan-job.ts';

/** Small tables talk about one question, and people travel between them. Its rules are told in README.md. */
export const cafe = defineMethod<Settings, State, Events, Block>()({
  name: 'cafe',
  settings,
  begin,
  parts: [
    preparing,
    exposurePart<State, Exposure>({ levels: EXPOSURES, told: isShown, channels: everybody }),
    tables,
    mergeAndSplit,
    wishes,
    choosing,
    planning,
    rounds,
    settlings,
    coming,
    waiting,
    repair,
    full,
    hosting,
    scribePart<State>(allTables),
    writing,
    mending,
    cardReview<State>(readers),
    grouping,
    hostTasks,
    wall
  ],
  channels,
  view,
  hidden,
  names: ({ exposure }) => ({ board: false, phones: exposure === 'L2', edition: false }),
  next,
  again,
  wakes,
  work,
  writer: noteWriter,
  unkept: unkeptCards,
  harvest
});

function begin({ tables, review, ...set }: Settings, facts: Facts): State {
  const begun = tables.map(({ name, topic }, index) => ({ ...newTable(index + 1, set.seats), name, topic }));
  return {
    id: facts.id(),
    ...set,
    tables: Object.fromEntries(begun.map((table) => [facts.id(), table])),
    laid: false,
    wishes: noWishes(),
    chosen: {},
    stage: 'ready',
    round: 0,
    rounds: {},
    draft: null,
    plan: null,
    letters: {},
    taken: {},
    waits: {},
    awaited: 0,
    planRequest: null,
    repair: null,
    engineRequests: 0,
    scribes: {},
    deck: newDeck(review),
    wrote: {},
    carries: {},
    about: null,
    shows: 'notes'
  };
}

/** Tables that were counted from those present are counted again. */
function again(state: State): Settings {
  const { layout, questions, visits, seats, hosts, returnHome, minutes, exposure, deck } = state;
  const tables = state.laid ? [] : inOrder(state).map(([, { name, topic }]) => ({ name, topic }));
  return { layout, questions, visits, tables, seats, hosts, returnHome, minutes, review: deck.review, exposure };
}
