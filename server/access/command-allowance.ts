import { refuse } from '#contract/method.ts';
import type { Ballots, Gatherings } from '../page-api.ts';
import type { Pass } from './identity.ts';
import { TokenBucket } from './token-bucket.ts';

/**
 * How many commands one person may send: 20 at once and four a second after that, over the live connection, in forms,
 * with photos and for tickets together. That is fast enough for a thumb and too slow for a flood. It is never counted
 * by address: all phones of a hall share one.
 */
export const createCommandAllowance = (): TokenBucket => new TokenBucket(20, 4);

/** A role link has no person: all forms of one role in one gathering share an allowance. */
const payerOf = ({ gathering, role, person }: Pass): string => person ?? `${role} of ${gathering}`;

/** Counts each form as one command of the live connection. */
export const limitForms = (allowance: TokenBucket, gatherings: Gatherings): Gatherings => ({
  ...gatherings,
  say: async (pass, form) => (allowance.take(payerOf(pass)) ? gatherings.say(pass, form) : { later: 'too-fast' })
});

export const limitTickets = (allowance: TokenBucket, ballots: Ballots): Ballots => ({
  ...ballots,
  sign: async (pass, draw) => (allowance.take(payerOf(pass)) ? ballots.sign(pass, draw) : refuse('too-fast'))
});
