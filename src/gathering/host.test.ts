import { describe, expect, it } from 'vitest';
import { openMemory } from '#server/log/memory.ts';
import type { Stores } from '#server/log/stores.ts';
import {
  ana,
  CONVENING,
  countedPorts,
  device,
  firstBlock,
  open,
  phone,
  projector,
  rules,
  spectrogramBlock
} from '../../tests/support/room.ts';
import type { Host } from './host.ts';
import { emptyLedger, heardFrom } from './ledger.ts';
import { foldBatch } from './host.ts';
import { Unavailable, type Log } from './ports.ts';

const STREAM = 'gathering-1';

async function convened(stores: Stores = openMemory()) {
  const host = await open(stores);
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await console('addBlock', spectrogramBlock());
  return { stores, host, console, activity: firstBlock(host) };
}

const statementOf = (host: Host) =>
  Object.keys((host.view('console').activities[firstBlock(host)]?.view as { statements: object }).statements)[0] ?? '';

async function opened() {
  const room = await convened();
  const statement = statementOf(room.host);
  await room.console('turnTo', { activity: room.activity, from: null });
  await room.console('open', { statement }, room.activity);
  return { ...room, statement, place: (x: number) => ({ statement, version: 1, round: 1, x }) };
}

async function logged(stores: Stores) {
  const entries = await stores.log.read(STREAM, 0);
  return { entries, events: entries.flatMap(({ batch }) => batch.events) };
}

describe('a host', () => {
  it('says done only when the command can be read from the log', async () => {
    const { stores, host } = await convened();
    const answer = await device(() => host, phone('bo'))('join', { name: 'Bo', rehearsed: false });
    const { events } = await logged(stores);
    expect(answer).toEqual({ version: events.length });
    expect(events.at(-1)).toMatchObject({ activity: 'gathering', type: 'Joined', data: { person: 'bo' } });
  });

  it('keeps what people type out of the log, and shows it in views', async () => {
    const { stores, host } = await convened();
    await device(() => host, phone('bo'))('join', { name: 'Bo Ndiaye', rehearsed: false });
    expect(JSON.stringify(await stores.log.read(STREAM, 0))).not.toContain('Ndiaye');
    expect(host.view('console').gathering).toMatchObject({ people: { bo: { name: 'Bo Ndiaye' } } });
    await host.forget('bo');
    expect(host.view('console').gathering).toMatchObject({ people: { bo: { name: null } } });
  });

  it('decides each command of a batch on what those before it made', async () => {
    const { stores, host } = await convened();
    const before = (await logged(stores)).entries.length;
    const bo = device(() => host, phone('bo'));
    const chidi = device(() => host, phone('chidi'));
    const answers = await Promise.all([
      bo('join', { name: null, rehearsed: false }),
      chidi('rename', { name: 'Chidi' }),
      bo('rename', { name: 'Bo' })
    ]);
    expect(answers[1]).toEqual({ refused: 'person-unknown' });
    expect(answers[2]).toHaveProperty('version');
    expect(host.ledger().gathering.people['bo']?.name).not.toBeNull();
    expect((await logged(stores)).entries.length - before).toBeLessThanOrEqual(2);
  });

  it('lets a number take effect once, however often it is said', async () => {
    const { host, activity, place } = await opened();
    const bo = phone('bo');
    await device(() => host, bo)('join', { name: null, rehearsed: false });
    const say = { device: 'd2', n: 1, settled: 0, activity, command: 'place', input: place(300) };
    const answers = await Promise.all([host.hear(say, bo), host.hear(say, bo), host.hear(say, bo)]);
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await host.hear({ ...say, input: place(900) }, bo)).toEqual({ refused: 'number-taken' });
    expect(heardFrom(host.ledger(), 'd2')).toMatchObject({ n: 1 });
  });

  it('leaves no hole in the numbers when a command is refused', async () => {
    const { host, console } = await convened();
    expect(await console('turnTo', { activity: 'nowhere', from: null })).toEqual({ refused: 'no-such-block' });
    expect(await console('describe', { title: 'Another title', place: null })).toHaveProperty('version');
    const early = { device: 'late', n: 3, settled: 0, activity: 'gathering', command: 'blank', input: { blank: true } };
    expect(await host.hear(early, ana)).toEqual({ refused: 'out-of-order', figures: { expected: 1 } });
  });

  it('does not let one person speak with the device of another', async () => {
    const { host, activity, place } = await opened();
    await device(() => host, phone('bo'), 'd-bo')('join', { name: null, rehearsed: false });
    const say = { device: 'd-bo', n: 2, settled: 1, activity, command: 'place', input: place(1) };
    expect(await host.hear(say, phone('chidi'))).toEqual({ refused: 'not-your-device' });
  });

  it('takes back the last steps of those who lead, one by one', async () => {
    const { host, console, activity, statement } = await opened();
    await console('reveal', { statement }, activity);
    await console('undo', { step: host.view('console').undo?.step });
    expect(host.view('board').activities[activity]?.view).toMatchObject({ now: { revealed: false, stage: 'open' } });
    await console('undo', { step: host.view('console').undo?.step });
    await console('undo', { step: host.view('console').undo?.step });
    expect(host.ledger().gathering.now).toBeNull();
    const bo = device(() => host, phone('bo'));
    expect(await bo('undo', {})).toEqual({ refused: 'not-yours-to-do' });
  });

  it('duplicates a block without what people did in it', async () => {
    const { host, console, activity, place } = await opened();
    await device(() => host, phone('bo'))('join', { name: null, rehearsed: false });
    await device(() => host, phone('bo'), 'b2')('place', place(10), activity);
    await console('duplicateBlock', { activity });
    const copy = Object.keys(host.ledger().gathering.agenda).find((id) => id !== activity) ?? '';
    const view = host.view('console').activities[copy]?.view as {
      statements: Record<string, { text: string; placed: number }>;
    };
    expect(Object.values(view.statements)).toMatchObject([{ text: 'How do you work?', placed: 0 }]);
    await console('undo', { step: host.view('console').undo?.step });
    expect(host.view('console').activities[copy]).toBeUndefined();
  });

  it('refuses everything to the projector', async () => {
    const { host, activity, statement } = await opened();
    const say = device(() => host, projector);
    for (const [command, input, on] of [
      ['close', {}, 'gathering'],
      ['blank', { blank: true }, 'gathering'],
      ['reveal', { statement }, activity]
    ] as const)
      expect(await say(command, input, on)).toEqual({ refused: 'not-yours-to-do' });
  });

  it('answers garbage with a code and stays', async () => {
    const { host, console } = await convened();
    expect(await console('constructor', {})).toEqual({ refused: 'no-such-command' });
    expect(await console('describe', { title: '', place: null })).toMatchObject({ refused: 'text-empty' });
    expect(await console('describe', { title: 'x'.repeat(121), place: null })).toMatchObject({
      refused: 'text-too-long'
    });
    expect(await console('describe', { title: 'x', place: null, role: 'organizer' })).toMatchObject({
      refused: 'not-understood'
    });
    expect(await console('blank', JSON.parse('{"blank":true,"__proto__":{"x":1}}') as object)).toMatchObject({
      refused: 'not-understood'
    });
    expect(host.ledger().gathering.blank).toBe(false);
  });

  it('comes back from log and snapshot as it was', async () => {
    const { stores, host, activity, place } = await opened();
    for (const name of ['bo', 'chidi', 'dana']) {
      await device(() => host, phone(name))('join', { name, rehearsed: false });
      await device(() => host, phone(name), `2-${name}`)('place', place(name.length * 100), activity);
    }
    const folded = emptyLedger(rules);
    for (const { batch } of await stores.log.read(STREAM, 0)) foldBatch(folded, batch, rules);
    expect(folded).toEqual(host.ledger());
    await host.close();
    expect((await stores.snapshots.load(STREAM))?.ledger).toEqual(folded);
    const again = await open(stores);
    expect(again.ledger()).toEqual(folded);
    expect(again.view('console')).toEqual(host.view('console'));
  });

  it('reads a log that a newer Plenary wrote, and writes nothing', async () => {
    const { stores, host } = await convened();
    const version = host.ledger().version;
    const event = { activity: 'gathering', type: 'Teleported', v: 1, at: 1, data: {} };
    await stores.log.append(STREAM, version, { id: 'foreign', events: [event], receipts: [] }, []);
    const again = await open(stores);
    expect(await device(() => again, ana, 'd9')('blank', { blank: true })).toEqual({ refused: 'newer-plenary' });
    expect(again.view('board').gathering).toMatchObject({ title: 'A day of cooperation' });
  });
});

describe('two hosts of one gathering', () => {
  it('race for every version, and each command lands exactly once', async () => {
    const { stores, host } = await convened();
    const ports = countedPorts(stores);
    const other = await open(stores, { ...ports, id: () => `b${ports.id().slice(1)}` });
    const said = Array.from({ length: 60 }, (_, index) => {
      const person = `p${index}`;
      return device(() => (index % 2 ? host : other), phone(person))('join', { name: person, rehearsed: false });
    });
    const answers = await Promise.all(said);
    expect(answers.every((answer) => 'version' in answer)).toBe(true);
    const { events } = await logged(stores);
    const joined = events
      .filter(({ type }) => type === 'Joined')
      .map(({ data }) => (data as { person: string }).person);
    expect(joined.sort()).toEqual(Array.from({ length: 60 }, (_, index) => `p${index}`).sort());
    await Promise.all([host.hear(nothing, ana), other.hear(nothing, ana)]);
    expect(other.ledger()).toEqual(host.ledger());
    expect(other.view('console')).toEqual(host.view('console'));
  });

  const nothing = { device: 'sync', n: 1, settled: 0, activity: 'gathering', command: 'blank', input: { blank: true } };
});

describe('a store that fails', () => {
  /** Fails the k-th append, before or after the batch was written, as a full disk or a cut line would. */
  const failing = (log: Log, k: number, written: boolean): Log => {
    let count = 0;
    return {
      ...log,
      async append(...asked) {
        count += 1;
        if (count !== k) return log.append(...asked);
        if (written) await log.append(...asked);
        throw new Unavailable('storage-away');
      }
    };
  };

  for (const written of [false, true])
    it(`loses nothing and doubles nothing when any append fails ${written ? 'after' : 'before'} it was written`, async () => {
      for (let k = 1; k <= 6; k += 1) {
        const stores = openMemory();
        const host = await open({ ...stores, log: failing(stores.log, k, written) });
        const say = async (n: number, command: string, input: object) => {
          const asked = { device: 'd', n, settled: n - 1, activity: 'gathering', command, input };
          const first = await host.hear(asked, ana);
          return 'later' in first ? host.hear(asked, ana) : first;
        };
        const titles = ['One', 'Two', 'Three', 'Four'];
        expect(await say(1, 'convene', CONVENING)).toHaveProperty('version');
        for (const [index, title] of titles.entries())
          expect(await say(index + 2, 'describe', { title, place: null }), `append ${k}`).toHaveProperty('version');
        const { events } = await logged(stores);
        expect(events.filter(({ type }) => type === 'Described')).toHaveLength(titles.length);
        expect(host.view('board').gathering).toMatchObject({ title: 'Four' });
      }
    });
});
