import type { Share } from '#contract/share-of-all.ts';
import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { Seen } from '#contract/typed-text.ts';
import type {
  BlockTitle,
  ColumnKind,
  ContinuumBlock,
  ContinuumReason,
  FigureValue,
  FilledHead,
  OutlineBlock,
  OutlineBranch,
  OutlineNote,
  Scope
} from '#contract/harvest-blocks.ts';

/** Raised when a reader of the former shape would misread the new one. */
export const SCHEMA_VERSION = 2;

/** What is kept when nobody chose otherwise: text may be shared alike, figures are free. SPDX names. */
export const TEXT_LICENCE = 'CC-BY-SA-4.0';
export const DATA_LICENCE = 'CC0-1.0';

export type SeenBlock = SeenContinuum | SeenOwn;
/** What a method says in codes of its own. */
export type SeenOwn = SeenOutline | SeenTable;
export type SeenContinuum = Omit<Seen<ContinuumBlock>, 'reasons'> & {
  readonly reasons?: readonly SeenReason[];
} & Summed &
  Retitled;
export type SeenReason = Seen<ContinuumReason> & NoteStanding;
/** What became of a note or a reason after the gathering. */
export type NoteStanding = {
  /** Whoever wrote it, or those who led, changed its words. */
  readonly mended?: boolean;
  /** Those who led struck out some of its words. */
  readonly struck?: boolean;
  /** The notes it is a part of, by their addresses, the nearest first: they were split, and their parts are read. */
  readonly partOf?: readonly string[];
  /** How many people stand by it: five or more. */
  readonly endorsed?: number;
  /** Why people say that this is not what was said. Null where those words were withdrawn. */
  readonly disputes?: readonly (string | null)[];
};
export type SeenOutline = Omit<Seen<OutlineBlock>, 'title' | 'branches' | 'figures'> & {
  readonly title: SeenTitle;
  readonly branches: readonly SeenBranch[];
  readonly figures: readonly SeenFigure[];
} & Summed;
export type SeenBranch = Omit<Seen<OutlineBranch>, 'head' | 'notes' | 'branches'> & {
  readonly head: SeenHead;
  readonly notes: readonly SeenNote[];
  readonly branches?: readonly SeenBranch[];
} & Summed;
/** What those who led call it for readers, in place of what the room was shown; null where those words were withdrawn. */
export type Retitled = { readonly retitled?: string | null };
/** What those who led say of it in short. */
type Summed = { readonly summary?: string | null };
export type SeenTable = Omit<SeenOutline, 'kind' | 'branches'> & {
  readonly kind: 'table';
  readonly columns: readonly SeenColumn[];
  readonly rows: readonly (readonly SeenCell[])[];
};
export type SeenColumn = { readonly heading: string; readonly kind: ColumnKind; readonly words?: string };
/** Of people, `untold`: see `PeopleCount`. A time as an edition writes it. */
export type SeenCell = SeenCode | Share | number | string | null;
/** A code of the method, with the words it had for it. Without any in editions from before they were carried. */
export type SeenCode = { readonly kind: string; readonly words?: string };
export type SeenTitle = (Extract<Seen<BlockTitle>, { text: unknown }> | SeenCode) & Retitled;
export type SeenHead = (Seen<FilledHead> | SeenCode) & Retitled;
export type SeenFigure = {
  readonly code: string;
  readonly value: FigureValue;
  readonly scope?: Seen<Scope>;
  /** The sentence its method told it in. */
  readonly words?: string;
};
export type SeenNote = Omit<Seen<OutlineNote>, 'notes' | 'photo'> &
  NoteStanding & {
    readonly photo?: Picture;
    /** The headings it was written under, the nearest first, where it is read elsewhere. */
    readonly from?: readonly SeenHead[];
    /** It says the same as the note above it, which stands for it. */
    readonly folded?: boolean;
    readonly notes: readonly SeenNote[];
  };

/** A photo that is kept beside the document as a JPEG. */
export type Picture = {
  readonly name: string;
  /** From where the document's own files are: `a-day/photo/k3x9.jpg` beside `a-day.json`. */
  readonly address: string;
  /** In pixels, where the picture says so. */
  readonly size: { readonly width: number; readonly height: number } | null;
};

/**
 * One published version of a gathering's harvest: self-contained, with words where the log holds references, and
 * without any person but those who agreed to be named. All other formats are rendered from it.
 */
export type Edition = {
  schemaVersion: typeof SCHEMA_VERSION;
  generator: string;
  /** The same for all versions of one gathering's harvest. */
  id: string;
  slug: string;
  version: number;
  title: string;
  summary: string | null;
  gathering: {
    name: string;
    /** When it was held, by the clocks there and their distance from UTC: `2026-11-22T10:05-06:00`. */
    held: HeldTimes;
    place: string | null;
    /** BCP 47. */
    language: string;
    /** How many people took part. */
    people: number;
    /** Simulated people took part: nothing here is what anybody thinks. */
    rehearsal: boolean;
  };
  /** SPDX: of the text, and of the figures. */
  licence: string;
  dataLicence: string;
  attribution: string;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /**
   * Notes that were left out after they were written, by their addresses: by whom, when (ISO 8601 in UTC), and why, where
   * those who led said so. `partOf`: see {@link NoteStanding}.
   */
  gone: { id: string; by: 'author' | 'team'; at: string; why?: WhyLeftOut; partOf?: string[] }[];
  /** How many notes were hidden in the meeting, or never shown there. None of them is here. */
  unshown?: number;
  blocks: SeenBlock[];
};

export type HeldTimes = { from: string; to: string; timeZone: string };

/** The day it began on, `2026-11-22`. */
export const dayHeld = ({ gathering }: Pick<Edition, 'gathering'>): string => gathering.held.from.slice(0, 10);
