import { errors } from '#words/index.ts';

type Asked = { request: Request; url: URL };

/** The error for a form that came from another origin. The server answers it in place of the requested page. */
export function wrongAddressError({ request, url }: Asked): App.Error {
  const seen = URL.parse(request.headers.get('origin') ?? '')?.origin ?? null;
  return { message: errors.wrongAddress.title, origins: { seen: seen === 'null' ? null : seen, expected: url.origin } };
}
