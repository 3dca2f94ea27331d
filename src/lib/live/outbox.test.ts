import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { emptyLedger, type Rules } from '#gathering/ledger.ts';
import { RememberedRefusals } from '#gathering/remembered-refusals.ts';
import { decideBatch } from '#gathering/decide-batch.ts';
import { commandOf, refuse, type Actor, type AnyMethod } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import type { Answer, Say } from '#wire/messages.ts';
import { Outbox, WAITING_MOST } from './outbox.ts';
import type { OutboxStore, DeviceQueues } from './device-queue.ts';

/** A method that writes down every word it takes and refuses whatever cannot be divided by three. */
const command = commandOf<{ said: number[] }, { Said: { word: number } }>();
const choir = defineMethod<object, { said: number[] }, { Said: { word: number } }>()({
  name: 'choir',
  settings: v.strictObject({}),
  begin: () => ({ said: [] }),
  parts: [
    partOf<{ said: number[] }, { Said: { word: number } }>()({
      commands: {
        sing: command({
          who: ['participant'],
          input: v.strictObject({ word: v.number() }),
          decide: (_state, { word }) => (word % 3 === 0 ? refuse('off-key') : [{ type: 'Said', data: { word } }])
        })
      },
      evolve: { Said: (draft, { word }) => void draft.said.push(word) },
      touches: { Said: () => [] }
    })
  ],
  hidden: { nothing: 'a song is for all ears' },
  view: (state) => state,
  next: () => [],
  again: () => ({}),
  harvest: () => []
});

const ana: Actor = { role: 'participant', person: 'ana' };

/** The server's own numbering rules over a ledger in which a choir sings and Ana is present. */
function hall() {
  const methods = { choir: choir as unknown as AnyMethod };
  const rules: Rules = { gathering: gathering(methods) as unknown as AnyMethod, methods };
  let ledger = emptyLedger(rules);
  ledger.gathering.phase = 'open';
  ledger.gathering.people.ana = { name: null, via: 'phone', present: true, rehearsed: false, order: 1 };
  ledger.activities.song = { method: 'choir', state: { said: [] } };
  return {
    hear(say: Say): Answer {
      const settled = decideBatch(ledger, [{ say, by: ana }], { at: 1, id: () => 'id' }, rules, {
        refusals: new RememberedRefusals(),
        shared: false
      });
      ledger = settled.ledger;
      return settled.answers[0] as Answer;
    },
    forgetReceipts: () => (ledger = { ...ledger, receipts: {} }),
    get sung(): number[] {
      return (ledger.activities.song?.state as { said: number[] }).said;
    }
  };
}

/** A browser: its storage outlives its pages. */
function browser(hear: (say: Say) => Answer | 'lost-before' | { lostAfter: Answer }) {
  let queues: DeviceQueues = {};
  let devices = 0;
  const living = new Set<string>();
  // Through JSON and a turn of the event loop, as IndexedDB would: nothing is shared and nothing is instant.
  async function update(change: Parameters<OutboxStore['update']>[0], alive: () => boolean): Promise<DeviceQueues> {
    await turn();
    // The browser aborts the open transactions of a page that dies.
    if (!alive()) return new Promise(() => {});
    queues = JSON.parse(JSON.stringify(change(queues))) as DeviceQueues;
    return queues;
  }

  function open() {
    const refused: string[] = [];
    let crashed = false;
    const page = new Outbox({
      store: { update: (change) => update(change, () => !crashed) },
      async deliver(say) {
        await turn();
        if (crashed) return new Promise(() => {});
        const heard = hear(say);
        if (heard === 'lost-before' || 'lostAfter' in heard) return null;
        return crashed ? new Promise(() => {}) : heard;
      },
      pause: turn,
      isAlive: async (name) => living.has(name),
      newDevice: () => `device-${(devices += 1)}`,
      changed: (_waiting, no) => void (no && refused.push(no.refused))
    });
    living.add(page.page);
    return {
      page,
      refused,
      sleep: () => living.delete(page.page),
      crash() {
        crashed = true;
        page.stop();
        living.delete(page.page);
      }
    };
  }

  return { open, queues: () => queues, clear: () => (queues = {}) };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function until(done: () => boolean): Promise<void> {
  for (let turns = 0; !done(); turns += 1) {
    if (turns > 20_000) throw new Error('It never came true.');
    await turn();
  }
}

const idle = ({ queues }: ReturnType<typeof browser>) =>
  Object.values(queues()).every(({ waiting }) => !waiting.length);
const sing = (word: number) => ['song', 'sing', { word }] as const;

test('what Ana says takes effect once and in order, whatever the network does', async () => {
  const fate = fc.constantFrom('ok', 'ok', 'ok', 'lost-before', 'lost-after', 'later');
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('say' as const) },
    { weight: 2, arbitrary: fc.constant('wait' as const) },
    { weight: 1, arbitrary: fc.constant('crash' as const) }
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 60 }), fc.array(step, { maxLength: 40 }), async (fates, steps) => {
      const server = hall();
      const anas = browser((say) => {
        const what = fates.shift() ?? 'ok';
        if (what === 'lost-before') return 'lost-before';
        if (what === 'later') return { later: 'storage-away' };
        const answer = server.hear(say);
        return what === 'lost-after' ? { lostAfter: answer } : answer;
      });
      let word = 0;
      const stored: number[] = [];
      const answers = new Map<number, Answer>();
      let tab = anas.open();
      void tab.page.start();
      for (const what of steps) {
        if (what === 'wait') await turn();
        if (what === 'crash') {
          stored.push(...Object.values(anas.queues()).flatMap(({ waiting }) => waiting.map(wordOf)));
          tab.crash();
          tab = anas.open();
          void tab.page.start();
        }
        if (what === 'say') {
          const mine = (word += 1);
          void tab.page.say(...sing(mine)).then((answer) => answers.set(mine, answer));
        }
      }
      stored.push(...Object.values(anas.queues()).flatMap(({ waiting }) => waiting.map(wordOf)));
      await until(() => tab.page.waiting === 0 && idle(anas));

      // Once: no word twice. In order: what was said before is sung before.
      expect(server.sung).toEqual([...new Set(server.sung)].sort((a, b) => a - b));
      // Nothing that was ever stored is lost, but for what the rules refuse.
      for (const kept of stored) expect(server.sung.includes(kept)).toBe(kept % 3 !== 0);
      // What Ana was told is true.
      for (const [said, answer] of answers) expect('version' in answer).toBe(server.sung.includes(said));
    }),
    { numRuns: 300 }
  );
});

test('of two tabs opened at once, one adopts what a closed tab left behind', async () => {
  const server = hall();
  const heard: Say[] = [];
  let reachable = false;
  const anas = browser((say) => (reachable ? (heard.push(say), server.hear(say)) : 'lost-before'));
  const closed = anas.open();
  void closed.page.start();
  for (const word of [1, 2, 4]) void closed.page.say(...sing(word));
  await until(() => closed.page.waiting === 3);
  closed.crash();

  reachable = true;
  const [one, other] = [anas.open(), anas.open()];
  await Promise.all([one.page.start(), other.page.start()]);
  await until(() => idle(anas));

  expect(server.sung).toEqual([1, 2, 4]);
  expect(heard.map(({ device, n }) => [device, n])).toEqual([1, 2, 3].map((n) => [closed.page.page, n]));
});

test('what two tabs left behind, one after the other, goes out in the order it was said', async () => {
  const server = hall();
  let reachable = false;
  const anas = browser((say) => (reachable ? server.hear(say) : 'lost-before'));
  for (const word of [1, 2]) {
    const tab = anas.open();
    await tab.page.start();
    void tab.page.say(...sing(word));
    await until(() => tab.page.waiting === word);
    tab.crash();
  }
  reachable = true;
  await anas.open().page.start();
  await until(() => idle(anas));
  expect(server.sung).toEqual([1, 2]);
});

test('a tab that lives keeps what it has to say', async () => {
  const server = hall();
  const anas = browser(() => 'lost-before');
  const one = anas.open();
  void one.page.start();
  void one.page.say(...sing(1));
  await until(() => one.page.waiting === 1);
  const other = anas.open();
  await other.page.start();
  expect(other.page.waiting).toBe(0);
  expect(server.sung).toEqual([]);
  one.crash();
  other.crash();
});

test('a tab that slept while another spoke for it is told so and goes on under a new name', async () => {
  const server = hall();
  let reachable = false;
  const anas = browser((say) => (reachable ? server.hear(say) : 'lost-before'));
  const sleeper = anas.open();
  const told: Promise<Answer>[] = [];
  void sleeper.page.start();
  told.push(sleeper.page.say(...sing(1)), sleeper.page.say(...sing(3)));
  await until(() => sleeper.page.waiting === 2);
  sleeper.sleep();

  const second = anas.open();
  await second.page.start();
  expect(second.page.waiting).toBe(2);
  told.push(sleeper.page.say(...sing(2)));
  reachable = true;
  await until(() => sleeper.page.waiting === 0 && second.page.waiting === 0);

  const answers = await Promise.all(told);
  expect(answers.slice(0, 2)).toEqual([{ refused: 'answered-before' }, { refused: 'answered-before' }]);
  expect(answers[2]).toHaveProperty('version');
  expect(server.sung.toSorted()).toEqual([1, 2]);
  expect(second.refused).toEqual(['off-key']);
});

test('when the server knows other numbers, nothing is lost and nothing is said twice', async () => {
  const server = hall();
  const anas = browser((say) => server.hear(say));
  const tab = anas.open();
  await tab.page.start();
  await tab.page.say(...sing(1));
  // Storage brought back from a backup: the browser numbers on from elsewhere, the page from where it was.
  const taken: Say = { device: tab.page.page, n: 2, settled: 1, activity: 'song', command: 'sing', input: { word: 7 } };
  server.hear(taken);
  const answers = await Promise.all([tab.page.say(...sing(8)), tab.page.say(...sing(10))]);
  expect(answers.every((answer) => 'version' in answer)).toBe(true);
  expect(server.sung).toEqual([1, 7, 8, 10]);
});

test('when somebody clears the storage of the browser, the open page still sends what waits', async () => {
  const server = hall();
  let reachable = false;
  const anas = browser((say) => (reachable ? server.hear(say) : 'lost-before'));
  const tab = anas.open();
  void tab.page.start();
  const told = [tab.page.say(...sing(1)), tab.page.say(...sing(2))];
  await until(() => tab.page.waiting === 2);
  anas.clear();
  reachable = true;
  expect((await Promise.all(told)).every((answer) => 'version' in answer)).toBe(true);
  expect(server.sung).toEqual([1, 2]);
});

test('the two hundred and first waiting command is refused at once', async () => {
  const anas = browser(() => 'lost-before');
  const tab = anas.open();
  for (let word = 1; word <= WAITING_MOST; word += 1) void tab.page.say(...sing(word));
  expect(await tab.page.say(...sing(1))).toEqual({ refused: 'too-many-waiting', figures: { most: WAITING_MOST } });
  tab.crash();
});

const wordOf = ({ input }: { input: unknown }) => (input as { word: number }).word;
