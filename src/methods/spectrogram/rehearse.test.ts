import { expect, test } from 'vitest';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { facilitator, given, phone } from '#contract/testing/given.ts';
import { react } from './rehearse.ts';
import { spectrogram } from './spectrogram.ts';
import type { AllSeen } from './views/all.ts';
import type { BoardView } from './views/board.ts';
import type { PersonSeen } from './views/person.ts';

const words = { text: 'Said', poleA: 'yes', poleB: 'no', middle: null, kind: 'opinion', way: 'blind' };
const names = Array.from({ length: 90 }, (_, index) => `person-${index}`);

function rehearsal() {
  const { next } = createSeededRandom(7);
  const room = given(spectrogram, { statements: [words] }, Object.fromEntries(names.map((name) => [name, {}])));
  const statement = Object.keys(room.state.statements)[0] ?? '';
  const everybody = () =>
    names.map((name) => {
      const action = react(room.see('all') as AllSeen, room.see(`person:${name}`) as PersonSeen | null, next);
      if (action) room.and(phone(name), action.command, action.input);
      return action;
    });
  return { ...room, statement, everybody, lead: (command: string) => room.and(facilitator, command, { statement }) };
}

test('simulated people wait for the line, then think for two to twenty-five seconds', () => {
  const room = rehearsal();
  expect(room.everybody().every((action) => action === null)).toBe(true);
  room.lead('open');
  const times = room.everybody().map((action) => action?.afterMs ?? -1);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...times)).toBeLessThanOrEqual(25_000);
});

test('they all act, a few are not sure or pass, and once they see the room some move, say why or raise a hand', () => {
  const room = rehearsal();
  room.lead('open');
  room.everybody();
  const { counts } = room.see('board') as BoardView;
  expect((counts?.placed ?? 0) + (counts?.unsure ?? 0) + (counts?.passed ?? 0)).toBe(90);
  expect(counts?.unsure).toBeGreaterThan(0);
  expect(counts?.unsure).toBeLessThan(18);
  expect(counts?.passed).toBeGreaterThan(0);
  expect(counts?.passed).toBeLessThan(12);
  expect(room.everybody().every((action) => action === null)).toBe(true);
  room.lead('reveal');
  const deeds = room.everybody().flatMap((action) => action?.command ?? []);
  const times = (command: string) => deeds.filter((one) => one === command).length;
  expect(times('place')).toBeGreaterThan(5);
  expect(times('place')).toBeLessThan(40);
  for (const command of ['giveReason', 'raiseHand']) {
    expect(times(command)).toBeGreaterThan(0);
    expect(times(command)).toBeLessThan(30);
  }
  room.lead('lock');
  expect(room.everybody().every((action) => action === null)).toBe(true);
});

test('where places travel with tickets nobody is played', () => {
  const room = rehearsal();
  room.and(facilitator, 'setExposure', { to: 'L0' });
  room.lead('open');
  expect(room.everybody().every((action) => action === null)).toBe(true);
});
