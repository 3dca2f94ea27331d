import type { HostLines, Swap, PlanRequest, Need, NoteParts, Repair, State, Table } from './state.ts';
import type { CardEvents } from '#kit/rules/cards/events.ts';
import type { ExposureEvents } from '#kit/rules/exposure.ts';
import type { ScribeEvents } from '#kit/rules/scribes.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Plan } from '#rotation/problem.ts';
import type { Exposure, HostMode } from './settings.ts';
import type { Stage } from './stages.ts';

/** What can happen in a café. Each fact is decided, folded and taken back in the part of its name. */
export type Events = PreparingEvents &
  ExposureEvents<Exposure> &
  ScribeEvents &
  TablesEvents &
  MergingEvents &
  WishEvents &
  ChoosingEvents &
  PlanningEvents &
  RoundEvents &
  SettlingEvents &
  ComingEvents &
  WaitingEvents &
  RepairEvents &
  FullEvents &
  HostingEvents &
  NoteEvents;

type PreparingEvents = {
  QuestionSet: { round: number; question: Text };
  QuestionAdded: { round: number; question: Text };
  QuestionRemoved: { round: number };
  HostsSet: { hosts: HostMode };
  ReturnHomeSet: { on: boolean };
  MinutesSet: { minutes: number };
};

type TablesEvents = {
  /** Adds tables by number, removes tables, and sets the chairs of all tables. */
  TablesSet: { add: Record<string, number>; remove: string[]; seats: number; each: Record<string, number> };
  TableDescribed: Pick<Table, 'name' | 'topic' | 'zone' | 'language' | 'seats'> & { table: string };
  TableClosed: { table: string; closed: boolean };
};

type MergingEvents = {
  /** `people` go along; `lose` have left, and had a chair there or are needed for one. */
  TablesMerged: { from: string; into: string; people: string[]; lose: string[] };
  TablesParted: { from: string; into: string };
  TableSplit: { table: string; into: string; number: number; people: string[] };
  SplitUndone: { table: string; into: string };
};

type WishEvents = {
  /** What was wished of one person; null takes it back. */
  PersonWished: { of: Own; person: string; wish: string | null };
  /** Kept together or apart; null takes it back. */
  GroupWished: { of: Groups; wish: string; people: string[] | null };
};

type ChoosingEvents = {
  /** The tables of all topics this person would like to visit; an empty list takes the choice back. */
  TopicsChosen: { person: string; tables: string[] };
};

type PlanningEvents = {
  /** As many tables as are needed for those present, where nobody set any. */
  TablesLaid: { tables: Record<string, number> };
  PlanAsked: Omit<PlanRequest, 'n' | 'chosen'>;
  PlanMade: { asking: string; plan: Plan };
  DraftDropped: object;
  /** A step was taken back: this draft is looked at again, or nothing is. */
  DraftPutBack: { draft: Plan | null };
  /** People are told their tables, and look for the first. */
  Seated: object;
  Unseated: object;
  /** The rounds to come follow the draft; people were not told of them yet. */
  PlanChanged: object;
  PlanPutBack: {
    plan: Plan | null;
    draft: Plan | null;
    rounds: State['rounds'];
    letters: State['letters'];
    taken: State['taken'];
  };
};

type RoundEvents = {
  /** The question stands; `endsAt` is the soft end. */
  QuestionAsked: { endsAt: number };
  /** All people are told their next table. `expected`: seats of the round before, see {@link expectedIn}. */
  MovedOn: { round: number; expected: number };
  /** Of the round that is on: for all, or of one table; null takes a table's own end away. */
  EndSet: { table: string | null; endsAt: number | null };
  /** `expected`: of the last round. */
  Harvested: { expected: number };
  Closed: object;
  Reopened: object;
  /** A step was taken back. Nobody's seat or note is lost by it. */
  RoundPutBack: { stage: Stage; round: number; askedAt: number | null; endsAt: number | null };
};

type SettlingEvents = {
  /**
   * Nine in ten of those present are at their table; `settled` is false where the step that made it so is taken back.
   */
  RoomSettled: { settled: boolean };
};

type ComingEvents = {
  /**
   * Tables by round. `takes`: whose seats these were, who has left and loses them; `open`: which of the plan's open
   * seats it is. `letter` comes with either.
   */
  SeatGiven: Given;
  /** `here`: they said so; otherwise they are on their way. `takes`: whose chair it was, who has left. */
  Sat: { person: string; table: string; from: string | null; here: boolean; takes: string | null };
  TableHeard: { table: string; people: string[]; here: boolean };
  /** A person was at their table in a round that is over: they said so in time, and the message came late. */
  HeardLate: { person: string; table: string; round: number; here: boolean };
  /**
   * A step was taken back: people who still sit where it put them return to their former seat, if that chair is free.
   */
  SeatsPutBack: { seats: PutBack[] };
};

type WaitingEvents = {
  /**
   * A person asked for a chair when every chair was taken. `order` rises with each request; null takes the request
   * back.
   */
  ChairAwaited: { person: string; order: number | null };
};

type RepairEvents = {
  /** Something made people meet more often than they were to. */
  RepairAsked: Pick<Repair, 'people' | 'gone' | 'carded'>;
  SwapFound: { swap: Swap | null };
  /** Two change tables in a round that nobody was told of. */
  SwapTaken: { round: number; one: string; other: string };
};

type FullEvents = {
  ChairsSet: { table: string; seats: number };
  TableOpened: { table: string; number: number; seats: number };
  /** A step was taken back: people who still sit where it put them wait again, without a seat in the rounds to come. */
  WaitAgain: { people: string[]; at: string[] };
  OpenedTableTaken: { table: string };
};

type HostingEvents = {
  /**
   * This person hosts the table from now on. Where hosts stay, the old and the new host exchange their seats of the
   * rounds to come, and no other seat changes. `before`: who hosted until now.
   */
  HostMade: { table: string; person: string; before: string | null };
  HostLost: { table: string; person: string };
};

type NoteEvents = CardEvents<NoteParts> & {
  CarrySet: { person: string; text: Text | null };
  GemsSet: { gems: Record<string, boolean> };
  CardChosen: { table: string; round: number; note: string | null };
  LinesSet: { table: string; lines: HostLines };
  NeedSet: { table: string; what: Need | null };
  AboutShown: { about: string | null };
  EncountersShown: object;
};

/** A seat for a person without one; `seats`: tables by round. */
export type Given = {
  person: string;
  seats: Record<number, string>;
  letter: number | null;
  takes: string | null;
  open: number | null;
};

/** How to undo a move of one person: `from` the table where the step put them, `to` the table where they sat before. */
export type PutBack = { round: number; person: string; from: string | null; to: string | null; here: boolean };

export type Own = 'pins' | 'tags' | 'languages';

export type Groups = 'together' | 'apart';
