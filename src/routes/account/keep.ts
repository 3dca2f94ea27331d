import type { Cookies } from '@sveltejs/kit';

/** Out of reach of scripts, and only encrypted where the page came encrypted: a hall's own network is plain HTTP. */
export function keep(cookies: Cookies, url: URL, name: string, token: string, expires: number): void {
  cookies.set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: url.protocol === 'https:',
    expires: new Date(expires)
  });
}

/** Where somebody wanted to go: only a page of this house, or a link in a mail could send them anywhere. */
export const wayBack = (to: string | null): string =>
  to !== null && /^\/[a-z0-9/-]*$/i.test(to) && !to.startsWith('//') ? to : '/console';
