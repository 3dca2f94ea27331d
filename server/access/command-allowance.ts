import { refuse } from '#contract/method.ts';
import type { Ballots, Gatherings } from '../api.ts';
import type { Pass } from './identity.ts';
import { TokenBucket } from './token-bucket.ts';

/**
 * What one person may say, by whatever door: 20 commands at once and four a second after that, on the live line, in
 * forms, with photos and for tickets together. Fast enough for a thumb, too slow for a flood. Never by address: a whole
 * hall comes from one.
 */
export const createCommandAllowance = (): TokenBucket => new TokenBucket(20, 4);

/** Where nobody is a person, as with a role link, all who come by forms in one role share. */
const payerOf = ({ gathering, role, person }: Pass): string => person ?? `${role} of ${gathering}`;

/** The forms of a gathering: each costs what a command on the live line does. */
export const limitForms = (allowance: TokenBucket, gatherings: Gatherings): Gatherings => ({
  ...gatherings,
  say: async (pass, form) => (allowance.take(payerOf(pass)) ? gatherings.say(pass, form) : { later: 'too-fast' })
});

export const limitTickets = (allowance: TokenBucket, ballots: Ballots): Ballots => ({
  ...ballots,
  sign: async (pass, draw) => (allowance.take(payerOf(pass)) ? ballots.sign(pass, draw) : refuse('too-fast'))
});
