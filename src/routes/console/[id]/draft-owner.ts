import type { Pass } from '#server/page-api.ts';

/**
 * Who owns half-typed words on a device that several people use: the account of the organizer, or the role of a link,
 * which all people with a link of that role share.
 */
export const draftOwner = ({ role }: Pass, { account }: App.Locals): string =>
  role === 'organizer' ? (account?.id ?? role) : role;
