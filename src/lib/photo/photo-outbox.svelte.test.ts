import { clear, createStore } from 'idb-keyval';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '#wire/messages.ts';
import { PhotoOutbox } from './photo-outbox.svelte.ts';
import type { PhotoSay } from './send-photo.ts';
import { eventually } from '../../../tests/support/until.ts';

const DONE: Answer = { version: 1 };
const AWAY: Answer = { later: 'storage-away' };
const sheet = (device: string): PhotoSay => ({
  gathering: 'library',
  activity: 'cafe',
  command: 'addPhoto',
  input: { note: device },
  device
});
const picture = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' });

/** A server that is out of reach until it is not. */
function house(...answers: Answer[]) {
  const heard: string[] = [];
  const send = async ({ device }: PhotoSay): Promise<Answer> => {
    heard.push(device);
    return answers.shift() ?? DONE;
  };
  return { heard, send };
}

const open: PhotoOutbox[] = [];
const outbox = (send: (said: PhotoSay, photo: Blob) => Promise<Answer>, owner = 'library ana') => {
  open.push(new PhotoOutbox(owner, send));
  return open.at(-1) as PhotoOutbox;
};

beforeEach(() => clear(createStore('plenary-photos', 'waiting')));
afterEach(() => {
  for (const one of open.splice(0)) one.stop();
});

test('a photo is tried again until the server has decided, and counts as waiting until then', async () => {
  const { heard, send } = house(AWAY);
  const photos = outbox(send);
  await photos.start();
  const answer = photos.say(sheet('one'), picture);
  await eventually(() => expect(heard).toEqual(['one']));
  expect(photos.waiting).toBe(1);
  window.dispatchEvent(new Event('online'));
  expect(await answer).toEqual(DONE);
  expect(heard).toEqual(['one', 'one']);
  expect(photos.waiting).toBe(0);
});

test('what a page could not send the next page sends, with the same name, and then nobody does', async () => {
  const first = house(AWAY, AWAY);
  const closed = outbox(first.send);
  await closed.start();
  void closed.say(sheet('one'), picture);
  void closed.say(sheet('two'), picture);
  await eventually(() => expect(closed.waiting).toBe(2));
  closed.stop();

  const second = house();
  const photos = outbox(second.send);
  await photos.start();
  await eventually(() => expect(photos.waiting).toBe(0));
  expect(second.heard).toEqual(['one', 'two']);

  const third = house();
  await outbox(third.send).start();
  expect(third.heard).toEqual([]);
});

test('somebody else on the same browser sends nothing of it', async () => {
  const ana = outbox(house(AWAY).send);
  await ana.start();
  void ana.say(sheet('one'), picture);
  await eventually(() => expect(ana.waiting).toBe(1));
  ana.stop();
  const { heard, send } = house();
  const bo = outbox(send, 'library bo');
  await bo.start();
  expect([heard, bo.waiting]).toEqual([[], 0]);
});

test('a photo that is not taken says why, and the next one is sent', async () => {
  const photos = outbox(house({ refused: 'table-unknown' }).send);
  await photos.start();
  expect(await photos.say(sheet('one'), picture)).toEqual({ refused: 'table-unknown' });
  expect(photos.refused).toEqual({ refused: 'table-unknown' });
  expect(await photos.say(sheet('two'), picture)).toEqual(DONE);
  expect(photos.refused).toBeNull();
});
