import { expect, test } from '@playwright/test';
import { board as boardWords, console as words } from '#words/index.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { personal } from '#contract/method.ts';
import type { AllView } from '#methods/spectrogram/views/all.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { openStores } from '#server/log/open-stores.ts';
import { comeIn, connect, Docs, Speaker, type Live } from '../../scripts/rehearse/live-client.ts';
import { startRedis } from '../support/redis-server.ts';
import { closePages, codeOn, convene, openBoard, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

const PHONES = 100;

type Told = { device: string; n: number; version: number };

test.afterAll(({ browser }) => closePages(browser));

test('two nodes over one Redis serve the same gathering, and one of them may die in the middle', async ({
  browser
}) => {
  const redis = await startRedis();
  const [north, south] = [new Plenary({ REDIS_URL: redis.url }), new Plenary({ REDIS_URL: redis.url })];
  const sockets: Live[] = [];
  try {
    await north.start();
    const console = await setUp(browser, north);
    await south.start();
    const gathering = await convene(console, 'Both sides of the river', 'cooperation-day');
    // The board of the south shows what the console of the north does.
    const board = await openBoard(console, south, gathering);
    const code = (await codeOn(board)).replace(' ', '');
    await pressNext(console, words.steps.turnTo);
    await pressNext(console, spectrogramSteps.steps.open);
    await expect(board.getByText(line.board.findYourPlace)).toBeVisible();

    const told: Told[] = [];
    const phones = await Promise.all(
      Array.from({ length: PHONES }, async (_, index) => {
        const url = new URL(index % 2 ? north.url : south.url);
        const joined = await comeIn(url, code, `Guest ${index}`);
        const socket = connect(url, joined, 'phone');
        sockets.push(socket);
        return { index, socket, place: await placing(socket, told) };
      })
    );
    await expect(board.getByText(boardWords.here(PHONES))).toBeVisible();

    // Every phone places itself three times; the north node dies meanwhile.
    const waves = phones.map(async ({ index, place }) => {
      for (const x of [index * 10, index * 10 + 3, index * 10 + 5]) await place(x);
    });
    await until(() => told.length > PHONES / 2);
    await north.kill();
    await north.start();
    await Promise.all(waves);

    await expect(board.getByText(line.board.answered(PHONES, PHONES))).toBeVisible();
    await console.reload();
    await pressNext(console, spectrogramSteps.steps.reveal);
    await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(PHONES);
    await holdAgainstTheLog(redis.url, gathering, told);
  } finally {
    for (const socket of sockets) socket.disconnect();
    await Promise.all([north.stop(), south.stop()]);
    await redis.stop();
  }
});

/** Waits until this phone sees the line; then places as often as asked and notes what it was told. */
async function placing(socket: Live, told: Told[]): Promise<(x: number) => Promise<void>> {
  const speaker = new Speaker(socket);
  const docs = new Docs(socket, () => {});
  let person = '';
  socket.on('welcome', (welcome) => (person = welcome.person ?? ''));
  await until(() => docs.of('all') !== null && docs.of(personal(person)) !== null);
  return async (x) => {
    const [activity, part] = Object.entries(docs.of('all')?.activities ?? {})[0] ?? [];
    const now = (part?.view as AllView).now;
    const { statement, version, round } = now ?? {};
    const answer = await speaker.say(activity ?? '', 'place', { statement, version, round, x });
    expect(answer).toHaveProperty('version');
    if ('version' in answer) told.push({ ...speaker.last, version: answer.version });
  };
}

/** Every promise a phone was given stands in the log, once; versions are dense. */
async function holdAgainstTheLog(redisUrl: string, gathering: string, told: readonly Told[]): Promise<void> {
  const stores = await openStores({ data: '', redisUrl });
  const entries = await stores.log.read(streamOf(gathering), 0);
  await stores.close();
  let version = 0;
  const stored = new Map<string, number>();
  for (const { first, batch } of entries) {
    expect(first).toBe(version + 1);
    version += batch.events.length;
    for (const { device, n } of batch.receipts) {
      expect(stored.has(`${device} ${n}`), `${device} ${n} stands twice`).toBe(false);
      stored.set(`${device} ${n}`, version);
    }
  }
  expect(told.length).toBe(PHONES * 3);
  for (const { device, n, version: promised } of told) {
    expect(stored.has(`${device} ${n}`), `${device} ${n} was promised and is not in the log`).toBe(true);
    expect(stored.get(`${device} ${n}`)).toBeLessThanOrEqual(Math.max(promised, version));
  }
}

async function until(seen: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !seen(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen()).toBe(true);
}
