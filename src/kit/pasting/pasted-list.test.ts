import { expect, it } from 'vitest';
import { pointsOf } from './pasted-list.ts';

const told = (pasted: string) => pointsOf(pasted).map(({ text, level }) => `${'> '.repeat(level)}${text}`);

it('a numbered list of a fishbowl is nested as it stands on the paper', () => {
  const pasted = [
    '    1. Michel Bauwens',
    '      1. Open Value Accounting – acknowledging the value of contributions – peer reviewed',
    '      2. Mutual Aid Networks',
    '      4. Fair Coop',
    '        1. open contribution to the community and worker share',
    '      6. Open Communities',
    '    2. Ben Galewski',
    '      1. Governance – leadership is scarce, financial resources are not. We need people with intention'
  ];
  expect(told(pasted.join('\n'))).toEqual([
    'Michel Bauwens',
    '> Open Value Accounting – acknowledging the value of contributions – peer reviewed',
    '> Mutual Aid Networks',
    '> Fair Coop',
    '> > open contribution to the community and worker share',
    '> Open Communities',
    'Ben Galewski',
    '> Governance – leadership is scarce, financial resources are not. We need people with intention'
  ]);
});

it('of a list with blank lines, lines that were folded are one point, and bullets stand under what they are of', () => {
  const pasted = `Episcopal Church – sharing time
and efforts with surrounding

Gift Circles


Tools for change:

  • open minds
  • transform a culture of violence by teaching children nonviolent practices
  • short and medium term goals
    • reinstitute the public schools that were closed

Gem: people have the same needs and can be helpful
if you just let your voice be heard
`;
  expect(told(pasted)).toEqual([
    'Episcopal Church – sharing time and efforts with surrounding',
    'Gift Circles',
    'Tools for change:',
    '> open minds',
    '> transform a culture of violence by teaching children nonviolent practices',
    '> short and medium term goals',
    '> > reinstitute the public schools that were closed',
    'Gem: people have the same needs and can be helpful if you just let your voice be heard'
  ]);
});

it('plain lines are a point each, whatever ends them, and a bullet goes on in a line further in', () => {
  expect(told('Block parties\r\nsnow plowing\rpot lucks')).toEqual(['Block parties', 'snow plowing', 'pot lucks']);
  expect(told('- time bank\n  of the river quarter\n\t- Chicago Time Exchange')).toEqual([
    'time bank of the river quarter',
    '> Chicago Time Exchange'
  ]);
  expect(told('1) one\n2) two\n1.1 under')).toEqual(['one', 'two', 'under']);
});

it('what only looks like a bullet stays a word: a year, a minus, a dash inside', () => {
  expect(told('2015 was a good year\n-5 degrees\nwell-being – for all')).toEqual([
    '2015 was a good year',
    '-5 degrees',
    'well-being – for all'
  ]);
});
