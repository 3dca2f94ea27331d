/** Names of the three cookies. Each holds one token; what it opens is kept on the server, under the token's hash. */
export const ACCOUNT_COOKIE = 'plenary_account';
/** A phone's own token in one gathering. */
export const personalCookie = (gathering: string): string => `plenary_p_${gathering}`;
/** The token of a role link: a board, a helper, a co-facilitator. */
export const linkCookie = (gathering: string): string => `plenary_l_${gathering}`;
