import { expect, test } from 'vitest';
import { newDevice } from './ids.ts';

test('every page load has a name of its own', () => {
  const devices = Array.from({ length: 500 }, newDevice);
  expect(new Set(devices).size).toBe(500);
  for (const device of devices) expect(device).toMatch(/^[0-9a-z]{26}$/);
});
