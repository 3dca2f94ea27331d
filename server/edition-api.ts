import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { Edition, SeenBlock } from '#harvest/document.ts';
import type { Print } from '#harvest/formats/page.ts';
import type { Doc } from '#wire/messages.ts';

/** Everything that is stored about one person. */
export type StoredAbout = {
  gathering: string | null;
  /** The random id by which the gathering knows them. */
  person: string;
  name: string | null;
  came: 'phone' | 'walk-in';
  /** Which of those who came, from 1. */
  order: number;
  erased: boolean;
  /** For how many days after closing, or after the last edition, it is kept; until when, once that is known. */
  kept: { days: number; until: string | null };
  /** All they typed, also what was mended or hidden later. */
  words: string[];
  /** Each a JPEG in base64. */
  photos: string[];
  /** The notes that they stand by, as they read now; null of a photo, and where the words are gone. */
  standsBy: (string | null)[];
  /** The notes of which they say that this is not what was said, and why. */
  objections: { note: string | null; why: string | null }[];
  /** Whom they meet, because both said so: what each brought, and what the other one gave. */
  meets: { own: string | null; other: string | null; name: string | null; contact: string | null }[];
  /** What their own phone is told: places, cards, seats. */
  view: Doc;
};

/** What those who lead put in order. Notes are known by their addresses. */
export type Desk = {
  notes: DeskNote[];
  /**
   * What can be said in short and given a title: each block of each activity with the headings that readers meet in it, as
   * the room was shown them.
   */
  places: { activity: string; block: SeenBlock }[];
  /** What the room itself put together and named, in any activity. */
  groups: { name: string; notes: string[] }[];
};

export type DeskNote = {
  note: string;
  /** As it was written, or split; null of a photo, and where they are gone. */
  words: string | null;
  /** What the whole note says now, where its writer changed it since it was split; null of all others. */
  whole: string | null;
  /** By its name under `/g/<gathering>/photo/`. */
  photo: string | null;
  /** Its table, its round and the headings it was written under. */
  where: string;
  /** The block of the run of show that it is from, and what that left behind: a café leaves several, one a question. */
  activity: string;
  block: string;
  question: string;
  table: number | null;
  /** It was said for a place on a line. */
  isReason: boolean;
};

/** Words that those who lead changed since, and the marks that strike them out. */
export type FormerWords = { words: string; marks: string[] };

/** How many notes of a gathering are in no edition: taken back by those who wrote them, left out by the team, and so on. */
export type StaysOut = Record<'author' | 'team' | 'hidden' | 'waiting' | 'simulated', number>;

/** What one person may put right of a harvest. Notes are known by their addresses. */
export type Correctable = {
  /** As it would be published now. */
  edition: Edition;
  /**
   * `words`: as they would be published, also of what was left out; null of a photo, or where they are gone. `part`:
   * those who lead split the note it was written in.
   */
  own: { note: string; words: string | null; part: boolean; mended: boolean; leftOut: 'author' | 'team' | null }[];
  endorsed: string[];
  disputed: string[];
  /** How many editions are published. */
  editions: number;
  /** Milliseconds since 1970; null where no time is given for it. Own notes can be left out at any time. */
  until: number | null;
  open: boolean;
};

/**
 * What those who were there read of the edition that comes. `from`: from then on (milliseconds since 1970). `published`:
 * where the edition stands that took its place.
 */
export type TakeHome = { from: number; timeZone: string } | { draft: Edition } | { published: string };

export type Found = {
  slug: string;
  title: string;
  place: string | null;
  date: number;
  people: number;
  /** Words around the match; matches stand between U+E000 and U+E001, so that pages can mark them without markup. */
  excerpt: string;
};

/** `why`: where those who led said so. */
export type NoteGone = { at: string; by: 'author' | 'team' | 'house'; why?: WhyLeftOut };

export type Commons = {
  /**
   * Editions that match, the best first; every edition, the newest first, when the query is empty. Pages hold 20 and
   * count from 1.
   */
  search(query: string, page: number): { found: Found[]; total: number };
  /** The newest, or the one of this version; null where there is none. */
  edition(slug: string, version?: number): Promise<Edition | null>;
  /** The numbers of all editions at this address, the oldest first, and when each was published (ISO 8601). */
  versions(slug: string): Promise<{ version: number; publishedAt: string }[]>;
  /**
   * Which edition holds the note of this address, or held it: `gone` says who left it out, when (ISO 8601) and why. `house`:
   * its edition was taken out. `part`: the first part of a note that was split. Null for an address that is none.
   */
  holding(note: string): { slug: string; part?: string; gone: NoteGone | null } | null;
  /** A JPEG that this edition shows, by its name in the document; null for every other. */
  photo(slug: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

/** Formats of an edition that are made beside the loop. */
export type FileFormat = 'docx' | 'xlsx';

export type Files = {
  /** Whether this Plenary has found a browser: only then it makes a PDF. */
  readonly prints: boolean;
  /** A PDF with outline and tags. Null as below. */
  print(
    edition: Edition,
    print: Print,
    photo: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
  ): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * The bytes of an edition in this format. `photos` stands before the address of each photo it links to. Null when
   * too many others wait: asking again in some seconds helps.
   */
  render(edition: Edition, format: FileFormat, photos: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A drawing (SVG) as a PNG, with the fonts of the machine Plenary runs on. Null as above. */
  png(drawing: string): Promise<Uint8Array<ArrayBuffer> | 'no-fonts' | null>;
  /**
   * A zip with every format, and the photos beside them, as a stream that asks for one photo at a time. `photo`: a JPEG
   * of this edition by its name; null where it was withdrawn. Null as above.
   */
  archive(
    edition: Edition,
    photo: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
};
