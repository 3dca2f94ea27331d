import { expect, test } from 'vitest';
import { mistakenFor } from './lookalike-names.ts';

test.each([
  [
    'Maria',
    [
      'Мaria',
      'МАRIА',
      'Mаriа',
      'Μaria',
      'Mαria',
      'Marιa',
      'Mar\u0456a',
      'ᴍᴀʀɪᴀ',
      '𝓜𝓪𝓻𝓲𝓪',
      'Mar\u200Bia',
      'Marla',
      'Mar1a'
    ]
  ],
  ['Ian Bo', ['lan Bo', 'Іan Во', '1an  B0', 'Ι\u0251n Βο']],
  ['Kosta', ['Коѕtа', 'Κοstα', 'ΚΟSΤΑ']],
  ['Zoë', ['Zоё', 'Zo\u0065\u0308']],
  ['Arno', ['Amo', 'Аrпо']],
  ['Μαρία', ['Mαρία', 'ΜΑΡΊΑ', 'Mapía']],
  ['Anne-Marie O’Neil', ["Anne–Marie O'Neil"]]
])('whoever would be read as %s is taken for them', (lead, names) => {
  for (const name of names) expect(mistakenFor(lead, name), name).toBe(true);
});

test.each([
  ['Maria', ['Мария', 'Marja', 'Marie', 'María', 'Mario', 'Ana Maria']],
  ['Ivan', ['Иван', 'Evan', 'Iwan']],
  ['Ana', ['Ann', 'Anna', 'Ada', 'أنا']],
  ['李娜', ['李那', '李']]
])('whoever would not is not', (lead, names) => {
  for (const name of names) expect(mistakenFor(lead, name), name).toBe(false);
});
