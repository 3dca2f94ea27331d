import { randomBetween, pickOne, type BotAction, type RandomSource } from '#kit/bots.ts';
import type { Seen } from '#contract/typed-text.ts';
import { mayChoose, topicsIn } from './views/tables.ts';
import type { AllView } from './views/all.ts';
import type { PersonView } from './views/person.ts';

type AllSeen = Seen<AllView>;
type OwnSeen = Pick<Seen<PersonView>, 'table' | 'round' | 'here' | 'hosts' | 'notes' | 'chosen'>;

/** Across the room with a cup in the hand. */
const WALKING_MS = 5_000;
const SLOWEST_WALK_MS = 60_000;
/** How many forget to say that they are there, and how many end up at the wrong table. */
const FORGETTING = 0.06;
const STRAYING = 0.04;
/** A list of topics is read, and some are chosen; some people want fewer than they may. */
const CONTENT = 0.2;
const READING_MS = 4_000;
const SLOWEST_READING_MS = 40_000;
const THINKING_MS = 20_000;
const SLOWEST_MS = 400_000;
/** How many write in a round, and what. */
const WRITING = 0.5;
const WITH_A_GEM = 0.08;
const CARRYING = 0.2;
const STARRING = 0.5;
const NOTES = [
  'Time bank on our street',
  'Who holds the keys?',
  'Open tool library on Saturdays',
  'Begin with a pot luck',
  'Snow plowing for neighbours',
  'A map of what is there already',
  'People have the same needs',
  'Ask the school for its kitchen'
];
const LINES = ['We began with what is there.', 'Money came up twice.', 'The open question: who begins?'];

/** What people react to, and to having sat down: a simulated person is asked to {@link react} once per trigger. */
export const trigger = ({ stage, round }: AllSeen, own: Pick<OwnSeen, 'table' | 'here' | 'chosen'> | null): string =>
  `${stage} ${round} ${own?.table ?? ''} ${own?.here ?? false} ${own?.chosen.length ?? 0}`;

/** What one simulated person does with what they see, or null when they go on talking. */
export function react(all: AllSeen, own: OwnSeen | null, random: RandomSource): BotAction | null {
  const chosen = own?.chosen ?? [];
  if (all.stage === 'ready' && mayChoose(all) && chosen.length < all.of) return chooses(all.tables, chosen, random);
  if (all.stage !== 'finding' && all.stage !== 'talking') return null;
  if (!own?.table) return { command: 'comeIn', input: {}, afterMs: randomBetween(1_000, WALKING_MS, random) };
  if (!own.here) return random() < FORGETTING ? null : sitsDown(all, { ...own, table: own.table }, random);
  return all.stage === 'talking' ? talks({ ...own, table: own.table }, random) : null;
}

function chooses(tables: AllSeen['tables'], chosen: readonly string[], random: RandomSource): BotAction | null {
  const left = topicsIn(tables).flatMap(([table]) => (chosen.includes(table) ? [] : [table]));
  const table = pickOne(left, random);
  if (table === undefined || random() < CONTENT) return null;
  return {
    command: 'chooseTopic',
    input: { table, on: true },
    afterMs: randomBetween(READING_MS, SLOWEST_READING_MS, random)
  };
}

function sitsDown(all: AllSeen, own: OwnSeen & { table: string }, random: RandomSource): BotAction {
  const tables = Object.keys(all.tables);
  const table = random() < STRAYING ? (pickOne(tables, random) ?? own.table) : own.table;
  return {
    command: 'here',
    input: { table, round: own.round },
    afterMs: randomBetween(WALKING_MS, SLOWEST_WALK_MS, random)
  };
}

function talks({ table, round, hosts, notes }: OwnSeen & { table: string }, random: RandomSource): BotAction | null {
  const afterMs = randomBetween(THINKING_MS, SLOWEST_MS, random);
  const here = Object.entries(notes).filter(([, note]) => note.table === table);
  const [latest] = here.at(-1) ?? [];
  if (hosts && latest !== undefined && random() < STARRING)
    return random() < 0.5
      ? { command: 'starCards', input: { cards: [latest], on: true }, afterMs }
      : { command: 'chooseCard', input: { table, note: latest }, afterMs };
  if (hosts && random() < STARRING) return { command: 'setLines', input: { table, lines: LINES }, afterMs };
  if (random() < WRITING) return { command: 'addNote', input: { ...written(random), table, round }, afterMs };
  return random() < CARRYING ? { command: 'carry', input: { text: pickOne(NOTES, random) ?? null }, afterMs } : null;
}

const written = (random: RandomSource) => ({
  card: Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join(''),
  kind: random() < 0.7 ? 'idea' : 'question',
  text: pickOne(NOTES, random) ?? 'A thought',
  parent: null,
  gem: random() < WITH_A_GEM
});
