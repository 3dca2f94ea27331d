import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { chimes as words } from '#words/index.ts';
import '../../../app.css';
import Bells from './Bells.svelte';
import { LOUDEST, strike } from './bell.ts';
import { Chimes } from './chimes.svelte.ts';
import { BELLS, type Bell } from './times.ts';

const RATE_HZ = 22_050;
const AT = 1_800_000_000_000;
let ends: (() => void)[] = [];
let started: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  localStorage.clear();
  started = vi.spyOn(AudioScheduledSourceNode.prototype, 'start');
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  started.mockRestore();
});

/** As a page has them, with their switch. */
async function bells(surface: 'board' | 'console' = 'console') {
  const chimes = new Chimes(surface);
  ends.push(chimes.start());
  await render(Bells, { chimes });
  return chimes;
}
const knob = () => page.getByRole('switch', { name: words.label });

describe('chimes', () => {
  test('WC36 are off until somebody switches them on, and nothing sounds while they are', async () => {
    const chimes = await bells();
    await expect.element(knob()).not.toBeChecked();
    for (const { bell } of BELLS) chimes.ring({ bell, at: AT });
    await userEvent.click(document.body);
    expect(started).not.toHaveBeenCalled();
  });

  test('WC36 are heard once when they are switched on, so that one knows they are loud enough', async () => {
    const chimes = await bells();
    await knob().click();
    await expect.element(knob()).toBeChecked();
    expect(started).toHaveBeenCalled();
    await expect.poll(() => chimes.waits).toBe(false);
    const before = started.mock.calls.length;
    await knob().click();
    chimes.ring({ bell: 'end', at: AT });
    expect(started.mock.calls).toHaveLength(before);
  });

  test('WC36 are remembered on this device, for each surface by itself', async () => {
    await bells();
    await knob().click();
    const [again, wall] = [new Chimes('console'), new Chimes('board')];
    ends.push(again.start(), wall.start());
    expect([again.on, wall.on]).toEqual([true, false]);
  });

  test('WC36 ring once for one moment, also in another window and after the page was loaded again', async () => {
    const chimes = await bells();
    await knob().click();
    await expect.poll(() => chimes.waits).toBe(false);
    const again = new Chimes('console');
    ends.push(again.start());
    await userEvent.keyboard('{Shift}');
    await expect.poll(() => again.waits).toBe(false);
    started.mockClear();
    chimes.ring({ bell: 'five', at: AT });
    const once = started.mock.calls.length;
    expect(once).toBeGreaterThan(0);
    chimes.ring({ bell: 'five', at: AT });
    again.ring({ bell: 'five', at: AT });
    expect(started.mock.calls).toHaveLength(once);
    again.ring({ bell: 'two', at: AT + 180_000 });
    expect(started.mock.calls.length).toBeGreaterThan(once);
  });

  test('WC36 can be rung by hand on this machine, on or off', async () => {
    await bells();
    await page.getByRole('button', { name: words.ring }).click();
    expect(started).toHaveBeenCalled();
    await expect.element(knob()).not.toBeChecked();
  });
});

/** What a bell sounds like, sample by sample. */
async function sound(bell: Bell): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 3 * RATE_HZ, RATE_HZ);
  strike(context, bell, 0);
  return (await context.startRendering()).getChannelData(0);
}
const loudest = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const lastsS = (samples: Float32Array) => samples.findLastIndex((sample) => Math.abs(sample) > 0.0005) / RATE_HZ;

describe('the bells', () => {
  test.each(BELLS)(
    'WC36 $bell is soft, begins without a crack, and has died away after two seconds',
    async ({ bell }) => {
      const samples = await sound(bell);
      expect(loudest(samples)).toBeGreaterThan(0.08);
      expect(loudest(samples)).toBeLessThanOrEqual(LOUDEST);
      expect(loudest(samples.subarray(0, RATE_HZ / 1000))).toBeLessThan(0.03);
      expect(lastsS(samples)).toBeGreaterThan(0.9);
      expect(lastsS(samples)).toBeLessThan(2.1);
    }
  );

  test('WC36 are told apart by how often they are struck', async () => {
    const lengths = await Promise.all(BELLS.map(async ({ bell }) => lastsS(await sound(bell))));
    expect(lengths[1]).toBeGreaterThan((lengths[0] ?? 0) + 0.2);
    expect(lengths[2]).toBeGreaterThan((lengths[1] ?? 0) + 0.2);
  });
});
