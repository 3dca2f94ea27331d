import type { Part } from '#contract/people-counts.ts';
import type { Share } from '#contract/share-of-all.ts';
import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { Told } from '#contract/percentages.ts';
import { counted, opening } from './counted.ts';
import { outOf, part } from './shares.ts';
import { when } from './when.ts';
import { whyLeftOut } from './why-left-out.ts';

const people = (count: number): string => (count === 1 ? 'One person' : count === 0 ? 'Nobody' : `${count} people`);
const whoOf = (part: Part): string =>
  `${part === 'few' ? 'A few' : part === 'most' ? 'Nearly all' : outOf(part)} people who were there`;
type Told2 = readonly [Told, Told];
type Covered = { notes: number; inThemes: number; elsewhere: number; takenBack: number; unshown: number };
type Told3 = readonly [Told, Told, Told];

/** What a gathering leaves behind, in sentences: on the board, in its text twin, and in every format of an edition. */
export const harvest = {
  withdrawn: 'withdrawn',
  areas: 'The area of a bar is the number of people: where few stood, a bar is wide and low.',
  quote: (words: string) => `“${words}”`,
  between: (poleA: string, poleB: string) => `${poleA} ↔ ${poleB}`,
  placed: (count: number) => `${people(count)} placed themselves.`,
  /**
   * From the first pole to the second. Where too few stand in a part to be told, it is told together with the one
   * beside it.
   */
  stood: {
    thirds: ([a, middle, b]: Told3, poleA: string, poleB: string) =>
      `${part(a)} stood nearer ${poleA}, ${part(middle)} in the middle, ${part(b)} nearer ${poleB}.`,
    first: ([a, rest]: Told2, poleA: string, poleB: string) =>
      `${part(a)} stood nearer ${poleA}, ${part(rest)} in the middle or nearer ${poleB}.`,
    second: ([rest, b]: Told2, poleA: string, poleB: string) =>
      `${part(rest)} stood nearer ${poleA} or in the middle, ${part(b)} nearer ${poleB}.`,
    halves: ([a, b]: Told2, poleA: string, poleB: string) =>
      `${part(a)} stood on the side of ${poleA}, ${part(b)} on the side of ${poleB}.`
  },
  unsure: (count: number) => (count === 1 ? 'One was not sure.' : `${count} were not sure.`),
  passed: (count: number) => `${people(count)} passed.`,
  middleMoved: (first: number, last: number, from: number, to: number, pole: string) =>
    `From round ${first} to round ${last} the middle of the room moved towards ${pole}: from about ${from} to about ${to} of 1000.`,
  middleStayed: (first: number, last: number, at: number) =>
    `From round ${first} to round ${last} the middle of the room stayed at about ${at} of 1000.`,
  round: (round: number) => `Round ${round}`,
  middle: (label: string) => `In the middle: ${label}`,
  where: 'Where people stood',
  from: 'From',
  to: 'To',
  people: 'People',
  median: (position: number) => `Half the room on each side: about ${position} of 1000`,
  polarisation: (value: string) => `Polarisation: ${value} (0 one spot, 1 half at each end)`,
  agreement: (value: string) => `Agreement: ${value} (−1 two ends, +1 one spot)`,
  twoCamps: 'The room stood in two camps.',
  reasons: 'What people said',
  reasonsFrom: (poleA: string, poleB: string) => ({
    first: `Nearer ${poleA}`,
    middle: 'In the middle',
    second: `Nearer ${poleB}`,
    beside: 'Not sure, or beside the line'
  }),
  named: 'Who agreed to be named',
  name: 'Name',
  position: 'Position from 0 to 1000',
  scale: (poleA: string, poleB: string) => `0 is ${poleA}, 1000 is ${poleB}.`,
  date: 'Date',
  place: 'Place',
  present: (count: number) => (count === 1 ? 'One person took part.' : `${count} people took part.`),
  rehearsal: 'This was a rehearsal. The people in it were simulated.',
  by: (gathering: string, place: string | null) => `The people of ${gathering}${place === null ? '' : `, ${place}`}`,
  licence: (text: string, data: string) => `Text: ${text}. Figures: ${data}.`,
  outline: {
    note: (number: string) => `Note ${number}`,
    speaker: (number: number) => `Speaker ${number}`,
    table: (number: number) => `Table ${number}`,
    tableNamed: (number: number, names: string[]) => [`Table ${number}`, ...names].join(' · '),
    roundAsked: (round: number, question: string) => `Round ${round}: ${question}`,
    asked: (words: string) => `Asked in the room: ${words}`,
    called: (words: string) => `Its heading was: ${words}`,
    gem: 'gem',
    card: 'chosen by its table',
    cardOf: (round: number) => `chosen by its table in round ${round}`,
    appendix: 'Appendix: how it went, in figures',
    themes: 'Themes',
    unnamedTheme: 'A theme without a name',
    together: 'Said more than once',
    folded: 'said again',
    nothing: 'Nothing was noted.',
    mended: 'Mended afterwards.',
    struck: 'Some words were struck out afterwards.',
    part: 'It was written as one note with another.',
    alsoHere: 'Also written here:',
    endorsed: (people: number) => `${people} people who were there stand by this.`,
    /** Null: its words were taken back or left out. */
    disputed: (why: string | null) =>
      why === null
        ? 'Somebody who was there says that this is not what was said. Their words are not here any more.'
        : `Somebody who was there says that this is not what was said: “${why}”`,
    photo: (where: string[]) => ['Photo of a sheet', ...where].join(', '),
    marks: (marks: string[]) => `${opening(marks.join(', '))}:`
  },
  table: {
    share: (share: Share) => outOf(share),
    untold: 'not told',
    untoldWhy: 'Not told: fewer than five people, or a number from which so few could be worked out.',
    few: 'a few',
    most: 'nearly all',
    time: (local: string) => when.at(local)
  },
  coverage: {
    title: 'Where every note is',
    written: 'Written',
    all: 'Everywhere',
    noTable: 'At no table',
    noRound: 'In no round',
    notes: 'Notes',
    inThemes: 'In themes',
    elsewhere: 'Where they were written',
    takenBack: 'Taken back',
    /** In the meeting. */
    unshown: 'Hidden or never shown',
    sentence: ({ notes, inThemes, elsewhere, takenBack, unshown }: Covered) =>
      elsewhere === notes
        ? `${counted(notes, 'note, where it was', 'notes, all where they were')} written.`
        : `${counted(notes, 'note', 'notes')}: ${inThemes} in themes, ${elsewhere} where they were written, ${takenBack} taken back${unshown === 0 ? '' : `, ${unshown} hidden in the meeting or never shown there`}.`
  },
  standing: {
    title: 'What became of it afterwards',
    /** Nobody did. Where they were fewer than five, they are no figure. */
    answered: (nobody: Part | 0) =>
      `${nobody === 0 ? 'Nobody who was there' : whoOf(nobody)} had answered when this was published.`,
    endorsed: (part: Part) => `${whoOf(part)} stand by notes.`,
    objected: (part: Part) => `${whoOf(part)} say of notes that this is not what was said.`,
    corrected: (part: Part) => `${whoOf(part)} mended or took back what they had written.`,
    mended: (notes: number) => `${counted(notes, 'note was', 'notes were')} put right by the team.`,
    struck: (notes: number) => `Of ${counted(notes, 'note', 'notes')}, words were struck out.`
  },
  /** Of notes that are not read any more: that they stood there, and none of their words. */
  gone: {
    title: 'What was taken back',
    by: {
      author: (day: string) => `A note stood here. Whoever wrote it took it back on ${day}.`,
      team: (day: string) => `A note stood here. Those who led the gathering left it out on ${day}.`
    },
    because: (why: WhyLeftOut) => `Reason given: ${whyLeftOut[why]}`,
    split: 'A note stood here that was split. Its parts:'
  },
  inShort: 'In short',
  /** The title of a draft that is taken while the meeting goes on. */
  takeHomeOf: (title: string) => `Draft: ${title}`,
  draftOf: (title: string) => `Draft, meeting still on: ${title}`,
  summaryHeardTitle: 'What the summary says of each table',
  /** Where several activities had tables: as the contents are numbered. */
  tableInPart: (table: number, part: number) => `Table ${table} in part ${part}`,
  /** `less`: tables of which the summary says less than half of the samples do. */
  summaryHeard: (less: string[], tables: number) =>
    less.length === 0
      ? `Compared with 200 random samples of the notes, each as long as this summary: of no table does it say less than half of them do.`
      : `Compared with 200 random samples of the notes, each as long as this summary: of ${less.join(', ')} it says less than half of them do (${less.length} of ${counted(tables, 'table', 'tables')}).`,
  nothing: 'Nothing was kept from this gathering.'
};
