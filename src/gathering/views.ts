import { correctionsNow } from './corrections-now.ts';
import { heldTimesOf } from './held-times.ts';
import { correctableUntil, keptUntil, takeHomeFrom } from './periods.ts';
import type { Correction, Held, Start, GatheringState, Licence, NotePart, Person } from './state.ts';
import { wordingOf } from './split-notes.ts';
import type { Text } from '#contract/typed-text.ts';
import type { WhyLeftOut } from '#contract/why-left-out.ts';

/** What every phone knows of the gathering. Holds no count of people: each arrival would reach every phone. */
export type GatheringForAll = {
  phase: GatheringState['phase'];
  title: Text | null;
  now: string | null;
  licence: Licence;
  rehearsal: boolean;
  edition: string | null;
  /** Milliseconds since 1970: from when on those who were there read the draft. Null before closing. */
  takeHome: { from: number; timeZone: string } | null;
};

export type GatheringOnBoard = GatheringForAll & {
  place: Text | null;
  starts: Start;
  /** Once it is closed. */
  held: Held | null;
  code: string | null;
  blank: boolean;
  frozen: boolean;
  textSize: GatheringState['textSize'];
  theme: GatheringState['theme'];
  pages: GatheringState['pages'];
  locked: boolean;
  present: number;
  keptDays: number;
};

export type GatheringOnConsole = GatheringOnBoard &
  Pick<GatheringState, 'themes' | 'sorted' | 'splits' | 'summaries' | 'titles' | 'appendix' | 'correctionDays'> & {
    /** Never their words: what a note says may go from the room, and the desk is asked for what is read now (HD12). */
    parts: Record<string, Pick<NotePart, 'of'>>;
    people: Record<string, Person>;
    agenda: GatheringState['agenda'];
    convenedAt: number;
    editions: number;
    /** Milliseconds since 1970; null before closing, and where no time is given for corrections. */
    correctableUntil: number | null;
    /** Milliseconds since 1970: then all goes but the editions. Null before closing. */
    keptUntil: number | null;
    /** What was corrected of each note, by its address: how many stand by it, and why others do not. */
    corrections: Record<string, CorrectionOnConsole>;
  };

export type CorrectionOnConsole = Pick<Correction, 'text' | 'leftOut' | 'struckOut'> & {
  endorsed: number;
  /** `mark`: by which a command names one of them, because nobody learns whose it is. */
  disputes: { mark: string; why: Text | null; leftOut: WhyLeftOut | null }[];
};

/** What a person knows of themselves. */
export type GatheringForPerson = { name: Text | null; present: boolean };

/** By channel: what {@link gatheringView} answers. */
export type Views = {
  all: GatheringForAll;
  'person:<id>': GatheringForPerson;
  board: GatheringOnBoard;
  console: GatheringOnConsole;
};

export function gatheringView(state: GatheringState, channel: string): object {
  if (channel === 'console') return onConsole(state);
  if (channel === 'board') return onBoard(state);
  return channel.startsWith('person:') ? forPerson(state, channel.slice('person:'.length)) : forAll(state);
}

function forAll(state: GatheringState): GatheringForAll {
  const { phase, title, now, licence, rehearsal, edition, starts } = state;
  const from = takeHomeFrom(state);
  return {
    phase,
    title,
    now,
    licence,
    rehearsal,
    edition,
    takeHome: from === null ? null : { from, timeZone: starts.timeZone }
  };
}

const onBoard = (state: GatheringState): GatheringOnBoard => ({
  ...forAll(state),
  place: state.place,
  starts: state.starts,
  held: state.phase === 'closed' ? heldTimesOf(state) : null,
  code: state.code,
  blank: state.blank,
  frozen: state.frozen,
  textSize: state.textSize,
  theme: state.theme,
  pages: state.pages,
  locked: state.locked,
  present: state.present,
  keptDays: state.keptDays
});

const onConsole = (state: GatheringState): GatheringOnConsole => ({
  ...onBoard(state),
  people: state.people,
  agenda: state.agenda,
  convenedAt: state.convenedAt,
  editions: state.editions,
  themes: state.themes,
  sorted: state.sorted,
  splits: state.splits,
  parts: Object.fromEntries(Object.entries(state.parts).map(([part, { of }]) => [part, { of }])),
  summaries: state.summaries,
  titles: state.titles,
  appendix: state.appendix,
  correctionDays: state.correctionDays,
  correctableUntil: correctableUntil(state),
  keptUntil: keptUntil(state),
  corrections: Object.fromEntries(Object.entries(correctionsNow(state)).map(([note, one]) => [note, onDesk(one)]))
});

const onDesk = ({ text, struckOut, leftOut, endorsed, disputes }: Correction): CorrectionOnConsole => ({
  // What its writer took back is told to nobody, and neither is what it was mended to.
  text: leftOut?.by === 'author' ? null : text,
  struckOut,
  leftOut,
  endorsed: Object.keys(endorsed).length,
  disputes: Object.values(disputes).map(({ why, leftOut }) => ({
    mark: wordingOf(why),
    why: leftOut ? null : why,
    leftOut
  }))
});

function forPerson(state: GatheringState, person: string): GatheringForPerson | object {
  const known = Object.hasOwn(state.people, person) ? state.people[person] : undefined;
  return known ? { name: known.name, present: known.present } : {};
}
