import { errors } from '#words/index.ts';

type Asked = { request: Request; url: URL };

/** What whoever sent a form from elsewhere is told. The server shows this address instead of the one that was asked. */
export function wrongAddressError({ request, url }: Asked): App.Error {
  const seen = URL.parse(request.headers.get('origin') ?? '')?.origin ?? null;
  return { message: errors.wrongAddress.title, origins: { seen: seen === 'null' ? null : seen, expected: url.origin } };
}
