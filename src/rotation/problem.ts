/**
 * What a café asks of its rotation, as plain data: it travels to a worker thread as it is. Rounds are counted from 0 in
 * arrays; persons and tables are known by their ids.
 */
export type Question = {
  /** At least 1. */
  rounds: number;
  /**
   * `stays`: one person keeps the table all day. `swaps`: after each round one person who sat there stays, and each
   * person once. `none`: all travel.
   */
  hosts: 'stays' | 'swaps' | 'none';
  /**
   * In the last round each person returns to their first table; encounters of that round are left out of every figure.
   */
  returnHome?: boolean;
  /** In the order they came: seats are handed out in it, so that no-shows leave at most one chair empty at a table. */
  people: readonly Person[];
  /** In the order they stand in the room: "two on" is two further down this list. */
  tables: readonly Table[];
  /** A carer and the one cared for: one path, two chairs. Groups that share a person are one group. */
  together?: readonly (readonly string[])[];
  apart?: readonly Apart[];
  /**
   * Seatings that stand, from round 0 on: past rounds, and the one on the phones. A present person without a seat there
   * gets one.
   */
  shown?: readonly Seating[];
};

export type Person = {
  id: string;
  /** Stays at this table in every round: mobility, a remote table, an interpreter's point. */
  pin?: string;
  /** Same organisation, age, language: people who share one are spread, where that costs no repeat. */
  tags?: readonly string[];
  /** Languages this person follows; left out: all languages. */
  languages?: readonly string[];
  /** Tables whose topic this person chose. */
  chosen?: readonly string[];
  /** Sits only at tables of this zone. */
  zone?: string;
  /** First round this person is there for; 0 when absent. */
  from?: number;
  /** First round this person is gone for. */
  until?: number;
};

export type Table = {
  id: string;
  /** Chairs, the host's included. A list changes with the rounds; its last figure stays. */
  seats: number | readonly number[];
  /** The host, where one is known. Otherwise the plan chooses, when hosts stay. */
  host?: string;
  /** First round this table is closed for. */
  until?: number;
  /** Only people who follow this language sit here. */
  language?: string;
  zone?: string;
};

/** Two people or more. Hard: never at one table. Soft: not where that costs no repeat. */
export type Apart = { people: readonly string[]; hard: boolean };

/** Who sits where in one round: table by person. */
export type Seating = Readonly<Record<string, string>>;

/** A seat path: where a card begins, and where it leads. */
export type Seat = {
  /** The table of round 0. */
  table: string;
  /** 0 is A. */
  letter: number;
  /**
   * Tables to go on at each move, among those people travel between; null when it changes and the card must carry the
   * path.
   */
  step: number | null;
  path: readonly string[];
};

/**
 * How letters travel: tables to go on at each move, by letter, and of the `tables` that are counted the place of each,
 * from 0, in the order they stand in the room. People do not travel to tables that are not counted. A table that closed
 * since is still counted, because the rule goes by the numbers on the tables.
 */
export type Rule = {
  steps: Readonly<Record<number, number>>;
  tables: number;
  places: Readonly<Record<string, number>>;
};

/** How a plan was found: see the README. */
export type Way = 'steps' | 'field' | 'shifts' | 'square' | 'design' | 'search' | 'kept';

export type Plan = {
  way: Way;
  rounds: readonly Seating[];
  /** Host by table, for each round; empty when nobody hosts. */
  hosts: readonly Seating[];
  /** Seat by person, where the plan goes by letters; otherwise empty. */
  seats: Readonly<Record<string, Seat>>;
  /** One rule for all who have a seat; null where cards must carry their paths. */
  rule: Rule | null;
  /** Empty seats with a path of their own, for people who come late. */
  open: readonly Seat[];
  quality: Quality;
};

/**
 * Figures only; the words are made elsewhere. Pairs kept together, pairs that both stay at one table, and a round home
 * are left out.
 */
export type Quality = {
  /** Sum over pairs of m(m−1)/2, m being the rounds they share. */
  excess: number;
  /** No plan for this question has a smaller excess. */
  bound: number;
  isOptimal: boolean;
  /** Sum over pairs of max(0, m−1). */
  repeats: number;
  /** The most repeats that one person has. */
  worst: number;
  /** How many others a person meets. `ceiling`: the most that a path through full tables could meet, or all people. */
  met: { least: number; median: number; most: number; ceiling: number };
  /** Of all pairs that are there at the same time, 0 to 1. */
  share: number;
  /** How often a person who travels comes back to a table. */
  returns: number;
  /** Largest and smallest table, over all rounds, empty ones left out. */
  sizes: { least: number; most: number };
  /**
   * Topics that people chose: all, those they visit, and the most that a plan with these hosts can keep. Null when
   * nobody chose.
   */
  choices: { asked: number; kept: number; bound: number } | null;
  /** Same-tag pairs and soft keep-aparts, counted each time they share a table. */
  unwished: number;
  broken: Broken;
};

/** Hard rules that could not be kept: all 0 unless the question has no answer. */
export type Broken = {
  /** Chairs that are missing, summed over rounds. */
  overfull: number;
  /** Keep-apart pairs at one table, summed over rounds. */
  apart: number;
  /** Persons at a table of another language or zone, or not where they are pinned. */
  misplaced: number;
  /** Tables where nobody stayed to tell what was said. */
  hostless: number;
  /** Persons without a table, because all are closed. */
  unseated: number;
};
