import type { Photo } from '#contract/photo.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Card, HasDeck } from '#kit/rules/cards/deck.ts';
import type { Plan, Seating } from '#rotation/problem.ts';
import type { NoteKind } from './limits.ts';
import type { Exposure, HostMode, Layout } from './settings.ts';
import type { Stage } from './stages.ts';

/** What boards show in `harvest`: what was written, or who met whom. */
export type Shows = 'notes' | 'encounters';

/** What facilitators may wish for people before a plan is made. */
export type Wishes = {
  /** By person: a table they stay at all day. */
  pins: Record<string, string>;
  together: Record<string, string[]>;
  apart: Record<string, string[]>;
  /** By person: what they are, such as an organisation; people who share one are spread. */
  tags: Record<string, string>;
  languages: Record<string, string>;
};

/** Two who would change tables in a round to come, from 1. `fewer`: the excess it saves, at least 1. */
export type Swap = { round: number; one: string; other: string; fewer: number };

export type State = HasDeck<Note> & {
  /** Names this café in what is kept of it. */
  id: string;
  layout: Layout;
  hosts: HostMode;
  returnHome: boolean;
  minutes: number;
  exposure: Exposure;
  /** With topics: how many tables each person visits. */
  visits: number;
  /** Chairs at a table nothing else is said of. */
  seats: number;
  /** By round from the first, or the one above all topics. */
  questions: Text[];
  tables: Record<string, Table>;
  /** The tables were counted from those present, and are counted again with the next plan. */
  laid: boolean;
  wishes: Wishes;
  /** With topics: by person, the tables they would like to visit. */
  chosen: Record<string, string[]>;
  stage: Stage;
  /** From 1; 0 until people are told their tables. */
  round: number;
  /** From 1, those to come as planned. */
  rounds: Record<number, Round>;
  /** A plan that facilitators look at, and that no other person sees. */
  draft: Plan | null;
  /** The one people move by, as it was made. Where people are to sit is in `rounds`. */
  plan: Plan | null;
  /** Seat letters, 0 is A, by person: of people who were there at the plan or took one of its open seats. */
  letters: Record<string, number>;
  /** Which of the plan's open seats were taken. */
  taken: Record<number, true>;
  /**
   * The queue for a chair: by person who asked when every chair was taken, the order of the request; until they sit.
   */
  waits: Record<string, number>;
  /** How many such requests there were: the order of the last. */
  awaited: number;
  planRequest: PlanRequest | null;
  /** People meet more often than they were to: an exchange that saves a repeat is looked for, or offered. */
  repair: Repair | null;
  /** Questions asked of the engine so far: a changed one has another number. */
  engineRequests: number;
  scribes: Record<string, true>;
  /** Notes of a person, in the order they were written. */
  wrote: Record<string, string[]>;
  carries: Record<string, Text>;
  /** What the wall shows: a round or a table. */
  about: string | null;
  /** What boards show in the end. */
  shows: Shows;
};

/** A plan is wanted. `again`: for the rounds to come, because people have tables already. */
export type PlanRequest = {
  n: number;
  /** In the order they came. */
  people: string[];
  /** Those in `people` who have left: they keep their seats of past rounds and get none in rounds to come. */
  gone: string[];
  again: boolean;
  /** The plan takes effect as soon as it is made, because a person has no seat without it. */
  atOnce: boolean;
  /** What people had chosen at the request. Later presses are left out, or each would make the plan begin again. */
  chosen: State['chosen'];
};

export type Repair = {
  /** The number of the question that is open; null once it is answered. */
  request: number | null;
  /** The excess that was planned: repeats nobody could avoid are no reason to send people elsewhere. */
  over: number;
  /**
   * `people` in the order they came. `gone`: people who have left. `carded`: people who hold a card on paper, which
   * cannot be changed.
   */
  people: string[];
  gone: string[];
  carded: string[];
  found: Swap | null;
};

export type Table = {
  number: number;
  name: Text | null;
  topic: Text | null;
  zone: Text | null;
  language: string | null;
  /** Chairs, the host's included. */
  seats: number;
  mergedInto: string | null;
  closed: boolean;
  /** It was split off this table, and sees what was written there before. */
  splitFrom: { table: string; written: number } | null;
  /** Those written here, whatever became of the table, in the order they were written. */
  notes: string[];
  lines: HostLines;
  /** The one card for the plenary, by round. */
  cards: Record<number, string>;
  needs: Need | null;
};

/** What the host tells those who come. `id`: of this setting of them; `by`: the person, null for those who lead. */
export type HostLines = { id: string; by: string | null; said: Text[] };

export const noLines: HostLines = { id: '', by: null, said: [] };

export const NEEDS = ['chair', 'person', 'help'] as const;
export type Need = (typeof NEEDS)[number];

export type Round = {
  /** By person, the table where they sit or are to sit. */
  at: Record<string, string>;
  /** People who are at their table, as they or a helper said. */
  here: Record<string, true>;
  /** Host by table. */
  hosts: Record<string, string>;
  /** By person, tables where they sat earlier in this round: notes they wrote there may still arrive. */
  former: Record<string, string[]>;
  /** `shownAt`: when people were told their tables. `settledAt`: when nine in ten sat. Milliseconds since 1970. */
  shownAt: number | null;
  settledAt: number | null;
  askedAt: number | null;
  endsAt: number | null;
  /** How many seated people were present when the round ended; null until then. */
  expected: number | null;
  /** Tables that have longer. */
  longer: Record<string, number>;
};

/** `parent`: what it says more about. */
export type NoteParts = {
  kind: NoteKind;
  photo: Photo | null;
  parent: string | null;
  table: string;
  round: number;
  gem: boolean;
};
export type Note = Card & NoteParts;

export const newRound = (at: Seating = {}, hosts: Seating = {}): Round => ({
  at: { ...at },
  here: {},
  hosts: { ...hosts },
  former: {},
  shownAt: null,
  settledAt: null,
  askedAt: null,
  endsAt: null,
  expected: null,
  longer: {}
});

export const newTable = (number: number, seats: number): Table => ({
  number,
  name: null,
  topic: null,
  zone: null,
  language: null,
  seats,
  mergedInto: null,
  closed: false,
  splitFrom: null,
  notes: [],
  lines: noLines,
  cards: {},
  needs: null
});

export const roundsOf = ({ layout, visits, questions }: State): number =>
  layout === 'topics' ? visits : questions.length;

export const current = (state: State): Round | undefined => state.rounds[state.round];

/** Rounds that nobody was told of yet. */
export const later = (state: State): [number: number, round: Round][] =>
  Object.entries(state.rounds)
    .map(([number, round]): [number, Round] => [Number(number), round])
    .filter(([number]) => number > state.round);

export const isShown = (state: State): boolean => state.round > 0;
export const isRunning = ({ stage }: State): boolean => stage === 'finding' || stage === 'talking';

/** In the order they stand in the room. */
export const inOrder = (state: State): [id: string, table: Table][] =>
  Object.entries(state.tables).sort(([, one], [, other]) => one.number - other.number);

/** People may sit there. */
export const isOpen = (table: Table | undefined): table is Table =>
  table !== undefined && !table.closed && table.mergedInto === null;
