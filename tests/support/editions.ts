import type { Edition, SeenContinuum, SeenNote, SeenOutline, SeenTable } from '#harvest/document.ts';
import { withTimes } from '#harvest/table.ts';
import { worded } from '#harvest/worded.ts';
import { harvestWords as cafe } from '#methods/cafe/words/harvest.ts';
import { harvestWords as fishbowl } from '#methods/fishbowl/words/harvest.ts';

/** A question with two rounds in which twenty people moved towards sharing. */
export const working: SeenContinuum = {
  kind: 'continuum',
  id: 'b1s1',
  statement: 'How do you work?',
  poles: ['Peer to peer', 'Alone, or in a hierarchy'],
  middle: 'A co-working space',
  rounds: [
    {
      round: 1,
      present: 44,
      placed: 40,
      unsure: 3,
      passed: 1,
      spread: {
        median: 600,
        polarisation: 0.41,
        agreement: 0.12,
        twoCamps: false,
        ranges: [
          { from: 0, to: 280, count: 5 },
          { from: 280, to: 400, count: 7 },
          { from: 400, to: 600, count: 6 },
          { from: 600, to: 720, count: 10 },
          { from: 720, to: 1000, count: 12 }
        ]
      }
    },
    {
      round: 2,
      present: 44,
      placed: 42,
      unsure: 2,
      passed: 0,
      spread: {
        median: 300,
        polarisation: 0.36,
        agreement: 0.24,
        twoCamps: false,
        ranges: [
          { from: 0, to: 160, count: 8 },
          { from: 160, to: 240, count: 9 },
          { from: 240, to: 400, count: 8 },
          { from: 400, to: 560, count: 7 },
          { from: 560, to: 760, count: 5 },
          { from: 760, to: 1000, count: 5 }
        ]
      }
    }
  ]
};

/** Three people only: counted, never drawn. */
export const few: SeenContinuum = {
  kind: 'continuum',
  id: 'b1s2',
  statement: null,
  poles: ['I agree', 'I disagree'],
  middle: null,
  rounds: [{ round: 1, present: 44, placed: 3, unsure: 0, passed: 0, spread: null }]
};

/** An unpanel as its scribes left it: nested under who spoke, one speaker without a name, one question open. */
export const unpanel: SeenOutline = {
  kind: 'outline',
  id: 'b2',
  of: 'fishbowl',
  title: { kind: 'question', text: 'What are you working on right now?' },
  branches: [
    {
      id: 'speaker-1',
      head: { kind: 'speaker', name: 'Ana', number: 1 },
      notes: [
        {
          id: 'tools',
          text: 'A tool library in the old school',
          notes: [
            {
              id: 'lending',
              text: 'Lending is the easy part',
              notes: [{ id: 'repair', text: 'Repair needs a room', notes: [] }]
            },
            { id: 'insurance', text: 'Insurance', notes: [] }
          ]
        },
        { id: 'carpenters', text: 'Looking for two carpenters', gem: true, notes: [] }
      ]
    },
    {
      id: 'speaker-2',
      head: { kind: 'speaker', name: null, number: 2 },
      notes: [{ id: 'roofs', text: 'Gardens on roofs', notes: [] }]
    },
    {
      id: 'questions',
      head: { kind: 'questions' },
      notes: [{ id: 'heating', text: 'Who pays for the heating?', notes: [] }]
    }
  ],
  figures: [
    { code: 'sat', value: 9 },
    { code: 'gini', value: 0.31 }
  ]
};

export const seeds: SeenNote[] = [
  {
    id: 'seeds',
    text: 'Seeds and tools',
    gem: true,
    table: 3,
    round: 1,
    cards: [2],
    notes: [{ id: 'library', text: 'A library of them', table: 1, round: 1, notes: [] }]
  },
  { id: 'bread', text: 'Bread', table: 3, round: 1, cards: [1], notes: [] }
];

/** A café whose only note is a photo. */
export const sheet: SeenOutline = {
  kind: 'outline',
  id: 'b3-q1',
  of: 'cafe',
  title: { kind: 'question', text: 'What is happening here?' },
  branches: [
    {
      id: 'loose',
      head: { kind: 'loose' },
      notes: [
        {
          id: 'photo',
          text: null,
          photo: { name: 'k3x9', address: 'a-day-of-cooperation/photo/k3x9.jpg', size: { width: 1600, height: 1200 } },
          table: 3,
          round: 1,
          notes: []
        }
      ]
    }
  ],
  figures: [{ code: 'notes', value: 1 }]
};

/** What was said in a café, under its question. */
export const asked: SeenOutline = {
  kind: 'outline',
  id: 'b3-q2',
  of: 'cafe',
  title: { kind: 'question', text: 'What is happening here?' },
  branches: [{ id: 'loose', head: { kind: 'loose' }, notes: seeds }],
  figures: []
};

/** What one table of it said: its host's line, and where its notes are. */
export const tables: SeenOutline = {
  kind: 'outline',
  id: 'b3-tables',
  of: 'cafe',
  title: { kind: 'tables' },
  branches: [
    {
      id: 'kitchen',
      head: { kind: 'table', number: 3, name: 'Kitchen', topic: null },
      notes: [],
      branches: [
        {
          id: 'kitchen-lines',
          head: { kind: 'lines' },
          notes: [{ id: 'began', text: 'We began with bread', table: 3, notes: [] }]
        },
        {
          id: 'kitchen-round-1',
          head: { kind: 'round', round: 1, question: 'What is happening here?' },
          notes: [],
          index: ['seeds', 'library', 'bread']
        }
      ]
    }
  ],
  figures: []
};

/** How many raised how many fingers; the few who raised none, and those who could give them away, are not told. */
export const answers: SeenTable = {
  kind: 'table',
  id: 'b4-1',
  of: 'fist',
  title: { kind: 'question', text: 'We meet every month' },
  columns: [
    { heading: 'fingers', kind: 'amount', words: 'Fingers' },
    { heading: 'people', kind: 'people', words: 'People' }
  ],
  rows: [
    [5, 31],
    [4, 12],
    [3, 'untold'],
    [2, 'untold']
  ],
  figures: [{ code: 'present', value: 58, words: '58 people were there.' }]
};

/** The rounds of a fist, with all that is known of each. */
export const rounds: SeenTable = {
  kind: 'table',
  id: 'b4-2',
  of: 'fist',
  title: { kind: 'rounds', words: 'Round after round' },
  columns: [
    { heading: 'round', kind: 'amount', words: 'Round' },
    { heading: 'proposal', kind: 'text', words: 'Proposal' },
    { heading: 'shown', kind: 'time', words: 'Shown' },
    { heading: 'low', kind: 'part', words: 'Low fists' },
    { heading: 'outcome', kind: 'label', words: 'What became of it' }
  ],
  rows: [
    [
      1,
      'We meet every month',
      '2026-11-21T11:05-06:00',
      { count: 12, of: 40 },
      { kind: 'amended', words: 'It was amended' }
    ],
    [2, 'We meet every second month', '2026-11-21T11:20-06:00', 'few', { kind: 'adopted', words: 'It was adopted' }]
  ],
  figures: []
};

export const edition = ({ blocks = [working, few], ...changes }: Partial<Edition> = {}): Edition => ({
  schemaVersion: 2,
  generator: 'Plenary',
  id: 'urn:plenary:harvest:k3x9',
  slug: 'a-day-of-cooperation',
  version: 1,
  title: 'A day of cooperation',
  summary: 'Forty-four neighbours asked how they live, work and share, and moved closer to one another.',
  gathering: {
    name: 'Cooperation day',
    held: { from: '2026-11-21T10:05-06:00', to: '2026-11-21T17:30-06:00', timeZone: 'America/Chicago' },
    place: 'Chicago',
    language: 'en',
    people: 44,
    rehearsal: false
  },
  licence: 'CC-BY-SA-4.0',
  dataLicence: 'CC0-1.0',
  attribution: 'Participants of “Cooperation day”',
  publishedAt: '2026-11-22T09:30:00.000Z',
  gone: [],
  blocks: worded(
    blocks.map((block) => withTimes(block, 'America/Chicago')),
    { cafe, fishbowl }
  ),
  ...changes
});
