import type { Role } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { TextSize, Theme } from './looks.ts';

/** Licences a harvest may be published under: SPDX identifiers, chosen before the first card is written. */
export const LICENCES = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0'] as const;
export type Licence = (typeof LICENCES)[number];

/**
 * When a gathering is planned to begin: an instant in milliseconds since 1970, and the zone whose clocks hang where it
 * is held.
 */
export type Start = { at: number; timeZone: string };

/** When it was really held. `to` is never before `from`. */
export type Held = { from: number; to: number; timeZone: string };

/**
 * In days: for how long people may correct what was noted, once the gathering has closed (0: not at all), and how long
 * all but the editions is kept after that.
 */
export type Periods = { correctionDays: number; keptDays: number };

/** One gathering, without its activities: who is here, what is planned, what is on. */
export type GatheringState = Periods & {
  phase: 'planned' | 'open' | 'closed';
  title: Text | null;
  /** Where, as coarse as the organizer likes. */
  place: Text | null;
  /** Six or eight digits; null before it is convened. */
  code: string | null;
  licence: Licence;
  /** A gathering of simulated people: they count in its edition, which says so. */
  rehearsal: boolean;
  /** When it is planned to begin. */
  starts: Start;
  convenedAt: number;
  closedAt: number | null;
  /** When it really began and ended, as far as the ledger can tell: see `held-times.ts`. */
  begunAt: number | null;
  endedAt: number | null;
  people: Record<string, Person>;
  /** How many people are present. */
  present: number;
  /** Counts removals and marks as a double: when it grows, a connected person may have to be disconnected. */
  shownOut: number;
  /** No newcomer may join. */
  locked: boolean;
  /**
   * People whose words were erased, in that order, and when (milliseconds since 1970). What is left of them is that they
   * took part.
   */
  erased: { person: string; at: number }[];
  /**
   * Names that people had before they were renamed or erased, by person: editions that are public may still hold them.
   * Shown nowhere.
   */
  formerNames: Record<string, Text[]>;
  /** People who ever joined: gives each their order of arrival. */
  arrived: number;
  agenda: Record<string, Block>;
  /** The activity that is on; null is the welcome before, between and after activities. */
  now: string | null;
  blank: boolean;
  /** Boards stay as they are. */
  frozen: boolean;
  /** How large all boards write; null: each as it was set on the board itself. */
  textSize: TextSize | null;
  /** How all boards are lit; null: each as it was set on the board itself. */
  theme: Theme | null;
  pages: Pages;
  /** Where the published edition is to be found. */
  edition: string | null;
  /** How many editions were published: the number of the last one. */
  editions: number;
  /** When those who lead last published one; an edition that left out words by itself does not count. */
  publishedAt: number | null;
  /** What was corrected of each note, by its address. */
  corrections: Record<string, Correction>;
  /** What people said against notes and took back or worded anew: an earlier edition may say it. Shown nowhere. */
  takenBack: Text[];
  /** What those who lead wrote and changed since, and how many editions were published before: the last of them may say it. */
  former: { text: Text; editions: number }[];
  /** What of it they struck out of every edition. Shown nowhere. */
  struck: Text[];
  /** By person, how many editions were made at once because they took back or worded anew what they object to. */
  remade: Record<string, number>;
  /** Themes into which the notes are sorted after closing. Their ids are never used again. */
  themes: Record<string, NoteTheme>;
  /** Where notes were put, by their addresses. */
  sorted: Record<string, Sorted>;
  /** The order that was given last: a note that is put into a theme comes after those in it. */
  placed: number;
  /** Notes that were split in two, by their addresses. */
  splits: Record<string, Split>;
  /** What they were split into, also where that was taken back: addresses are never used again, and words are known. */
  parts: Record<string, NotePart>;
  /** What those who lead say in short, by the place it is about: a block, `block/branch` or `themes/theme`. */
  summaries: Record<string, Text>;
  /** What those who lead call questions and headings for readers, by the place: a block, or `block/branch`. */
  titles: Record<string, Text>;
  /** Editions tell figures that nobody asked for. */
  appendix: boolean;
  /** What the edition says of itself, so that it can be written from the ledger alone, after any crash. */
  imprint: { title: Text; summary: Text | null; held: Held | null; at: number } | null;
};

export type NoteTheme = { name: Text | null; order: number };

/** `theme`: null for none. `under`: the note that stands for it, because both say the same; null: it stands for itself. */
export type Sorted = { theme: string | null; order: number; under: string | null };

/** `editions`: how many were published before. `of`: a mark of the words it had, which `wordingOf` makes. */
export type Split = { into: string[]; editions: number; of: string };
/** `of`: the note that was split. */
export type NotePart = { of: string; text: Text | null };

export type Correction = {
  /** The mended words; null: as it was written. */
  text: Text | null;
  /** Who mended it. */
  mendedBy: 'author' | 'team';
  /** All it was mended to so far: an earlier edition may say any of them. */
  wordings: Text[];
  /** Some of its words were struck out: those before them are forgotten once it is public. */
  struckOut: boolean;
  /** Who left it out of the edition, when (milliseconds since 1970), and why, where those who lead said so. */
  leftOut: { by: 'author' | 'team'; at: number; why: WhyLeftOut | null } | null;
  /** By person. */
  disputes: Record<string, Objection>;
  /** People who stand by it. */
  endorsed: Record<string, true>;
};

/**
 * `why`: why this is not what was said. `editions`: how many were published before it was. `leftOut`: why those who lead
 * leave its words out.
 */
export type Objection = { why: Text; editions: number; leftOut: WhyLeftOut | null };

/**
 * Boards that show more than fits turn its pages: by themselves, but not while they are `held`. `turn` counts pages on
 * and back, so that each board goes as many pages from where it is.
 */
export type Pages = { held: boolean; turn: number };

export type Person = {
  name: Text | null;
  via: 'phone' | 'walk-in';
  present: boolean;
  rehearsed: boolean;
  order: number;
  /** Shown out: only a helper lets them in again. */
  removed?: true;
  /** The same person is here as this one, and counts there. */
  double?: string;
  /** Said aloud after closing: whether the edition may name them. It comes after what they said in any activity. */
  named?: boolean;
  /** Who was told that: printed nowhere. */
  namedBy?: Role;
};

/** One line of the run of show. Removed blocks stay, so that undo brings them back with all that people did in them. */
export type Block = { method: string; title: Text | null; order: number; removed: boolean };
