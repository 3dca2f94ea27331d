import { expect, test } from 'vitest';
import { cutInTwo } from './cut-in-two.ts';

const said = 'We need seeds. The buses should run at night. And so on.';

test('HD9 a note is cut before the word of the cursor', () => {
  expect(cutInTwo('Seeds for all and buses at night', 20)).toEqual(['Seeds for all and', 'buses at night']);
  expect(cutInTwo('Seeds for all and buses at night', 18)).toEqual(['Seeds for all and', 'buses at night']);
});

test('HD9 where the cursor says nothing, it is cut at the sentence nearest the middle', () => {
  for (const cursor of [0, 1, said.length])
    expect(cutInTwo(said, cursor)).toEqual(['We need seeds.', 'The buses should run at night. And so on.']);
});

test('HD9 one sentence is cut at a word, and one word is not cut', () => {
  expect(cutInTwo('Seeds and buses', 0)).toEqual(['Seeds', 'and buses']);
  expect(cutInTwo('Seeds', 0)).toEqual(['Seeds', '']);
  expect(cutInTwo('種と夜のバス', 2)).toEqual(['種と', '夜のバス']);
});
