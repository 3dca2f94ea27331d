import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { openHost } from '#gathering/host.ts';
import type { GatheringOnConsole } from '#gathering/views.ts';
import type { Doc, Patch, View } from '#wire/messages.ts';
import { patch } from '#wire/patch.ts';
import { stillPorts } from '../../tests/support/host-ports.ts';
import { openMemory } from '../log/memory/memory.ts';
import type { AnyMethod } from '#contract/method.ts';
import { minimalMethod } from '../../tests/support/minimal-method.ts';
import { openSubscriptions } from './subscriptions.ts';
import { alone } from './node-relay.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';

const BIG = 200 * 1024;
const ANA = { role: 'organizer', person: null } as const;

/** Stands in for the library: rooms and sockets whose backlog the test decides. */
class RecordingSocket {
  backlog = 0;
  views = 0;
  gaps = 0;
  shown: { version: number; doc: Doc } | null = null;
  channels: string[] = [];
  clockJumps: unknown[] = [];
  /** How often the subscriptions read `data`, which says whose socket this is. */
  dataReads = 0;
  readonly #data: object;
  readonly conn: object;
  readonly #rooms: Map<string, Set<RecordingSocket>>;

  constructor(rooms: Map<string, Set<RecordingSocket>>, person: string | null = null) {
    this.#rooms = rooms;
    this.#data = person === null ? {} : { identity: { surface: 'phone', person } };
    const backlog = () => this.backlog;
    this.conn = {
      writeBuffer: [],
      transport: {
        socket: {
          get bufferedAmount() {
            return backlog();
          }
        }
      }
    };
  }

  get data() {
    this.dataReads += 1;
    return this.#data;
  }

  join(room: string) {
    this.#rooms.set(room, (this.#rooms.get(room) ?? new Set()).add(this));
  }

  leave(room: string) {
    this.#rooms.get(room)?.delete(this);
  }

  emit(event: string, said: unknown) {
    if (event === 'channels') this.channels = said as string[];
    if (event === 'clock') this.clockJumps.push(said);
    if (event === 'view') {
      const { version, json } = said as View;
      this.views += 1;
      this.shown = { version, doc: JSON.parse(json) as Doc };
    }
    if (event === 'patch' && this.shown) {
      const { from, to, changes } = said as Patch;
      if (from !== this.shown.version) this.gaps += 1;
      patch(this.shown.doc, JSON.parse(JSON.stringify(changes)) as Patch['changes']);
      this.shown.version = to;
    }
  }

  get people() {
    return Object.keys((this.shown?.doc.gathering as GatheringOnConsole).people).length;
  }
}

/** The minimal method without channels of its own: all phones get the same view. */
const { channels: _, ...withoutChannels } = minimalMethod;
const alike = { ...withoutChannels, name: 'alike' };

async function openTestSubscriptions() {
  const methods = { minimal: minimalMethod as AnyMethod, alike: alike as AnyMethod };
  const rules = { gathering: gathering(methods), methods };
  const host = await openHost('tea', stillPorts(openMemory()), rules);
  const rooms = new Map<string, Set<RecordingSocket>>();
  const io = {
    to: (room: string) => ({
      emit: (event: string, said: unknown) => rooms.get(room)?.forEach((socket) => socket.emit(event, said))
    })
  };
  const report = (error: unknown) => {
    throw error;
  };
  const subscriptions = openSubscriptions('tea', host, {
    io: io as unknown as LiveServer,
    rules,
    presence: { relay: alone, node: 1 },
    report
  });
  let n = 0;
  const submit = async (command: string, input: object, activity = 'gathering') => {
    n += 1;
    const say = { device: 'anas', n, settled: n - 1, activity, command, input };
    expect(await host.hear(say, ANA)).toHaveProperty('version');
  };
  await submit('convene', {
    title: 'Tea',
    place: null,
    starts: { at: 0, timeZone: 'UTC' },
    code: '123456',
    licence: 'CC0-1.0',
    rehearsal: false
  });
  const enters = (channels = ['console'], person: string | null = null) => {
    const socket = new RecordingSocket(rooms, person);
    subscriptions.enter(socket as unknown as LiveSocket, channels);
    return socket;
  };
  return {
    subscriptions,
    submit,
    host,
    enters,
    somebodyComes: () => submit('addWalkIn', { name: 'Bo' }),
    async adds(method: string) {
      const before = Object.keys(host.ledger().gathering.agenda);
      await submit('addBlock', { method, title: 'Tea', settings: {} });
      return Object.keys(host.ledger().gathering.agenda).find((block) => !before.includes(block)) ?? '';
    },
    asSocket: (socket: RecordingSocket) => socket as unknown as LiveSocket
  };
}

test('a connection that does not keep up is spared, the others are not, and it is brought up to date when it can hear again', async () => {
  const { subscriptions, enters, somebodyComes } = await openTestSubscriptions();
  const [quick, slow] = [enters(), enters()];
  await somebodyComes();
  await expect.poll(() => [quick.people, slow.people]).toEqual([1, 1]);

  slow.backlog = BIG;
  subscriptions.sweep();
  for (let turn = 0; turn < 3; turn += 1) await somebodyComes();
  await expect.poll(() => quick.people).toBe(4);
  subscriptions.sweep();
  expect([slow.people, slow.views]).toEqual([1, 1]);

  slow.backlog = 0;
  subscriptions.sweep();
  expect([slow.people, slow.views, quick.views]).toEqual([4, 2, 1]);
  await somebodyComes();
  await expect.poll(() => [quick.people, slow.people]).toEqual([5, 5]);
  expect([quick.gaps, slow.gaps]).toEqual([0, 0]);
  subscriptions.close();
});

test('who asks for views without end is sent one with the next sweep', async () => {
  const { subscriptions, enters, asSocket } = await openTestSubscriptions();
  const socket = enters();
  for (let turn = 0; turn < 100; turn += 1) subscriptions.later(asSocket(socket), 'console');
  expect(socket.views).toBe(1);
  subscriptions.sweep();
  subscriptions.sweep();
  expect(socket.views).toBe(2);
  subscriptions.again(asSocket(socket), 'person:bo');
  subscriptions.later(asSocket(socket), 'person:bo');
  subscriptions.sweep();
  expect(socket.views).toBe(2);
  subscriptions.close();
});

test('nobody who left hears anything, and an empty hall is empty', async () => {
  const { subscriptions, enters, somebodyComes, asSocket } = await openTestSubscriptions();
  const [stays, leaves] = [enters(), enters()];
  leaves.leave('tea console');
  subscriptions.leave(asSocket(leaves));
  await somebodyComes();
  await expect.poll(() => stays.people).toBe(1);
  expect([leaves.people, subscriptions.empty()]).toEqual([0, false]);
  subscriptions.leave(asSocket(stays));
  expect(subscriptions.empty()).toBe(true);
  subscriptions.close();
});

test('whoever comes to have a part hears its channel from then on, and nothing of it afterwards', async () => {
  const { subscriptions, submit, adds, enters, asSocket } = await openTestSubscriptions();
  const block = await adds('minimal');
  await submit('turnTo', { activity: block, from: null });
  const bo = enters(['all', 'person:bo'], 'bo');
  expect(bo.channels).toEqual(['all', 'person:bo']);

  await submit('cook', { person: 'bo' }, block);
  await expect.poll(() => bo.channels).toEqual(['all', 'person:bo', 'kitchen']);
  expect(bo.shown?.doc.activities[block]?.view).toEqual({ recipe: 'soft', rung: 0 });
  subscriptions.again(asSocket(bo), 'kitchen');
  expect(bo.views).toBe(4);

  await submit('turnTo', { activity: null, from: block });
  await expect.poll(() => bo.channels).toEqual(['all', 'person:bo']);
  subscriptions.again(asSocket(bo), 'kitchen');
  expect(bo.views).toBe(4);
  subscriptions.leave(asSocket(bo));
  expect(subscriptions.empty()).toBe(true);
  subscriptions.close();
});

test('where nobody can hear more than others, nobody is asked who they are after every act, and parts of before are lost', async () => {
  const { subscriptions, submit, adds, enters, somebodyComes } = await openTestSubscriptions();
  const [kitchen, table] = [await adds('minimal'), await adds('alike')];
  await submit('turnTo', { activity: kitchen, from: null });
  await submit('cook', { person: 'bo' }, kitchen);
  const [bo, console] = [enters(['all', 'person:bo'], 'bo'), enters()];
  expect(bo.channels).toEqual(['all', 'person:bo', 'kitchen']);

  await submit('turnTo', { activity: table, from: kitchen });
  await expect.poll(() => bo.channels).toEqual(['all', 'person:bo']);

  const dataReads = bo.dataReads;
  await somebodyComes();
  // The console hears of it after seats would have been looked at.
  await expect.poll(() => console.people).toBe(1);
  expect(bo.dataReads).toBe(dataReads);
  subscriptions.close();
});

test('a clock that was set is told on every console once, and on no phone', async () => {
  const { subscriptions, enters } = await openTestSubscriptions();
  const [one, other, phone] = [enters(), enters(), enters(['all', 'person:bo'], 'bo')];
  subscriptions.clockJumped(-7_200_000);
  expect([one, other, phone].map(({ clockJumps }) => clockJumps)).toEqual([[-7_200_000], [-7_200_000], []]);
  subscriptions.close();
});
