import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Doc, Patch } from '#wire/messages.ts';
import { patch } from '#wire/patch.ts';
import { openChannel } from './channel.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const doc = (count: number): Doc => ({ gathering: { count }, activities: {} });

function seen(paceMs = 100) {
  const sent: Patch[] = [];
  const faults: unknown[] = [];
  const at = { version: 1, doc: doc(0), throws: false };
  const look = () => {
    if (at.throws) throw new Error('a view that cannot');
    return { version: at.version, doc: at.doc };
  };
  const channel = openChannel(
    'board',
    { look, send: (each) => sent.push(each), report: (error) => faults.push(error) },
    paceMs
  );
  const happens = (count: number) => {
    at.version += 1;
    at.doc = doc(count);
    channel.touch();
  };
  return { channel, sent, faults, at, happens };
}

test('a quiet channel is told at once', () => {
  const { sent, happens } = seen();
  happens(1);
  expect(sent).toEqual([{ channel: 'board', from: 1, to: 2, changes: [[['gathering', 'count'], 1]] }]);
});

test('a busy channel is told once for many changes', () => {
  const { sent, happens } = seen();
  for (const count of [1, 2, 3, 4]) happens(count);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(sent.slice(1)).toEqual([{ channel: 'board', from: 2, to: 5, changes: [[['gathering', 'count'], 4]] }]);
});

test('a touch that changed nothing is not sent', () => {
  const { sent, at, channel } = seen();
  at.version = 9;
  channel.touch();
  expect(sent).toEqual([]);
  expect(channel.view().version).toBe(1);
});

test('a view that throws is reported, and told when it can be again', () => {
  const { sent, faults, at, happens, channel } = seen();
  at.throws = true;
  happens(1);
  expect([faults.length, sent.length]).toEqual([1, 0]);
  at.throws = false;
  channel.touch();
  vi.advanceTimersByTime(100);
  expect(sent).toMatchObject([{ from: 1, to: 2 }]);
});

test('whoever comes at any moment has what the next patch starts from', () => {
  const step = fc.oneof(
    fc.record({ wait: fc.nat(300) }),
    fc.record({ count: fc.nat(9) }),
    fc.constant('come' as const)
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { channel, sent, at, happens } = seen();
      const pages: { version: number; doc: Doc; read: number }[] = [];
      const deliver = () => {
        for (const page of pages) {
          for (const each of sent.slice(page.read)) {
            expect(each.from).toBe(page.version);
            patch(page.doc, each.changes);
            page.version = each.to;
          }
          page.read = sent.length;
        }
      };
      for (const each of steps) {
        if (each === 'come') {
          const { version, json } = channel.view();
          pages.push({ version, doc: JSON.parse(json) as Doc, read: sent.length });
        } else if ('wait' in each) vi.advanceTimersByTime(each.wait);
        else happens(each.count);
        deliver();
      }
      vi.advanceTimersByTime(1000);
      deliver();
      for (const page of pages) expect(page.doc).toEqual(at.doc);
      channel.close();
    })
  );
});
