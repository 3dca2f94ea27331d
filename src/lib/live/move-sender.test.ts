import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeMove } from '#wire/motion-frames.ts';
import { MoveSender } from './move-sender.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function created() {
  const sent: (number | undefined)[] = [];
  const ports = {
    send: (bytes: Uint8Array) => void sent.push(decodeMove(bytes)?.x),
    now: () => performance.now(),
    after(ms: number, then: () => void) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    }
  };
  return { sent, sender: new MoveSender(ports) };
}

test('a finger that moves sixty times a second is told ten times, and where it came to rest', () => {
  const { sent, sender: bos } = created();
  for (let x = 0; x < 60; x += 1) {
    bos.move({ topic: 1, x });
    vi.advanceTimersByTime(1000 / 60);
  }
  vi.advanceTimersByTime(1000);
  expect(sent.length).toBeGreaterThanOrEqual(10);
  expect(sent.length).toBeLessThanOrEqual(11);
  expect([sent[0], sent.at(-1)]).toEqual([0, 59]);
});

test('a single touch is told at once', () => {
  const { sent, sender: bos } = created();
  bos.move({ topic: 1, x: 5 });
  expect(sent).toEqual([5]);
});

test('what was not told before the finger lifts is never told', () => {
  const { sent, sender: bos } = created();
  bos.move({ topic: 1, x: 1 });
  bos.move({ topic: 1, x: 2 });
  bos.lift();
  vi.advanceTimersByTime(1000);
  expect(sent).toEqual([1]);
});
