/** Names of the cookies. Each holds one token; what it opens is kept on the server, under the token's hash. */
export const ACCOUNT_COOKIE = 'plenary_account';
/** Tells that an account signed in with this browser before. It opens nothing, and stays after signing out. */
export const KNOWN_BROWSER_COOKIE = 'plenary_known';
/** A phone's own token in one gathering. */
export const personalCookie = (gathering: string): string => `plenary_p_${gathering}`;
/** Tells browsers apart at the door of one gathering: it says nothing elsewhere. */
export const browserCookie = (gathering: string): string => `plenary_b_${gathering}`;
/** The token of a role link: a board, a helper, a co-facilitator. */
export const linkCookie = (gathering: string): string => `plenary_l_${gathering}`;
