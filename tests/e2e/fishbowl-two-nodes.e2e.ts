import { expect, test, type Page } from '@playwright/test';
import { personal } from '#contract/method.ts';
import type { AllView } from '#methods/fishbowl/views/all.ts';
import type { PersonView } from '#methods/fishbowl/views/person.ts';
import { board as boardWords, console as words } from '#words/index.ts';
import { words as bowl } from '#methods/fishbowl/words.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { openStores } from '#server/log/open-stores.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import type { Answer } from '#wire/messages.ts';
import { comeIn, connect, Docs, Speaker, type Live } from '../../scripts/rehearse/live-client.ts';
import { startRedis } from '../support/redis-server.ts';
import { closePages, pressNext, setUp } from './cast.ts';
import { convened } from './fishbowl.ts';
import { Plenary } from './server-process.ts';

const PHONES = 100;
const CHAIRS = 5;

type Told = { device: string; n: number; answer: Answer };

test.afterAll(({ browser }) => closePages(browser));

test('a hundred ask for five chairs at once on two nodes, one dies, and no chair is given twice', async ({
  browser
}) => {
  const redis = await startRedis();
  const [north, south] = [new Plenary({ REDIS_URL: redis.url }), new Plenary({ REDIS_URL: redis.url })];
  const sockets: Live[] = [];
  const told: Told[] = [];
  try {
    await north.start();
    const ana = await setUp(browser, north);
    await south.start();
    // Her page is with the node that stays.
    const { board, code } = await convened(ana, south, { title: 'Both sides of the river', form: 'open' });
    const gathering = ana.url().split('/').at(-1) ?? '';
    await pressNext(ana, words.steps.turnTo);
    await pressNext(ana, fishbowlSteps.stages.bowl);
    await expect(board.getByText(bowl.board.middle.freeMany(CHAIRS))).toBeVisible();
    const phones = await Promise.all(
      Array.from({ length: PHONES }, (_, nth) =>
        phone(nth % 2 ? north : south, code.replace(' ', ''), nth, sockets, told)
      )
    );
    await expect(board.getByText(boardWords.here(PHONES))).toBeVisible();

    const asking = phones.map(({ say }) => say('ask', { why: null, chair: null, tag: null }));
    // In the middle of it: one has an answer, and most are on their way.
    await Promise.race(asking);
    await north.kill();
    await north.start();
    await Promise.all(asking);
    // Every phone tries to sit down; only the phones that were called succeed.
    await until(() => phones.every(({ own }) => own()?.request != null || own()?.sits != null));
    await Promise.all(phones.map(({ say }) => say('sit', {})));
    await expect(board.locator('.chair.taken')).toHaveCount(CHAIRS);
    await expect(board.getByText(bowl.board.waiting(PHONES - CHAIRS))).toBeVisible();
    await closes(ana, phones);
    const entries = await logOf(redis.url, gathering);
    holdsWhatWasPromised(entries, told);
    seatsEverybodyOnce(entries);
  } finally {
    for (const socket of sockets) socket.disconnect();
    await Promise.all([north.stop(), south.stop()]);
    await redis.stop();
  }
});

type Phone = Awaited<ReturnType<typeof phone>>;

/** A participant with a phone, and what the phone shows of the circle. */
async function phone(node: Plenary, code: string, nth: number, sockets: Live[], told: Told[]) {
  const url = new URL(node.url);
  const socket = connect(url, await comeIn(url, code, `Guest ${nth}`), 'phone');
  sockets.push(socket);
  const speaker = new Speaker(socket);
  const docs = new Docs(socket, () => {});
  let person = '';
  socket.on('welcome', (welcome) => (person = welcome.person ?? ''));
  await until(() => docs.of('all') !== null && docs.of(personal(person)) !== null);
  const activity = Object.keys(docs.of('all')?.activities ?? {})[0] ?? '';
  return {
    own: () => (docs.of(personal(person))?.activities[activity]?.view ?? null) as PersonView | null,
    all: () => docs.of('all')?.activities[activity]?.view as AllView,
    async say(command: string, input: object) {
      const answer = await speaker.say(activity, command, input);
      told.push({ ...speaker.last, answer });
    }
  };
}

async function closes(ana: Page, phones: Phone[]): Promise<void> {
  await pressNext(ana, fishbowlSteps.stages['last-words']);
  await pressNext(ana, fishbowlSteps.stages.closed);
  await until(() => phones.every(({ own, all }) => all().stage === 'closed' && own()?.request == null));
}

async function logOf(redisUrl: string, gathering: string) {
  const stores = await openStores({ data: '', redisUrl });
  const entries = await stores.log.read(streamOf(gathering), 0);
  await stores.close();
  return entries;
}

type Entries = Awaited<ReturnType<typeof logOf>>;
type Fact = { request: string; requests: Record<string, string>; chair: string; turn: string; sitter: string };

/** Nobody was promised what is not kept, and nothing is kept twice. */
function holdsWhatWasPromised(entries: Entries, told: readonly Told[]): void {
  const stored = new Set<string>();
  let version = 0;
  for (const { first, batch } of entries) {
    expect(first).toBe(version + 1);
    version += batch.events.length;
    for (const { device, n } of batch.receipts) {
      expect(stored.has(`${device} ${n}`), `${device} ${n} stands twice`).toBe(false);
      stored.add(`${device} ${n}`);
    }
  }
  expect(told).toHaveLength(2 * PHONES);
  const lost = told.filter(({ device, n, answer }) => 'version' in answer && !stored.has(`${device} ${n}`));
  expect(lost, 'promised, and not in the log').toEqual([]);
  expect(told.filter(({ answer }) => 'refused' in answer)).toHaveLength(PHONES - CHAIRS);
}

/** At every step a chair holds one person and a person has one chair, and each request ends once. */
function seatsEverybodyOnce(entries: Entries): void {
  const seats = new Map<string, { turn: string; sitter: string }>();
  const waiting = new Set<string>();
  let [asked, sat] = [0, 0];
  const ends = (request: string) => expect(waiting.delete(request), `${request} ended twice`).toBe(true);
  for (const { type, data } of entries.flatMap(({ batch }) => batch.events)) {
    const { request, requests, chair, turn, sitter } = data as Fact;
    switch (type) {
      case 'Requested':
        asked += 1;
        waiting.add(request);
        break;
      case 'RequestEnded':
        ends(request);
        break;
      case 'LineClosed':
        Object.keys(requests).forEach(ends);
        break;
      case 'ChairHeld':
        expect(seats.has(chair), `${chair} is held and taken`).toBe(false);
        break;
      case 'TurnBegan':
        expect(seats.has(chair), `two on ${chair}`).toBe(false);
        expect([...seats.values()].map((seat) => seat.sitter)).not.toContain(sitter);
        seats.set(chair, { turn, sitter });
        sat += 1;
        break;
      case 'TurnEnded':
        for (const [taken, seat] of seats) if (seat.turn === turn) seats.delete(taken);
    }
    expect(seats.size).toBeLessThanOrEqual(CHAIRS);
  }
  const left = { waiting: waiting.size, seats: seats.size };
  expect({ asked, sat, ...left }).toEqual({ asked: PHONES, sat: CHAIRS, waiting: 0, seats: 0 });
}

async function until(seen: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !seen(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen()).toBe(true);
}
