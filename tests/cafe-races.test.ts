import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHost, type Host } from '#gathering/host.ts';
import { jobsOf } from '#gathering/due-and-jobs.ts';
import type { Ledger } from '#gathering/ledger.ts';
import type { AllView } from '#methods/cafe/views/all.ts';
import type { ConsoleView } from '#methods/cafe/views/console.ts';
import type { PersonView } from '#methods/cafe/views/person.ts';
import type { Answer } from '#wire/messages.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import type { Stores } from '#server/log/stores.ts';
import { temporaryFolder } from './support/folders.ts';
import {
  ana,
  cafeBlock,
  CONVENING,
  countedPorts,
  device,
  firstBlock,
  helper,
  phone,
  rules
} from './support/test-host.ts';

/** I6 where it is hardest: a hundred who come late at once to the last chairs, at two nodes that race for one disk. */
const EARLY = 88;
const LATE = 100;
const CHAIRS = 100;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let hosts: [Host, Host];
let activity: string;

const ports = (node: number) => {
  const counted = countedPorts(stores);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1 + node));
  return { ...counted, id: () => `${node}${counted.id().slice(1)}`, pause };
};
const early = Array.from({ length: EARLY }, (_, index) => `early${index}`);
const late = Array.from({ length: LATE }, (_, index) => `late${index}`);
const phones = new Map(
  [...early, ...late].map((name, index) => [name, device(() => (hosts as Host[])[index % 2] as Host, phone(name))])
);
const say = async (name: string, command: string, input: object, on?: string): Promise<Answer | undefined> =>
  phones.get(name)?.(command, input, on);
const view = <View>(channel: string, node = 0): View =>
  (hosts as Host[])[node]?.view(channel).activities[activity]?.view as unknown as View;
const seatsTaken = ({ activities }: Ledger): Record<string, string> =>
  (activities[activity]?.state as { rounds: Record<number, { at: Record<string, string> }> }).rounds[1]?.at ?? {};

const bothNodesAgree = () =>
  expect.poll(() => (hosts[0].ledger().version === hosts[1].ledger().version ? 'agree' : 'differ')).toBe('agree');

beforeAll(async () => {
  folder = await temporaryFolder();
  stores = await openSqlite({ data: folder.path });
  hosts = [await openHost('gathering-1', ports(0), rules), await openHost('gathering-1', ports(1), rules)];
  const console = device(() => hosts[0], ana);
  await console('convene', CONVENING);
  const tables = Array.from({ length: CHAIRS / 5 }, () => ({}));
  await console('addBlock', cafeBlock({ tables, seats: 5 }));
  activity = firstBlock(hosts[0]);
  await console('turnTo', { activity, from: null });
  await Promise.all(early.map((name) => say(name, 'join', { name: null, rehearsed: false })));
  await console('plan', {}, activity);
  const [asked] = jobsOf(hosts[0].ledger(), rules);
  const worker = device(() => hosts[0], { role: 'worker', person: null });
  const answer = rules.methods['cafe']?.work?.answer(asked?.question() ?? {});
  await worker('planned', { asking: asked?.asking, answer }, activity);
  await console('seat', {}, activity);
  await Promise.all(late.map((name) => say(name, 'join', { name: null, rehearsed: false })));
});

afterAll(async () => {
  for (const host of hosts) await host.close();
  await stores.close();
  await folder.remove();
});

test('I6 WC1 a hundred who come late at once get the twelve last chairs, and no chair twice', async () => {
  const answers = await Promise.all(late.map((name) => say(name, 'comeIn', {}, activity)));
  expect(answers.filter((answer) => !answer || !('version' in answer))).toEqual([]);
  await bothNodesAgree();
  const waiting = late.filter((name) => view<PersonView>(`person:${name}`).waits);
  expect(waiting).toHaveLength(LATE - (CHAIRS - EARLY));
  for (const host of hosts) {
    const at = Object.values(seatsTaken(host.ledger()));
    expect(at).toHaveLength(CHAIRS);
    const counts = Object.values(Object.groupBy(at, (table) => table)).map((people) => people?.length);
    expect(counts).toEqual(Array(CHAIRS / 5).fill(5));
  }
});

test('I6 WC5 everybody who wants to the same table at once is told its number, but for those who have a chair there', async () => {
  const [table = ''] = Object.keys(view<AllView>('all').tables);
  const before = seatsTaken(hosts[0].ledger());
  const answers = await Promise.all([...phones.keys()].map((name) => say(name, 'here', { table, round: 1 }, activity)));
  expect(answers.filter((answer) => answer && 'version' in answer)).toHaveLength(5);
  expect(answers.find((answer) => answer && 'refused' in answer)).toMatchObject({
    refused: 'table-full',
    figures: { number: 1 }
  });
  await bothNodesAgree();
  expect(seatsTaken(hosts[1].ledger())).toEqual(before);
});

test('I13 WC18 what was written before the move lands where it was written, and once, through either node', async () => {
  const [console, hand] = [device(() => hosts[0], ana, 'console-2'), device(() => hosts[0], helper, 'helper-2')];
  const written = early.map((name, index) => ({
    name,
    table: view<PersonView>(`person:${name}`).table,
    input: {
      card: `note${String(index).padStart(8, '0')}`,
      kind: 'idea',
      text: `Said by ${index}`,
      parent: null,
      gem: false,
      round: 1
    }
  }));
  for (const table of Object.keys(view<AllView>('all').tables)) await hand('hear', { table }, activity);
  await console('ask', { anyway: true }, activity);
  await console('move', { from: 1 }, activity);
  expect(view<AllView>('all').round).toBe(2);
  const twice = [...written, ...written];
  const answers = await Promise.all(
    twice.map(({ name, table, input }) => say(name, 'addNote', { ...input, table }, activity))
  );
  expect(answers.filter((answer) => !answer || !('version' in answer))).toEqual([]);
  await bothNodesAgree();
  const { notes } = view<ConsoleView>('console').wall;
  expect(Object.keys(notes)).toHaveLength(EARLY);
  for (const { table, input } of written) expect(notes[input.card]).toMatchObject({ table, round: 1 });
});

test('I4 whoever opens the gathering anew finds everybody at the same table', async () => {
  const before = [view('all'), view('board'), view('console')];
  await hosts[0].close();
  hosts[0] = await openHost('gathering-1', { ...ports(2), fold: 'other-code' }, rules);
  expect([view('all'), view('board'), view('console')]).toEqual(before);
});
