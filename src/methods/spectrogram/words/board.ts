import type { Moved } from '../figures/statistics.ts';
import { spelled } from '#words/en/counted.ts';
import { people } from './counted.ts';

const some = (count: Moved): string => (count === 'few' ? 'Few' : count === 'most' ? 'Nearly everybody' : `${count}`);

/** Words of the board and of its text page. */
export const board = {
  waiting: 'The next line comes in a moment.',
  findYourPlace: 'Find your place on the line.',
  answered: (answered: number, present: number) => `${answered} of ${present} have answered`,
  hidden: 'Places stay hidden until everybody sees them together.',
  unsure: (count: number | null) => (count === null ? 'not sure' : `${count} not sure`),
  passed: (count: number) => `${count} passed`,
  locked: 'Look around: who stands near you?',
  move: 'Does anyone want to move?',
  before: 'before',
  now: 'now',
  round: (round: number) => `Round ${round}`,
  statement: (order: number, of: number) => `${order} of ${of}`,
  median: 'half the room on each side',
  tens: 'One dot is ten people',
  called: 'Listening here',
  moved: (count: Moved, towards: string | null) =>
    `${some(count)} moved by more than a tenth of the line${towards === null ? '' : `, on the whole towards “${towards}”`}.`,
  crossed: (count: Moved) => `${some(count)} crossed the middle.`,
  middleMove: (tenths: number, pole: string) =>
    `Half the room moved ${tenths === 1 ? 'a tenth' : `${spelled(tenths)} tenths`} of the line or more towards “${pole}”.`,
  cloud: {
    about: (pairs: number) => `${people(pairs)} who stand on both lines`,
    kept: 'one to four people, or not told so that nobody can be singled out'
  },
  replay: {
    title: (round: number) => `Round ${round}, as people moved`,
    time: (at: string, of: string) => `${at} of ${of}`,
    clock: (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
    part: 'Later moves were not kept.'
  },
  reasons: {
    page: (page: number, of: number) => `${page} of ${of}`,
    from: (poleA: string, poleB: string): Record<string, string> => ({
      0: `All the way to “${poleA}”`,
      1: `Towards “${poleA}”`,
      2: 'In the middle',
      3: `Towards “${poleB}”`,
      4: `All the way to “${poleB}”`,
      unsure: 'Not sure',
      pass: 'Passed'
    })
  },
  keyList: {
    space: 'Play or pause: a replay, or the pages of reasons',
    arrows: 'Back and forth in a replay',
    s: 'Keep the picture'
  },
  keep: {
    title: 'Keep the picture',
    about: 'It shows what this board shows, and says under which licence.',
    svg: 'As a drawing (SVG)',
    png: 'As an image (PNG)',
    close: 'Close',
    nothing: 'There is nothing to keep before the reveal.',
    failed: 'This browser could not make an image. Take the drawing.'
  }
};

export const text = {
  ends: 'The line',
  stage: 'Where we are',
  answered: 'People',
  table: (poleA: string, poleB: string) => `Where people stand, from 0 (${poleA}) to 1000 (${poleB})`,
  from: 'Part of the line',
  range: (from: number, to: number) => `${from} to ${to}`,
  people: 'People',
  beside: 'Beside the line',
  median: (position: number) => `Half the room stands on each side of about ${position} (of 1000).`,
  twoCamps: 'The room stands in two camps.',
  called: (zone: string) => `People are asked to speak from here: ${zone}`,
  reasons: 'What people say',
  cloud: 'Two lines against each other',
  cells: (up: string, across: string) => `People in each field. Rows: “${up}”, columns: “${across}”`,
  /** Names of the rows and columns of a cloud: five, or three. */
  parts: (size: number, poleA: string, poleB: string) =>
    size === 5
      ? [poleA, `towards “${poleA}”`, 'middle', `towards “${poleB}”`, poleB]
      : [`towards “${poleA}”`, 'middle', `towards “${poleB}”`],
  keptBack:
    'Fields with one to four people show no number, and sometimes one more field shows none, so that nobody can be singled out.',
  few: 'a few',
  compared: 'Two rounds compared',
  replay: (minutes: string) => `The board shows how people moved in this round, in ${minutes} minutes.`,
  moves: (count: number) => `${count} places were taken or changed.`
};
