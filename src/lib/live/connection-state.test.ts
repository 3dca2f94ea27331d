import { expect, test } from 'vitest';
import { statusOf, type ConnectionState } from './connection-state.ts';

const live: ConnectionState = { state: 'live', waiting: 0, sinceMs: 0, held: null, refused: null, gone: null };
const away = (link: Partial<ConnectionState> = {}): ConnectionState => ({ ...live, state: 'away', ...link });

test('a connection that blinks is not worth a word', () => {
  expect(statusOf(away(), 1_499)).toBe('ready');
  expect(statusOf(away({ waiting: 1 }), 1_499)).toBe('sending');
});

test('what lasts longer is said, first calmly, then plainly', () => {
  expect(statusOf(away(), 1_500)).toBe('reconnecting');
  expect(statusOf(away({ waiting: 2 }), 9_999)).toBe('reconnecting');
  expect(statusOf(away({ waiting: 2 }), 10_000)).toBe('offline');
});

test('a page that never gets in says that it is offline, too', () => {
  expect(statusOf({ ...live, state: 'arriving' }, 100)).toBe('arriving');
  expect(statusOf({ ...live, state: 'arriving' }, 10_000)).toBe('offline');
});

test('a no stays on the screen until something else is said', () => {
  expect(statusOf({ ...live, refused: { refused: 'line-is-locked' } }, 90_000)).toBe('refused');
  expect(statusOf({ ...live, waiting: 1, refused: { refused: 'line-is-locked' } }, 90_000)).toBe('sending');
});

test('a closed door outweighs everything', () => {
  expect(statusOf(away({ gone: { refused: 'link-ended' }, waiting: 3 }), 90_000)).toBe('gone');
});
