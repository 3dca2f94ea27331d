import { describe, expect, it } from 'vitest';
import { chimeBetween, LATE_MS, lookedUntil, SETTLE_MS } from './times.ts';

const MINUTE = 60_000;
const T0 = 1_800_000_000_000;

type Look = { now: number; endsAt: number };

/** The bells that ring on a page that reads the clock once a second, each with its minute. */
function heard(looks: readonly Look[]): string[] {
  let looked: number | null = null;
  return looks.flatMap(({ now, endsAt }) => {
    const due = looked === null ? null : chimeBetween(endsAt, looked, now);
    looked = lookedUntil(looked, now);
    return due ? [`${due.bell} ${((now - T0) / MINUTE).toFixed(1)}`] : [];
  });
}
/** From one minute to another, with a clock that ends when it says. */
const looks = (from: number, to: number, ends: number | ((minute: number) => number)): Look[] =>
  Array.from({ length: Math.round((to - from) * 60) }, (_, second) => {
    const minute = from + second / 60;
    return { now: T0 + minute * MINUTE, endsAt: T0 + (typeof ends === 'number' ? ends : ends(minute)) * MINUTE };
  });

describe('when a bell rings', () => {
  it('WC36 ST5 rings five and two minutes before the end, and at the end, each once', () => {
    expect(heard(looks(0, 25, 20))).toEqual(['five 15.0', 'two 18.0', 'end 20.0']);
  });

  it('WC36 leaves out what lies before the beginning of a short clock', () => {
    expect(heard(looks(0, 5, 4))).toEqual(['two 2.0', 'end 4.0']);
    expect(heard(looks(0, 2, 1))).toEqual(['end 1.0']);
    expect(heard(looks(0, 6, 5))).toEqual(['two 3.0', 'end 5.0']);
  });

  it('WC36 rings at the later end and before it when a clock is put off, and makes up for nothing', () => {
    expect(heard(looks(0, 30, (minute) => (minute < 18.5 ? 20 : 25)))).toEqual([
      'five 15.0',
      'two 18.0',
      'five 20.0',
      'two 23.0',
      'end 25.0'
    ]);
    expect(heard(looks(0, 30, (minute) => (minute < 18.5 ? 20 : 21)))).toEqual([
      'five 15.0',
      'two 18.0',
      'two 19.0',
      'end 21.0'
    ]);
  });

  it('WC36 rings again for nothing when putting off is taken back', () => {
    const ends = (minute: number) => (minute >= 18.2 && minute < 18.4 ? 25 : 20);
    expect(heard(looks(0, 22, ends))).toEqual(['five 15.0', 'two 18.0', 'end 20.0']);
  });

  it('WC36 does not ring twice when a page is loaded again, and not before it knows the time', () => {
    expect(heard(looks(15.01, 16, 20))).toEqual([]);
    const behind = [
      { now: T0 - 500, endsAt: T0 },
      { now: T0 + 400, endsAt: T0 }
    ];
    expect(heard(behind)).toEqual([]);
    expect(SETTLE_MS).toBeGreaterThan(1000);
  });

  it('WC36 does not ring twice when the time is set back a little', () => {
    const back = [-3000, 200, -800, 300, 1300].map((ms) => ({ now: T0 + ms, endsAt: T0 }));
    expect(heard(back)).toEqual(['end 0.0']);
  });

  it('WC36 is silent about what a machine slept through, but for what has only just been', () => {
    const slept = (ms: number) => [
      { now: T0 - 20 * MINUTE, endsAt: T0 },
      { now: T0 + ms, endsAt: T0 }
    ];
    expect(heard(slept(LATE_MS - 1))).toEqual(['end 0.2']);
    expect(heard(slept(LATE_MS + 1))).toEqual([]);
    expect(heard(slept(-3 * MINUTE))).toEqual([]);
  });
});
