import { expect, it } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, device, fishbowlBlock, open, phone, spectrogramBlock } from '../../tests/support/test-host.ts';

it('what is prepared is on no phone and on no wall, until it is on', async () => {
  const host = await open(openMemory());
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await device(() => host, phone('bo'))('join', { name: 'Bo', rehearsed: false });
  await console('addBlock', spectrogramBlock());
  await console('addBlock', fishbowlBlock());
  const [line, bowl] = Object.keys(host.ledger().gathering.agenda);
  const shown = (channel: string) => Object.keys(host.view(channel).activities);

  expect(shown('console')).toEqual([line, bowl]);
  for (const channel of ['all', 'board', 'scribes']) expect(shown(channel), channel).toEqual([]);
  await console('turnTo', { activity: line, from: null });
  for (const channel of ['all', 'board']) expect(shown(channel), channel).toEqual([line]);
  await console('turnTo', { activity: null, from: line });
  for (const channel of ['all', 'board']) expect(shown(channel), channel).toEqual([]);
});

it('phones are told where names will be shown as soon as the agenda shows them elsewhere', async () => {
  const host = await open(openMemory());
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  const told: unknown[] = [];
  host.watch(({ channels }) => channels.has('all') && told.push(host.view('all').names?.board));
  await console('addBlock', { ...spectrogramBlock(), title: 'A line' });
  await console('addBlock', { ...fishbowlBlock({ exposure: 'L2' }), title: 'A circle' });
  const [, circle = ''] = Object.keys(host.ledger().gathering.agenda);
  await console('titleBlock', { activity: circle, title: 'The circle' });
  await console('setExposure', { to: 'L1' }, circle);
  await console('removeBlock', { activity: circle });
  expect(told).toEqual([[], ['A circle'], ['The circle'], [], []]);
  expect(host.view('board').names).toBeUndefined();
});
