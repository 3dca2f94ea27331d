import { expect, test } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { evening, eveningWith, HELP } from '../testing/meeting.ts';

const GARDEN = { text: 'We should garden together', poleA: 'agree', poleB: 'disagree' };
const propose = (room: ReturnType<typeof evening>, person: string, text = GARDEN.text) =>
  room.when(phone(person), 'propose', { ...GARDEN, text });
const waiting = (room: ReturnType<typeof evening>) => Object.entries(room.console().proposals.waiting);

test('SP35 people propose statements while those who lead take them', () => {
  const room = evening();
  expect(room.all().proposals).toBe(false);
  expect(propose(room, 'ana')).toEqual({ refused: 'no-proposals-now' });
  room.and(facilitator, 'setProposals', { on: true });
  expect(room.when(facilitator, 'setProposals', { on: true })).toEqual({ refused: 'already-so' });
  expect(room.all().proposals).toBe(true);
  propose(room, 'ana');
  expect(waiting(room)).toMatchObject(
    [['', { text: { text: GARDEN.text }, order: 1, person: null }]].map(([, to]) => [expect.any(String), to])
  );
  expect(Object.values(room.own('ana')?.proposals ?? {})).toMatchObject([{ state: 'waiting' }]);
  expect(room.own('bo')).toBeNull();
  room.undo();
  expect(propose(room, 'bo')).toEqual({ refused: 'no-proposals-now' });
  expect(waiting(room)).toHaveLength(1);
});

test('SP35 three proposals of one person wait at most', () => {
  const room = eveningWith({ proposals: true });
  for (let one = 1; one <= 3; one += 1) propose(room, 'ana', `Number ${one}`);
  expect(propose(room, 'ana')).toEqual({ refused: 'too-many-waiting', figures: { most: 3 } });
  expect(propose(room, 'bo')).toMatchObject([{ type: 'Proposed' }]);
  room.and(facilitator, 'declineProposal', { proposal: waiting(room)[0]?.[0] });
  expect(propose(room, 'ana')).toMatchObject([{ type: 'Proposed' }]);
});

test('SP35 an accepted proposal becomes a statement where it is wanted, and its author is told', () => {
  const room = eveningWith({ proposals: true });
  propose(room, 'ana');
  const [proposal = ''] = waiting(room)[0] ?? [];
  expect(room.when(helper, 'acceptProposal', { proposal })).toEqual({ refused: 'not-yours-to-do' });
  room.and(facilitator, 'acceptProposal', { proposal, after: room.named(HELP).id });
  expect(room.named(GARDEN.text)).toMatchObject({ order: 2, stage: 'ready', way: 'blind', warmUp: false });
  expect(Object.values(room.own('ana')?.proposals ?? {})).toMatchObject([{ state: 'accepted' }]);
  expect(waiting(room)).toEqual([]);
  for (const command of ['acceptProposal', 'declineProposal'])
    expect(room.when(facilitator, command, { proposal })).toEqual({ refused: 'proposal-answered' });
  expect(room.when(facilitator, 'acceptProposal', { proposal: 'toString' })).toEqual({ refused: 'proposal-unknown' });
});

test.each(['acceptProposal', 'declineProposal'])('SP14 %s can be taken back', (command) => {
  const room = eveningWith({ proposals: true });
  propose(room, 'ana');
  const views = () => [room.all(), room.board(), room.console(), room.own('ana')];
  const before = views();
  room.and(facilitator, command, { proposal: waiting(room)[0]?.[0] });
  expect(views()).not.toEqual(before);
  room.undo();
  expect(views()).toEqual(before);
});

test('SP35 a full list takes no more, and the proposal waits', () => {
  const statements = Array.from({ length: 40 }, (_, index) => ({
    ...GARDEN,
    text: `Number ${index}`,
    middle: null,
    kind: 'opinion' as const,
    way: 'blind' as const
  }));
  const room = eveningWith({ proposals: true, statements });
  propose(room, 'ana');
  const proposal = waiting(room)[0]?.[0];
  expect(room.when(facilitator, 'acceptProposal', { proposal })).toMatchObject({ refused: 'too-many-statements' });
  expect(waiting(room)).toHaveLength(1);
});

test('SP35 those who lead see who proposes from L2 on', () => {
  const room = eveningWith({ proposals: true, exposure: 'L2' });
  propose(room, 'ana');
  expect(waiting(room)[0]?.[1].person).toBe('ana');
  expect(room.again().proposals).toBe(true);
});
