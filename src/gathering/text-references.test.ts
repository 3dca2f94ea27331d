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
  words.forget();
  await words.preload(note('1', '2', '3'));
  expect(words.in({ ...note('1', '2', '3'), mine: { writing: ['1', '3'] } })).toEqual({ note: 'a', mine: null });
});
