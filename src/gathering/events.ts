import type { Role } from '#contract/method.ts';
import type { Text } from '#contract/typed-text.ts';
import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { TextSize, Theme } from './looks.ts';
import type { Held, Start, Licence, Periods, Person, Sorted } from './state.ts';

/** What can happen to a gathering itself. Each fact is decided and folded in the part of its name. */
export type GatheringEvents = PeopleEvents & AgendaEvents & BoardEvents & FrameEvents & CorrectionEvents & ThemeEvents;

export type Convening = Periods & {
  title: Text;
  place: Text | null;
  starts: Start;
  code: string;
  licence: Licence;
  rehearsal: boolean;
};

type FrameEvents = {
  Convened: Convening;
  Described: { title: Text; place: Text | null };
  /** It is to begin at another time. */
  Scheduled: { starts: Start };
  PeriodsSet: Periods;
  Closed: object;
  Reopened: object;
  Published: { edition: string; title: Text; summary: Text | null; held: Held | null };
};

type PeopleEvents = {
  Joined: { person: string; name: Text | null; via: Person['via']; rehearsed: boolean };
  Renamed: { person: string; name: Text | null };
  Left: { person: string };
  Returned: { person: string };
  /** Their token opens nothing until a helper lets them in again, and what they placed counts no longer. */
  Removed: { person: string };
  /** `person` is a second entry of the person `of`. It has the effect of `Removed`, without blame. */
  MarkedDouble: { person: string; of: string };
  /** `was`: the person's attendance before the removal or the mark. */
  Readmitted: { person: string; was: Attendance };
  /** Their name and all they wrote are to be forgotten, for good. */
  Erased: { person: string };
  /** `by`: who was told. Null: as they said in the activities. */
  NamingSaid: { person: string; named: boolean | null; by: Role };
  DoorLocked: { locked: boolean };
};

export type Attendance = Pick<Person, 'present' | 'removed' | 'double'>;

type AgendaEvents = {
  /** Also begins the activity: a block can be prepared, shown and run without a second kind of draft. */
  BlockAdded: { activity: string; method: string; settings: unknown; title: Text | null; order: number };
  BlockTitled: { activity: string; title: Text | null };
  BlockMoved: { activity: string; order: number };
  BlockRemoved: { activity: string };
  BlockRestored: { activity: string };
  /** The gathering turned to an activity, or to the welcome. */
  TurnedTo: { activity: string | null };
};

/** `note` is an address. */
type CorrectionEvents = {
  /** Null: its words are again as they were written. */
  NoteMended: { note: string; text: Text | null; by: 'author' | 'team' };
  /** `on`: some of its words were struck out, and this is what is left. */
  NoteStruckOut: { note: string; text: Text | null; on: boolean };
  NoteLeftOut: { note: string; by: 'author' | 'team'; why: WhyLeftOut | null };
  /** `leftOutBy`: whose leaving out is taken back. */
  NoteKept: { note: string; leftOutBy: 'author' | 'team' };
  /** Null takes it back. */
  NoteDisputed: { note: string; person: string; why: Text | null };
  /** What `person` says against it stays without its words. Null brings them back. */
  ObjectionLeftOut: { note: string; person: string; why: WhyLeftOut | null };
  /** `words`: marks of former words of those who lead. */
  FormerStruck: { words: string[] };
  NoteEndorsed: { note: string; person: string; on: boolean };
};

/** Notes are known by their addresses. */
type ThemeEvents = {
  /** Where these stand from now on. A theme that is not there is made. */
  NotesSorted: { places: Record<string, Sorted> };
  /** By their addresses, what its parts say and where they stand. `of`: a mark of the words it had. */
  NoteSplit: { note: string; of: string; parts: Record<string, Text>; places: Record<string, Sorted> };
  /** It is one note again, and stands there; where its parts are public or corrected, it stays split. */
  NoteWhole: { note: string; place: Sorted };
  ThemeNamed: { theme: string; name: Text | null };
  ThemesOrdered: { orders: Record<string, number> };
  /** Null: no more. */
  Summarized: { place: string; text: Text | null };
  /** Null: as the room was shown it. */
  Retitled: { place: string; title: Text | null };
  AppendixSet: { on: boolean };
};

type BoardEvents = {
  Blanked: { blank: boolean };
  Frozen: { frozen: boolean };
  TextSizeSet: { size: TextSize | null };
  ThemeSet: { theme: Theme | null };
  PagesHeld: { held: boolean };
  PageTurned: { by: 1 | -1 };
};
