import type { Photo } from '#contract/photo.ts';
import type { Text } from '#contract/text.ts';
import type { Plan, Seating } from '#rotation/problem.ts';
import type { NoteKind } from './limits.ts';
import type { Exposure, HostMode, Layout } from './settings.ts';
import type { Stage } from './stages.ts';

/** What boards show in `harvest`: what was written, or who met whom. */
export type Shows = 'notes' | 'encounters';

/** What those who lead may say of people before a plan is made. */
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

export type State = {
  /** Names this café in what is kept of it. */
  id: string;
  layout: Layout;
  hosts: HostMode;
  returnHome: boolean;
  minutes: number;
  review: boolean;
  exposure: Exposure;
  /** With topics: tables everybody visits. */
  visits: number;
  /** Chairs at a table nothing else is said of. */
  seats: number;
  /** By round from the first, or the one above all topics. */
  questions: Text[];
  tables: Record<string, Table>;
  /** The tables were counted from those present, and are counted again with the next plan. */
  laid: boolean;
  wishes: Wishes;
  /** With topics: the tables somebody would like to visit, by person. */
  chosen: Record<string, string[]>;
  stage: Stage;
  /** From 1; 0 until people are told their tables. */
  round: number;
  /** From 1, those to come as planned. */
  rounds: Record<number, Round>;
  /** Looked at by those who lead, and not told to anybody. */
  draft: Plan | null;
  /** The one people move by, as it was made. Where people are to sit is in `rounds`. */
  plan: Plan | null;
  /** Seat letters, 0 is A, of those who came with the plan or took one of its open seats. */
  letters: Record<string, number>;
  /** Which of the plan's open seats were taken. */
  taken: Record<number, true>;
  /** Those who asked for a chair when every one was taken, by the order in which they did; until they sit. */
  waits: Record<string, number>;
  /** How many times somebody asked so. */
  awaited: number;
  asking: Asking | null;
  /** People meet more often than they were to: an exchange that saves a repeat is looked for, or offered. */
  repair: Repair | null;
  /** Questions asked of the engine so far: a changed one has another number. */
  askings: number;
  scribes: Record<string, true>;
  /** Notes written so far: their order. */
  written: number;
  /**
   * At which table a note was written, by note; on shelves by the last letter of its id. Every batch copies what it
   * writes into, and one shelf of a hundred costs less than one of four thousand.
   */
  shelves: Record<string, Record<string, string>>;
  /** Notes of a person, in the order they were written. */
  wrote: Record<string, string[]>;
  carries: Record<string, Text>;
  clusters: Record<string, Cluster>;
  /** Clusters begun so far: their order. */
  clustered: number;
  /** What the wall shows: a round or a table. */
  about: string | null;
  /** What boards show in the end. */
  shows: Shows;
};

/** A plan is wanted. `again`: for the rounds to come, of those who have a table already. */
export type Asking = {
  n: number;
  /** In the order they came. */
  people: string[];
  /** Of them, those who have left: they keep their place in what was and have none in what comes. */
  gone: string[];
  again: boolean;
  /** It counts as soon as it is there, because somebody has no seat without it. */
  atOnce: boolean;
  /** What people had chosen by then: who goes on choosing must not make the plan begin again with each press. */
  chosen: State['chosen'];
};

export type Repair = {
  /** The number of the question that is open; null once it is answered. */
  asking: number | null;
  /** The excess that was planned: repeats nobody could avoid are no reason to send people elsewhere. */
  over: number;
  /** In the order they came; those who have left; those who hold a card on paper, which cannot be changed. */
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
  /** Those written here, whatever became of the table. */
  notes: Record<string, Note>;
  lines: Text[];
  /** The one card for the plenary, by round. */
  cards: Record<number, string>;
  needs: Need | null;
};

export const NEEDS = ['chair', 'person', 'help'] as const;
export type Need = (typeof NEEDS)[number];

export type Round = {
  /** Where everybody is to sit, or sits. */
  at: Record<string, string>;
  /** Those who are there, by their own word or a helper's. */
  here: Record<string, true>;
  /** Host by table. */
  hosts: Record<string, string>;
  /** Tables somebody was at before in this round: what they wrote there may still be on its way. */
  former: Record<string, string[]>;
  /** When everybody was told their table, and when nine in ten sat; milliseconds since 1970. */
  shownAt: number | null;
  settledAt: number | null;
  askedAt: number | null;
  endsAt: number | null;
  /** Seats of those who were there when it ended; null until then. */
  expected: number | null;
  /** Tables that have longer. */
  longer: Record<string, number>;
};

export type Note = {
  kind: NoteKind;
  text: Text | null;
  photo: Photo | null;
  parent: string | null;
  order: number;
  round: number;
  author: string | null;
  gem: boolean;
  star: boolean;
  state: 'waiting' | 'shown' | 'hidden';
  mergedInto: string | null;
  rev: number;
  cluster: string | null;
  removed: boolean;
  /** When the server heard it; milliseconds since 1970. */
  at: number;
};

export type Cluster = { name: Text | null; order: number };

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
  notes: {},
  lines: [],
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

export const shelfOf = (note: string): string => note.slice(-1);
