import { expect, test } from 'vitest';
import { svg } from '#harvest/chart.ts';
import { harvest } from '#words/index.ts';
import { edition, working } from '../../tests/support/editions.ts';
import { chartPng } from './chart-png.ts';

const drawing = (poles: [string, string]) => svg({ ...working, poles }, working.rounds[0]!, harvest, edition());

test('a drawing is a PNG of twice its width, and its words are in it', () => {
  const [said, silent] = [drawing(['Peer to peer', 'حديقة']), drawing(['.', '.'])].map((one) => chartPng(one)!);
  const view = new DataView(said!.buffer);
  expect([...said!.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(view.getUint32(16)).toBe(2160);
  expect(view.getUint32(20)).toBeGreaterThan(600);
  // The same bars: only words can make it longer.
  expect(said!.length).toBeGreaterThan(silent!.length + 500);
});
