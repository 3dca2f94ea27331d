import type { Edition, SeenContinuum } from '../document.ts';

/** An edition of one line with one round, and parts of it to change. */
export const spread = {
  median: 400,
  polarisation: 0.52,
  agreement: -0.1,
  twoCamps: true,
  ranges: [
    { from: 0, to: 80, count: 16 },
    { from: 80, to: 500, count: 5 },
    { from: 500, to: 1000, count: 10 }
  ]
};

export const block: SeenContinuum = {
  kind: 'continuum',
  id: '0123456789abcdef',
  statement: 'In this neighbourhood I know whom to ask',
  poles: ['I agree', 'I disagree'],
  middle: null,
  rounds: [{ round: 1, present: 36, placed: 31, unsure: 2, passed: 1, spread }]
};

export const held = { from: '2026-11-22T10:05-06:00', to: '2026-11-22T17:30-06:00', timeZone: 'America/Chicago' };

export const edition: Edition = {
  schemaVersion: 2,
  generator: 'Plenary',
  id: 'gathering0000001',
  slug: 'library-evening',
  version: 1,
  title: 'An evening in the library',
  summary: null,
  gathering: {
    name: 'Library evening',
    held,
    place: 'Chicago',
    language: 'en',
    people: 36,
    rehearsal: false
  },
  licence: 'CC-BY-SA-4.0',
  dataLicence: 'CC0-1.0',
  attribution: 'Participants of Library evening',
  publishedAt: '2026-11-23T09:00:00Z',
  gone: [],
  blocks: [block]
};

export const withBlock = (changes: Partial<SeenContinuum>): Edition => ({
  ...edition,
  blocks: [{ ...block, ...changes }]
});
