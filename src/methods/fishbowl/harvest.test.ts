import { expect, test } from 'vitest';
import type { OutlineNote } from '#contract/harvest-blocks.ts';
import type { Branch } from './harvest-type.ts';
import { helper } from '#contract/testing/given.ts';
import { circle, comesIn, everybody, minutes, opened } from './testing/meeting.ts';
import { DISCUSSION } from './notes/discussion-branch.ts';

/** What was noted on a day in 2015, as its hosts published it: two spaces are one level. */
const DAY = `
Michel Bauwens
  Open Value Accounting – acknowledging the value of contributions – peer reviewed
  Mutual Aid Networks
  Making visible what is already happening and building on that
  Fair Coop
    open contribution to the community and worker share
  Care of the Commons
    Commons – shared resource, co-managed/governance structure to care for the commons
  Open Communities
Ben Galewski
  Governance – leadership is scarce, financial resources are not. We need people with intention
  Open government hack night
  Big data – identify communities that don’t know themselves yet
  Prime for Coop: those rich in social returns not always on financial returns, example movie theater
  Food Deserts – using data to find cooperative investment opportunities
John Steven Bianucci
  Iroquois Valley Farms – Certified B Corporation
  Keep the farmer on the land
    many farmers are leasing the land they farm on a year to year basis
    less than 7% is organic land – so much ecocide
  Using safe and patient capital
    21 farms in 7 states
  Looking for ways to make this scale
  local and regional food systems
  We can all agree on good food
Sally Duros
  Feeling excited indeed.
  working on business models for spirit filled activities
  compassion as a fuel
  worked in government and journalism
  compassion driving change
  Adaptive
  How are we increasing compassion?
Discussion circle
  Michel – compassion means “to feel with”
  Co-constructing a shared resource that we all love → commons
  is this heavy or light? compassion starts local and expands out
  impact investing – measure how?
  moved by compassion?
  GIIRS – compare social impact
  Free Agents network
`.trim();

const lines = DAY.split('\n').map((line) => ({ level: line.search(/\S/) / 2, words: line.trim() }));
const speakers = lines.filter(({ level }) => level === 0).map(({ words }) => words);

/** Types the day in as a scribe does, branch by branch, each line under the last one that stands less deep. */
function typedIn(room: ReturnType<typeof circle>): void {
  let branch = '';
  const above: string[] = [];
  lines.forEach(({ level, words }, index) => {
    if (level === 0) {
      const number = speakers.indexOf(words) + 1;
      branch = room.state.speakers[`invited:${number}`]?.branch ?? DISCUSSION;
      return;
    }
    const note = index.toString(36).padStart(16, 'n');
    const parent = level === 1 ? null : (above[level - 1] ?? null);
    const beside = above[level] !== undefined && index > 0 ? above[level] : null;
    above[level] = note;
    above.length = level + 1;
    room.and(helper, 'addNote', { note, at: { branch, parent, after: beside ?? null }, piece: words });
  });
}

const told = (branches: readonly Branch[]): string => branches.map(branchTold).join('\n');
const branchTold = ({ head, notes }: Branch): string =>
  [
    head.kind === 'speaker' ? (head.name?.text ?? `Speaker ${head.number}`) : 'Discussion circle',
    ...notesTold(notes, 1)
  ].join('\n');
const notesTold = (notes: readonly OutlineNote[], level: number): string[] =>
  notes.flatMap(({ text, notes }) => [
    '  '.repeat(level) + (text === null ? '' : 'writing' in text ? text.writing.join('') : text.text),
    ...notesTold(notes, level + 1)
  ]);

test('FB26 the day of 2015, typed in, comes out with the same nesting', () => {
  const room = circle({ form: 'unpanel', exposure: 'L3', seats: 5, invited: speakers.slice(0, 4) });
  room.turnTo('starters');
  typedIn(room);
  for (const number of [1, 2, 3, 4]) room.help('consent', { for: `invited:${number}`, named: true });
  const [block] = room.harvest();
  expect(told(block?.branches ?? [])).toBe(DAY);
});

test('FB26 names are kept only at L3, and only of those who agreed', () => {
  const room = circle({ form: 'unpanel', exposure: 'L3', seats: 5, invited: speakers.slice(0, 4) });
  room.turnTo('starters');
  typedIn(room);
  room.help('consent', { for: 'invited:2', named: true });
  const heads = () => room.harvest()[0]?.branches.map(({ head }) => (head.kind === 'speaker' ? head.name : head.kind));
  expect(heads()).toEqual([null, { text: 'Ben Galewski' }, null, null, 'discussion']);
  room.lead('setExposure', { to: 'L2' });
  expect(heads()).toEqual([null, null, null, null, 'discussion']);
  expect(JSON.stringify(room.harvest())).not.toContain('Galewski"');
});

test('FB29 a draft has numbers where the edition names those who agreed', () => {
  const room = circle({ form: 'unpanel', exposure: 'L3', seats: 5, invited: speakers.slice(0, 4) });
  room.turnTo('starters');
  typedIn(room);
  const before = room.draft();
  expect(before[0]?.branches.map(({ head }) => head)).toContainEqual({ kind: 'speaker', name: null, number: 2 });
  room.help('consent', { for: 'invited:2', named: true });
  expect(room.draft()).toEqual(before);
});

test('FB26 questions nobody answered are kept, and the figures of the whole', () => {
  const room = opened({ seats: 2 });
  for (const card of ['Who pays?', 'Who cooks?', 'Who cleans?']) room.by('ana', 'sendCard', { card });
  const [first, second] = Object.keys(room.state.cards);
  room.help('answerCard', { card: first });
  room.lead('hideCard', { card: second });
  comesIn(room, 'ana', 'bo');
  room.ask('chidi');
  room.later(minutes(4));
  room.by('bo', 'stepOut');
  room.by('chidi', 'sit');
  room.ask('dana');
  room.turnTo('closed');
  expect(room.unkept()).toEqual({ hidden: 1, waiting: 0 });
  expect(room.harvest()).toMatchObject([
    {
      kind: 'outline',
      of: 'fishbowl',
      branches: [{ head: { kind: 'questions' }, notes: [{ text: { text: 'Who cleans?' }, notes: [] }] }],
      figures: [
        { code: 'sat', value: 3 },
        { code: 'present', value: 7 },
        { code: 'turns', value: 3 },
        { code: 'first-timers', value: { count: 3, of: 3 } },
        { code: 'gini', value: expect.closeTo(1 / 3, 12) },
        { code: 'wait-median', value: 0 },
        { code: 'wait-longest', value: minutes(4) },
        { code: 'unserved', value: { count: 1, of: 4 } }
      ]
    }
  ]);
});

test('FB26 what never began leaves nothing', () => {
  expect(circle().harvest()).toEqual([]);
});

test('FB27 rehearsed people are left out, unless there is nobody else', () => {
  const held = (cast: Parameters<typeof circle>[1]) => {
    const room = opened({}, cast);
    comesIn(room, 'ana', 'bo');
    for (const person of ['ana', 'bo']) {
      const at = { branch: room.state.speakers[person]?.branch, parent: null, after: null };
      room.help('addNote', { note: person.padStart(16, 'n'), at, piece: `Said by ${person}` });
    }
    return JSON.stringify(room.harvest());
  };
  const mixed = held({ ...everybody, bo: { rehearsed: true } });
  expect(mixed).toContain('Said by ana');
  expect(mixed).not.toContain('Said by bo');
  expect(held({ ana: { rehearsed: true }, bo: { rehearsed: true } })).toContain('Said by bo');
});
