import { expect, it } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { createTextReferences } from './text-references.ts';

/** Pieces that are letters, and come to a word in the order of the alphabet. */
const merged = (pieces: readonly string[]) => [...pieces].sort().join('');

async function written() {
  const { log, vault } = openMemory();
  const batch = { id: 'b', events: [{ activity: 'a', type: 'T', v: 1, at: 0, data: {} }], receipts: [] };
  const texts = [
    { id: '1', owner: 'bo', words: 'c' },
    { id: '2', owner: 'chidi', words: 'a' },
    { id: '3', owner: 'bo', words: 'b' }
  ];
  await log.append('tea', 0, batch, texts);
  return { vault, words: createTextReferences(vault, 'tea', merged) };
}
const note = (...writing: string[]) => ({ note: { writing } });

it('shows what several wrote as one text, learned from the vault when it was written elsewhere', async () => {
  const { words } = await written();
  await words.preload(note('1', '2', '3'));
  expect(words.in(note('1', '2', '3'))).toEqual({ note: 'abc' });
  words.remember([{ id: '4', owner: null, words: 'd' }]);
  expect(words.in(note('1', '2', '3', '4'))).toEqual({ note: 'abcd' });
  expect(words.in(note())).toEqual({ note: '' });
});

it('leaves out the pieces of whoever withdrew theirs, and says null when nobody’s are left', async () => {
  const { vault, words } = await written();
  await words.preload(note('1', '2', '3'));
  expect(words.in(note('1', '2', '3'))).toEqual({ note: 'abc' });
  await vault.forget('tea', await vault.owned('tea', 'bo'));
  await words.forget([], note('1', '2', '3'));
  expect(words.in({ ...note('1', '2', '3'), mine: { writing: ['1', '3'] } })).toEqual({ note: 'a', mine: null });
});

it('shows every other text while some are forgotten, and what comes meanwhile afterwards', async () => {
  const { vault } = await written();
  let answers: () => void = () => {};
  const waits = new Promise<void>((resolve) => (answers = resolve));
  const slow = {
    ...vault,
    get: async (stream: string, ids: readonly string[]) => (await waits, vault.get(stream, ids))
  };
  const at = createTextReferences(slow, 'tea', merged);
  const all = { one: { text: '1' }, two: { text: '2' }, late: { text: '9' } };
  for (const id of ['1', '2']) at.remember([{ id, owner: null, words: `words ${id}` }]);
  const forgetting = at.forget(['1'], all);
  expect(at.in(all)).toEqual({ one: null, two: 'words 2', late: null });
  at.remember([{ id: '9', owner: null, words: 'meanwhile' }]);
  await vault.forget('tea', ['1']);
  answers();
  await forgetting;
  expect(at.in(all)).toEqual({ one: null, two: 'a', late: 'meanwhile' });
});

it('goes on with what it has where the vault cannot be asked', async () => {
  const { vault } = await written();
  const away = { ...vault, get: () => Promise.reject(new Error('storage-away')) };
  const at = createTextReferences(away, 'tea', merged);
  for (const id of ['1', '2']) at.remember([{ id, owner: null, words: `words ${id}` }]);
  await expect(at.forget(['1'], {})).rejects.toThrow('storage-away');
  expect(at.in([{ text: '1' }, { text: '2' }])).toEqual([null, 'words 2']);
});
