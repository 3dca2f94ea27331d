import { describe, expect, test } from 'vitest';
import { needsVisit, silentMinutes } from './table-status.ts';
import { quietCafe, T0, tableWith } from '../../testing/console-view.ts';

const MINUTE_MS = 60_000;
const talking = { ...quietCafe, stage: 'talking' as const, startedAt: T0 };
const two = tableWith(1, { ana: true, bo: true }, { host: 'ana' });

describe('a silent table', () => {
  test('is told after eight minutes without a note, and again after the last one', () => {
    expect(silentMinutes(talking, two, T0 + 8 * MINUTE_MS - 1)).toBeNull();
    expect(silentMinutes(talking, two, T0 + 9.5 * MINUTE_MS)).toBe(9);
    const written = { ...two, lastNote: T0 + 5 * MINUTE_MS };
    expect(silentMinutes(talking, written, T0 + 9.5 * MINUTE_MS)).toBeNull();
    expect(silentMinutes(talking, written, T0 + 13 * MINUTE_MS)).toBe(8);
  });

  test('is not told where nobody sits, nor while people look for their tables', () => {
    expect(silentMinutes(talking, tableWith(1, {}), T0 + 20 * MINUTE_MS)).toBeNull();
    expect(silentMinutes({ ...talking, stage: 'finding' }, two, T0 + 20 * MINUTE_MS)).toBeNull();
  });

  test('a table that called or has no host is to be visited at once, where hosts there are', () => {
    expect(needsVisit(talking, two, T0)).toBe(false);
    expect(needsVisit(talking, { ...two, needs: 'chair' }, T0)).toBe(true);
    expect(needsVisit(talking, { ...two, host: null }, T0)).toBe(true);
    expect(needsVisit({ ...talking, hosts: 'none' }, { ...two, host: null }, T0)).toBe(false);
  });
});
