import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facilitator, given, phone } from '#contract/testing/given.ts';
import { VOTE_KINDS } from './limits.ts';
import type { Marks } from './state.ts';
import { choosing } from './testing/choosing.ts';
import type { VoteView } from './views.ts';

const PEOPLE = ['ana', 'bo', 'cy', 'dee'];
const OPTIONS = ['a', 'b', 'c', 'd'];
const CHANNELS = ['all', 'board', 'console', 'person:stranger'];

const marks = fc.dictionary(fc.constantFrom(...OPTIONS), fc.integer({ min: 1, max: 2 }), { minKeys: 1 });
const votes = fc.record(Object.fromEntries(PEOPLE.map((person) => [person, marks])));
const kind = fc.constantFrom(...VOTE_KINDS);
/** Approval takes one for each. */
const fitting = (kind: string, given: Marks): Marks =>
  kind === 'approval' ? Object.fromEntries(Object.keys(given).map((option) => [option, 1])) : given;

function voted(kind: string, votes: Record<string, Marks>) {
  const cast = Object.fromEntries([...PEOPLE, 'stranger'].map((person) => [person, {}]));
  const scene = given(choosing, { options: OPTIONS }, cast);
  scene.and(facilitator, 'openVote', { kind, dots: 8, stack: true, most: 5 });
  for (const [person, given] of Object.entries(votes))
    scene.and(phone(person), 'vote', { votes: fitting(kind, given) });
  return scene;
}

test('KV6 KV7 before a vote is closed, nothing that anybody else gets depends on what people gave', () => {
  fc.assert(
    fc.property(kind, votes, votes, (kind, one, other) => {
      const [here, there] = [voted(kind, one), voted(kind, other)];
      for (const channel of CHANNELS)
        expect(JSON.stringify(here.see(channel))).toBe(JSON.stringify(there.see(channel)));
    }),
    { numRuns: 60 }
  );
});

test('KV7 after it, what others get does not change when two people swap what they gave', () => {
  fc.assert(
    fc.property(kind, votes, (kind, votes) => {
      const swapped = { ...votes, ana: votes['bo'] ?? {}, bo: votes['ana'] ?? {} };
      const [here, there] = [votes, swapped].map((each) => voted(kind, each).and(facilitator, 'closeVote', {}));
      for (const channel of CHANNELS)
        expect(JSON.stringify(here?.see(channel))).toBe(JSON.stringify(there?.see(channel)));
    }),
    { numRuns: 60 }
  );
});

test('KV10 all options that are level with another one are named, and no other', () => {
  fc.assert(
    fc.property(kind, votes, (kind, votes) => {
      const { vote } = voted(kind, votes).and(facilitator, 'closeVote', {}).see('board') as { vote: VoteView };
      const totals = vote.totals ?? {};
      const level = (option: string) =>
        OPTIONS.some((other) => other !== option && totals[other]?.place === totals[option]?.place);
      const expected = OPTIONS.filter((option) => (totals[option]?.voters ?? 0) > 0 && level(option));
      expect(vote.ties?.flat().toSorted()).toEqual(expected);
    }),
    { numRuns: 60 }
  );
});
