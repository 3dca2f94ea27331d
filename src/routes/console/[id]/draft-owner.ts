import type { Pass } from '#server/api.ts';

/**
 * Whose half-written words these are on a device that several use: this organizer's, or those of whoever has a link of
 * this kind.
 */
export const draftOwner = ({ role }: Pass, { account }: App.Locals): string =>
  role === 'organizer' ? (account?.id ?? role) : role;
