import type { Cookies } from '@sveltejs/kit';
import type { Accounts } from '#server/page-api.ts';
import { KNOWN_BROWSER_COOKIE } from '#wire/cookies.ts';

/** Out of reach of scripts, and only encrypted where the page came encrypted: a hall's own network is plain HTTP. */
export function setTokenCookie(cookies: Cookies, url: URL, name: string, token: string, expires: number): void {
  cookies.set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: url.protocol === 'https:',
    expires: new Date(expires)
  });
}

/**
 * Remembers that the account signed in with this browser: it may sign in here again, however often attackers guess its
 * password elsewhere. `token` is that of the sign-in.
 */
export async function knowBrowser(cookies: Cookies, url: URL, accounts: Accounts, token: string): Promise<void> {
  const known = await accounts.know(token, cookies.get(KNOWN_BROWSER_COOKIE));
  if (known) setTokenCookie(cookies, url, KNOWN_BROWSER_COOKIE, known.token, known.expires);
}

/** Where the sign-in leads back to. Only a path of this server, or a link in a mail could lead to any other site. */
export const safeReturnPath = (to: string | null): string =>
  to !== null && /^\/[a-z0-9/-]*$/i.test(to) && !to.startsWith('//') ? to : '/console';
