import { expect, test } from 'vitest';
import { arrivalAt, arrivalQuery } from './arrival.ts';

const at = (search: string) => arrivalAt(new URL(`http://192.168.1.20:3000/123456${search}`));

test('whoever scans the code of table 7 comes in there, through every redirect', () => {
  expect(at('?table=7')).toEqual({ table: '7' });
  expect(at(arrivalQuery(at('?table=7')))).toEqual({ table: '7' });
});

test('whoever comes by the code alone, or by an address somebody tampered with, comes in as everybody does', () => {
  for (const search of ['', '?table=', '?table=0', '?table=12345', '?table=7%2F..', '?table=<b>']) {
    expect(at(search)).toBeNull();
    expect(arrivalQuery(at(search))).toBe('');
  }
});
