import { expect, it } from 'vitest';
import { comparableName, namesOf } from './names-of.ts';
import { words } from '../words/people.ts';

const called = (...names: (string | null)[]) => {
  const people = Object.fromEntries(names.map((name, index) => [`p${index}`, { name, order: index + 1 }]));
  return names.map((_name, index) => namesOf(people)(`p${index}`));
};

it('two called Maria are told apart by who came first', () => {
  expect(called('Maria', 'Bo', 'Maria', 'maria ', 'Maria')).toEqual([
    'Maria',
    'Bo',
    'Maria · 2nd',
    'maria  · 3rd',
    'Maria · 4th'
  ]);
});

it('whoever looks the same is told apart, too: by case, by how a letter was typed, by what does not show', () => {
  for (const twin of ['MARIA', 'Ｍaria', 'Mari\u200Da', ' Maria', 'Maria\u200F'])
    expect(comparableName(twin)).toBe('maria');
  expect(called('Zoë', 'Zoe\u0308')[1]).toBe('Zoe\u0308 · 2nd');
  expect(comparableName('Marja')).not.toBe(comparableName('Maria'));
});

it('a guest without a name has a number of their own', () => {
  expect(called(null, null)).toEqual([words.guest(1), words.guest(2)]);
});
