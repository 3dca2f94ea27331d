import * as v from 'valibot';
import { expect, test } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import { openHost, type Host } from '#gathering/host.ts';
import { Outbox } from '#lib/live/outbox.ts';
import type { DeviceQueues } from '#lib/live/device-queue.ts';
import { type Actor, type AnyMethod } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import { outlineCommands } from '#kit/rules/outline/commands.ts';
import { outlineEvolve, outlineTouches, type OutlineEvents } from '#kit/rules/outline/events.ts';
import { visible, writtenNote, type Outline } from '#kit/rules/outline/notes.ts';
import type { WrittenNote } from '#kit/rules/outline/views.ts';
import { TextSync } from '#kit/outline-editor/text-sync.ts';
import type { Seen } from '#contract/typed-text.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import type { Say } from '#wire/messages.ts';
import { ana, CONVENING, countedPorts, device, phone } from './support/test-host.ts';

/** A method that is nothing but an outline. */
const minutes = defineMethod<object, { notes: Outline }, OutlineEvents>()({
  name: 'minutes',
  settings: v.strictObject({}),
  begin: () => ({ notes: {} }),
  parts: [
    partOf<{ notes: Outline }, OutlineEvents>()({
      commands: outlineCommands<{ notes: Outline }>({
        who: ['participant'],
        notes: ({ notes }) => notes,
        no: () => null,
        said: (_state, _at, facts) => ({ ms: facts.at, turn: null })
      }),
      evolve: outlineEvolve((draft: { notes: Outline }) => draft.notes),
      touches: outlineTouches(() => ['all'])
    })
  ],
  hidden: { nothing: 'everybody reads along' },
  view: ({ notes }) => ({
    notes: Object.fromEntries(Object.entries(visible(notes)).map(([id, note]) => [id, writtenNote(note)]))
  }),
  next: () => [],
  again: () => ({}),
  harvest: () => []
});

const NOTE = 'note0000000000ab';
const at = { branch: 'bo', parent: null, after: null };

/** A gathering in which minutes are taken, with time that goes by when the test says so. */
async function table() {
  const methods = { minutes: minutes as unknown as AnyMethod };
  const rules = { gathering: gathering(methods) as unknown as AnyMethod, methods };
  const stores = openMemory();
  const open = () => openHost('gathering-1', countedPorts(stores), rules);
  const host = await open();
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await console('addBlock', { method: 'minutes', title: null, settings: {} });
  const activity = Object.keys(host.ledger().gathering.agenda)[0] ?? '';
  await console('turnTo', { activity, from: null });
  for (const person of ['bo', 'chidi'])
    await device(() => host, phone(person), `join-${person}`)('join', { name: person, rehearsed: false });
  await device(() => host, phone('bo'), 'begins')('addNote', { note: NOTE, at, piece: null }, activity);
  return { host, activity, open, stores };
}

const noteOf = (host: Host, activity: string) =>
  (host.view('all').activities[activity]?.view as Seen<{ notes: Record<string, WrittenNote> }>).notes[NOTE];

/** A phone that writes in the note: a real pen, a real outbox, and a line that can be cut. */
function scribe({ host, activity }: { host: Host; activity: string }, by: Actor, name: string) {
  let shelf: DeviceQueues = {};
  let now = 0;
  let devices = 0;
  let commands = 0;
  let timers: { at: number; then: () => void }[] = [];
  let line: Promise<void> = Promise.resolve();
  let mend = () => {};
  let cutOff = false;
  const outbox = new Outbox({
    store: { update: async (change) => (shelf = JSON.parse(JSON.stringify(change(shelf))) as DeviceQueues) },
    async deliver(say: Say) {
      await line;
      commands += 1;
      return host.hear(say, by);
    },
    pause: () => Promise.resolve(),
    isAlive: () => Promise.resolve(false),
    newDevice: () => `${name}${(devices += 1)}`,
    changed: () => {}
  });
  void outbox.start();
  const pen = new TextSync({
    write: (piece) => outbox.say(activity, 'write', { note: NOTE, piece }),
    gather: (read, piece) => outbox.say(activity, 'gather', { note: NOTE, read, piece }),
    after(ms, then) {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    changed: () => {}
  });
  const look = () => {
    if (!cutOff) pen.take(noteOf(host, activity)?.pieces ?? {});
  };
  host.watch(look);
  return {
    pen,
    waiting: () => outbox.waiting,
    commands: () => commands,
    /** Letter by letter, at the end or where a word is, each some milliseconds after the one before. */
    async types(letters: string, where = pen.text.length, everyMs = 100) {
      let caret = where;
      for (const letter of letters) {
        pen.type(pen.text.slice(0, caret) + letter + pen.text.slice(caret), caret + 1);
        caret += 1;
        await this.waits(everyMs);
      }
    },
    async waits(ms: number) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const { then } of due) then();
      await new Promise((resolve) => setImmediate(resolve));
    },
    goesOffline() {
      cutOff = true;
      line = new Promise((resolve) => (mend = resolve));
    },
    comesBack() {
      cutOff = false;
      mend();
      look();
    }
  };
}

test('a scribe who is offline for five minutes loses no letter, and neither does whoever writes meanwhile', async () => {
  const room = await table();
  const bo = scribe(room, phone('bo'), 'bo');
  const chidi = scribe(room, phone('chidi'), 'chidi');
  await bo.types('The river belongs to those who live by it.');
  await expect.poll(async () => (await bo.waits(400), bo.pen.saveState)).toBe('saved');
  await expect.poll(() => chidi.pen.text).toBe('The river belongs to those who live by it.');

  bo.goesOffline();
  const long = 'Nobody may sell it, and nobody may fence it in. '.repeat(20);
  await bo.types(` ${long}`, undefined, 300);
  await bo.waits(20_000);
  expect(bo.pen.saveState).toBe('sending');
  expect(bo.waiting()).toBeGreaterThan(0);
  expect(bo.waiting()).toBeLessThan(60);
  await chidi.types('great ', 'The '.length);
  await chidi.types(' So it was agreed.');
  await expect.poll(async () => (await chidi.waits(400), chidi.pen.saveState)).toBe('saved');

  bo.comesBack();
  await expect.poll(async () => (await bo.waits(400), bo.pen.saveState)).toBe('saved');
  const text = noteOf(room.host, room.activity)?.body ?? '';
  expect(bo.pen.text.trim()).toBe(text);
  expect(chidi.pen.text).toBe(bo.pen.text);
  expect(text.startsWith('The great river belongs to those who live by it.')).toBe(true);
  expect(text).toContain(long.trim());
  expect(text).toContain('So it was agreed.');
  const again = await room.open();
  expect(noteOf(again, room.activity)?.body).toBe(text);
});

test('many letters become few commands, and many pieces become one once nobody types', async () => {
  const room = await table();
  const bo = scribe(room, phone('bo'), 'bo');
  const chidi = scribe(room, phone('chidi'), 'chidi');
  const sentence = 'One more word about tools. '.repeat(12);
  await chidi.types('First. ');
  await chidi.waits(400);
  await expect.poll(() => bo.pen.text).toBe('First. ');
  await bo.types(sentence, undefined, 80);
  await expect.poll(async () => (await bo.waits(400), bo.pen.saveState)).toBe('saved');
  expect(bo.commands()).toBeLessThan(sentence.length / 3);
  const pieces = () => Object.keys(noteOf(room.host, room.activity)?.pieces ?? {}).length;
  expect(pieces()).toBeGreaterThan(40);
  const before = noteOf(room.host, room.activity)?.body;
  await bo.waits(5_000);
  await expect.poll(pieces).toBeLessThan(6);
  expect(noteOf(room.host, room.activity)?.body).toBe(before);
  await bo.types('End.');
  await expect.poll(async () => (await bo.waits(400), noteOf(room.host, room.activity)?.body)).toBe(`${before} End.`);
});

test('a long paste goes out in pieces, whole and in its order', async () => {
  const room = await table();
  const bo = scribe(room, phone('bo'), 'bo');
  const sheet = Array.from({ length: 3_000 }, (_, nth) => `Zeile ${nth} 🌱`).join(' ');
  bo.pen.type(sheet, sheet.length);
  await expect.poll(async () => (await bo.waits(400), bo.pen.saveState)).toBe('saved');
  expect(noteOf(room.host, room.activity)?.body).toBe(sheet);
});

test('whoever withdraws takes their words out of a note, and the others’ stay', async () => {
  const room = await table();
  const bo = scribe(room, phone('bo'), 'bo');
  const chidi = scribe(room, phone('chidi'), 'chidi');
  await bo.types('Call 555-0137. ');
  await expect.poll(async () => (await bo.waits(400), chidi.pen.text)).toBe('Call 555-0137. ');
  await chidi.types('Bring bread.');
  await expect.poll(async () => (await chidi.waits(400), bo.pen.text)).toBe('Call 555-0137. Bring bread.');
  await room.host.forget(await room.stores.vault.owned('gathering-1', 'bo'));
  expect(noteOf(room.host, room.activity)?.body).toBe('Bring bread.');
  const later = scribe(room, phone('chidi'), 'chidilater');
  later.pen.take(noteOf(room.host, room.activity)?.pieces ?? {});
  expect(later.pen.text).toBe('Bring bread.');
});

test('what others type moves no caret from its place between two letters', async () => {
  const room = await table();
  const bo = scribe(room, phone('bo'), 'bo');
  const chidi = scribe(room, phone('chidi'), 'chidi');
  await bo.types('one three');
  await expect.poll(async () => (await bo.waits(400), chidi.pen.text)).toBe('one three');
  bo.goesOffline();
  await chidi.types('two ', 4);
  await expect.poll(async () => (await chidi.waits(400), chidi.pen.saveState)).toBe('saved');
  expect(bo.pen.take(noteOf(room.host, room.activity)?.pieces ?? {}, [6, 9])).toEqual([10, 13]);
  expect(bo.pen.text).toBe('one two three');
});
