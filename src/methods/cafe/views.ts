import type { Share } from '#contract/blocks.ts';
import type { Photo } from '#contract/photo.ts';
import type { Text } from '#contract/text.ts';
import type { Quality, Way } from '#rotation/problem.ts';
import type { NoteKind } from './limits.ts';
import type { Exposure, HostMode, Layout } from './settings.ts';

/**
 * Where the café is. `ready`: nobody was told a table yet. `finding`: people look for their table. `talking`: the
 * question stands. `harvest`: the wall of what was written. `closed`: over.
 */
export const PARTS = ['ready', 'finding', 'talking', 'harvest', 'closed'] as const;
export type Part = (typeof PARTS)[number];

/** One letter of the rule by which people move: A stays, B goes one on. `step` is in tables, negative for back. */
export type Letter = { letter: number; step: number };

/** `passed`: tables that are not counted on the way, because nobody travels to them. */
export type RuleView = { letters: Letter[]; passed: string[] };

/** `number` is read out, from 1, and never changes. */
export type TableHead = {
  number: number;
  name: Text | null;
  topic: Text | null;
  zone: Text | null;
  /** As browsers name it: `es`, `pt-BR`. Only those who follow it are seated here. */
  language: string | null;
  /** Where its people went, when it was merged with another. */
  mergedInto: string | null;
  closed: boolean;
};

/** `all`: the same for every phone. Nothing in it changes when one person sits down or writes. */
export type AllView = {
  part: Part;
  layout: Layout;
  hosts: HostMode;
  exposure: Exposure;
  /** From 1; 0 before the first. `of` how many. */
  round: number;
  of: number;
  /**
   * Of this round, or of all; null until it is asked, and where each table has its topic and there is none above them.
   */
  question: Text | null;
  /** Whether the question may be seen already: in `finding` only once those who lead show it. */
  asked: boolean;
  /** The move to this round; null where each card carries its own path. */
  rule: RuleView | null;
  /** This round leads home, to the first table. */
  home: boolean;
  /** The soft end of this round for all; milliseconds since 1970. */
  endsAt: number | null;
  tables: Record<string, TableHead>;
};

/** `person:…`. Null until this person has a seat, waits for one, chose a topic or wrote something. */
export type OwnView = {
  /** The table of this round, and of the one before; null when there is none. */
  table: string | null;
  from: string | null;
  /**
   * That `table` is of: whoever says something of both takes both from here, and never from two views that come one
   * after the other.
   */
  round: number;
  /** 0 is A; null when the plan does not go by letters, or this move would lead them elsewhere by it. */
  letter: number | null;
  /** They said, or somebody said for them, that they sit there. */
  here: boolean;
  hosts: boolean;
  /** They asked when every chair was taken, and are given one as soon as there is one. */
  waits: boolean;
  /** Tables whose topics they would like to visit. */
  chosen: string[];
  /** A scribe of the whole café: may merge, star and choose like a host, at every table. */
  scribe: boolean;
  /** Notes of their own, newest last. */
  notes: Record<string, NoteView>;
  /** What they want to carry to the next table; nobody else sees it. */
  carry: Text | null;
};
export type MineView = OwnView | null;

export type NoteView = {
  kind: NoteKind;
  /** Null for a photo. */
  text: Text | null;
  /** One level: a note may say more about another. */
  parent: string | null;
  /** Rising with time. */
  order: number;
  table: string;
  round: number;
  gem: boolean;
  /** Marked by whoever may, at the table. */
  star: boolean;
  /** `waiting`: not looked at yet. `hidden`: not on the wall; its author is told. */
  state: 'waiting' | 'shown' | 'hidden';
  /** It was folded into this one. */
  mergedInto: string | null;
  /** A photo of the sheet: fetched by this name, never sent along. */
  photo: Photo | null;
  /** Bumped by each change of wording: whoever rewrites says which wording they read. */
  rev: number;
};

/** `table:<id>`: those who sit there in this round, its host, and scribes who look at it. */
export type TableView = {
  table: string;
  /**
   * Who should be here in this round, by person: first name (null: none given, or L1), seat letter, whether they said
   * they are here.
   */
  people: Record<string, { name: Text | null; letter: number | null; here: boolean; hosts: boolean; present: boolean }>;
  /** All that was written at this table, in all rounds, and what came with a merged one. */
  notes: Record<string, NoteView>;
  /** What the host tells those who arrive, three lines at most. */
  lines: Text[];
  /** The one card of this round for the plenary; by round. */
  cards: Record<string, string>;
  /** Longer than the others: its own soft end. */
  endsAt: number | null;
  /** "We need a chair", "somebody is missing": waits for a helper. */
  needs: 'chair' | 'person' | 'help' | null;
};

/** `ask`: the question it stands under. */
export type WallNote = NoteView & { number: number; cluster: string | null; ask: string };
export type ClusterView = { name: Text | null; order: number };
export type WallView = {
  notes: Record<string, WallNote>;
  /** Those that something was written to: of a round, of a table's topic, or above all topics. */
  asks: Record<string, { question: Text | null; order: number }>;
  clusters: Record<string, ClusterView>;
  /** The cards chosen for the plenary, by note. */
  cards: Record<string, true>;
  /** The question or topic the wall is about just now, by round number or table id; null: all of them. */
  about: string | null;
};

/**
 * How many others each met. `again`: pairs that shared a table more than once. `pairs`: of all of them, those that
 * shared one.
 */
export type Met = { people: number; least: number; median: number; most: number; pairs: Share; again: number };
/**
 * Seats that somebody said were taken, of those that people who were there had, over all rounds; less than nine in ten.
 */
export type Unsaid = { said: number; of: number };
/** The numbers of the tables somebody sat at, round by round; null where they sat at none. */
export type Path = readonly (number | null)[];

/** What boards show in `harvest`: what was written, or who met whom. */
export type Shows = 'notes' | 'encounters';

export type BoardView = AllView & {
  /** People who said they are at their table, of those who have one and are present. */
  seated: number;
  expected: number;
  /**
   * Only in `harvest`: what may be shown. `question` is then the one it is about, and null when it is about all of
   * them.
   */
  wall: WallView | null;
  /**
   * Only in `harvest`, where it was asked for instead of the wall: a row for each person, with the numbers of their
   * tables. No row tells whose it is.
   */
  encounters: { paths: Path[] } | null;
  /** Only in `harvest`: how many others each met, from where people said they sat. Null also where too few said so. */
  met: Met | null;
  /** Only in `harvest`: too few said where they sat. */
  unsaid: Unsaid | null;
};

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

export type PlanView = {
  quality: Quality;
  way: Way;
  people: number;
  tables: number;
  /** Sizes by round: smallest and largest table. */
  sizes: { least: number; most: number }[];
};

/** Two who would change tables in a round to come, from 1. `fewer`: the excess it saves, at least 1. */
export type Swap = { round: number; one: string; other: string; fewer: number };

export type ConsoleTable = TableHead & {
  seats: number;
  host: string | null;
  people: Record<string, { letter: number | null; here: boolean; hosts: boolean }>;
  /** Notes written here in this round, and when the last one was; milliseconds since 1970. */
  written: number;
  lastNote: number | null;
  endsAt: number | null;
  needs: 'chair' | 'person' | 'help' | null;
  lines: Text[];
};

/** `console`. */
export type ConsoleView = Omit<AllView, 'tables'> & {
  tables: Record<string, ConsoleTable>;
  questions: (Text | null)[];
  /** A plan that was made and not yet shown; `plan` the one people move by. `planning`: one is being made. */
  draft: PlanView | null;
  plan: PlanView | null;
  planning: boolean;
  /** How many plans were asked for: goes back with what is pressed about one. */
  askings: number;
  seated: number;
  expected: number;
  /** Two who could change tables in a round to come, where people would meet more often than they were to. */
  swap: Swap | null;
  /**
   * Present people without a table in this round, in the order in which they are seated, and those who did not say they
   * are at theirs.
   */
  unseated: string[];
  /** Every chair is taken: whoever is unseated waits for another one. */
  full: boolean;
  missing: string[];
  wishes: Wishes;
  /**
   * With topics, until people are told their tables: how many who are here chose, how many want each table, and what
   * those without a phone chose.
   */
  choosing: { people: number; wanted: Record<string, number>; walkIns: Record<string, string[]> } | null;
  /**
   * Of those who have no phone, once they have a table: what their card says. `path`: a table for each round, null
   * where none is known.
   */
  cards: Record<string, { letter: number | null; path: (string | null)[] }>;
  seats: number;
  minutes: number;
  returnHome: boolean;
  review: boolean;
  startedAt: number | null;
  scribes: string[];
  wall: WallView;
  /** What the board shows of the harvest. */
  shows: Shows;
  met: Met | null;
  unsaid: Unsaid | null;
};

/** The channel of those at a table. */
export const tableChannel = (table: string): string => `table:${table}`;
