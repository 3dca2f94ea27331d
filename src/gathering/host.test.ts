import { describe, expect, it } from 'vitest';
import { openMemory, type Row } from '#server/log/memory/memory.ts';
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
} from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import { emptyLedger, heardFrom } from './ledger.ts';
import { foldBatch } from './durable-ledger.ts';
import { Unavailable, type Log } from './ports.ts';
import { eventually } from '../../tests/support/until.ts';

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
    await host.forget(await stores.vault.owned(STREAM, 'bo'));
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

  /** A second node that hears nothing of what the first one writes. */
  const deaf = (stores: Stores) => open({ ...stores, log: { ...stores.log, follow: () => () => {} } });
  const join = (n: number, said = 'Bo') => ({
    ...{ device: 'bos-phone', n, settled: n - 1, activity: 'gathering' },
    ...{ command: 'join', input: { name: said, rehearsed: false } }
  });

  it('refuse nothing from the past: a node that lags has a look at the log before it says no', async () => {
    const stores = openMemory();
    const lagging = await deaf(stores);
    const { host } = await convened(stores);
    expect(await host.hear(join(1), phone('bo'))).toHaveProperty('version');
    // The answer was lost on the way, and the phone asks the other node.
    expect(await lagging.hear(join(1), phone('bo'))).toHaveProperty('version');
    expect(await device(() => lagging, phone('bo'), 'd2')('rename', { name: 'Bohdan' })).toHaveProperty('version');
  });

  it('say "it is so already" only of what the log holds now', async () => {
    const stores = openMemory();
    const { host, console } = await convened(stores);
    const lagging = await deaf(stores);
    await console('blank', { blank: true });
    const { version } = host.ledger();
    const answer = await device(() => lagging, ana, 'd2')('blank', { blank: false });
    expect(answer).toEqual({ version: expect.any(Number) });
    expect('version' in answer && answer.version).toBeGreaterThan(version);
    expect(await device(() => lagging, ana, 'd3')('blank', { blank: false })).toHaveProperty('already', true);
  });

  it('hold to a no: a copy that was on its way to another node is refused, too', async () => {
    const stores = openMemory();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const append: Log['append'] = (...asked) => held.then(() => stores.log.append(...asked));
    const { console, host } = await convened(stores);
    const slow = await open(
      { ...stores, log: { ...stores.log, append } },
      countedPorts({ ...stores, log: { ...stores.log, append } })
    );
    const first = slow.hear(join(1), phone('bo'));
    await console('close', {});
    expect(await host.hear({ ...join(1), again: true }, phone('bo'))).toEqual({ refused: 'gathering-closed' });
    await console('reopen', {});
    release();
    expect(await first).toEqual({ refused: 'gathering-closed' });
    const { events } = await logged(stores);
    expect(events.filter(({ type }) => type === 'Joined')).toEqual([]);
    expect(await host.hear(join(2), phone('bo'))).toHaveProperty('version');
  });

  it('write nothing for a no where one node is alone, and hold to it all the same', async () => {
    const { latest: _, ...log } = openMemory().log;
    const { host, console, stores } = await convened({ ...openMemory(), log });
    await console('close', {});
    const { version } = host.ledger();
    expect(await host.hear({ ...join(1), again: true }, phone('bo'))).toEqual({ refused: 'gathering-closed' });
    expect(host.ledger().version).toBe(version);
    await console('reopen', {});
    expect(await host.hear(join(1), phone('bo'))).toEqual({ refused: 'gathering-closed' });
    expect((await logged(stores)).events.filter(({ type }) => type === 'Joined')).toEqual([]);
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

describe('a log that somebody has been at', () => {
  async function room() {
    const rows = new Map<string, Row[]>();
    const stores = openMemory(rows);
    const faults: unknown[] = [];
    const opened = () =>
      open(
        stores,
        countedPorts(stores, (fault) => faults.push(fault))
      );
    const host = await opened();
    const console = device(() => host, ana);
    await console('convene', CONVENING);
    await console('addBlock', spectrogramBlock());
    await console('blank', { blank: true });
    const takeOut = (nth: number) => rows.set(STREAM, (rows.get(STREAM) ?? []).toSpliced(nth, 1));
    return { host, console, opened, faults, takeOut };
  }

  for (const snapshot of [false, true])
    it(`can be read and not written, never a hang (${snapshot ? 'behind a snapshot' : 'from the beginning'})`, async () => {
      const { host, opened, faults, takeOut } = await room();
      const activity = firstBlock(host);
      if (snapshot) await host.close();
      takeOut(1);
      const again = await opened();
      await eventually(() => expect(faults).toHaveLength(1));
      expect(String(faults[0])).toContain('The log of gathering-1 lacks version 2');
      expect(await device(() => again, ana, 'd9')('blank', { blank: false })).toEqual({ refused: 'history-broken' });
      expect(again.view('console')).toMatchObject({ gathering: { title: CONVENING.title }, stopped: 'history-broken' });
      expect(again.view('all')).toHaveProperty('stopped', 'history-broken');
      expect(again.view('board')).not.toHaveProperty('stopped');
      expect(again.view('console').activities[activity] !== undefined).toBe(snapshot);
      expect(faults).toHaveLength(1);
    });

  it('stops a gathering that is running, tells its screens, and says of what was kept before that it was', async () => {
    const { host, console, faults, takeOut } = await room();
    const close = {
      device: 'x',
      n: 1,
      settled: 0,
      activity: 'gathering',
      command: 'describe',
      input: { title: 'Late', place: null }
    };
    expect(await host.hear(close, ana)).toHaveProperty('version');
    takeOut(3);
    const shown: string[] = [];
    host.watch(({ channels }) => shown.push(...channels));
    expect(await console('blank', { blank: false })).toEqual({ refused: 'history-broken' });
    expect(await host.hear(close, ana)).toHaveProperty('version');
    expect(shown).toEqual(['all', 'console']);
    expect(faults).toHaveLength(1);
  });
});
