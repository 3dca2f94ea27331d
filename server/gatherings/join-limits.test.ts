import { expect, test } from 'vitest';
import { createJoining, type Joining } from './join-limits.ts';

/** Time that a test moves on, and how long people were made to wait, in milliseconds. */
function door(exempt: (network: string) => boolean = () => false) {
  let now = 0;
  const waited: number[] = [];
  const joining = createJoining(exempt, { now: () => now, pause: async (ms) => waited.push(ms) });
  return { joining, waited, passes: (ms: number) => (now += ms) };
}

const comes = (joining: Joining, network: string, browser: string | null = null) =>
  joining.wait({ gathering: 'tea', network, browser });

test('500 phones behind one address come in within a second, every tenth of them twice, and nobody waits', async () => {
  const { joining, waited } = door();
  const all = Array.from({ length: 550 }, (_, phone) => comes(joining, 'hall', `phone ${phone % 500}`));
  expect(new Set(await Promise.all(all))).toEqual(new Set([null]));
  expect(waited).toEqual([]);
});

test('one device that keeps no cookies is no more than 2,400 people in an hour', async () => {
  const { joining, passes } = door();
  let people = 0;
  for (let second = 0; second < 3600; second += 1, passes(1000))
    for (let again = 0; again < 3; again += 1) if ((await comes(joining, 'stranger')) === null) people += 1;
  expect(people).toBeGreaterThanOrEqual(600);
  expect(people).toBeLessThanOrEqual(600 + 1800 + 5);
  const next = await Promise.all(Array.from({ length: 8 }, () => comes(joining, 'stranger')));
  expect(next.at(-1)).toEqual({ refused: 'door-busy' });
  expect(await comes(joining, 'hall')).toBeNull();
});

test('one browser brings three people, in each gathering anew', async () => {
  const { joining } = door();
  const own = Array.from({ length: 4 }, () => comes(joining, 'hall', 'one phone'));
  expect(await Promise.all(own)).toEqual([null, null, null, { refused: 'joined-often' }]);
  const elsewhere = { gathering: 'soup', network: 'hall', browser: 'one phone' };
  expect(await joining.wait(elsewhere)).toBeNull();
});

test('a machine that nobody else can look like brings as many as it likes', async () => {
  const { joining } = door((network) => network === 'here');
  for (let person = 0; person < 2000; person += 1) expect(await comes(joining, 'here')).toBeNull();
});
