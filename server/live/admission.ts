import * as v from 'valibot';
import { refuse, type Refusal } from '#contract/method.ts';
import { PROTOCOL, type Hello } from '#wire/messages.ts';
import type { ConnectionIdentity } from '../access/identity.ts';
import type { Passes } from '../access/passes.ts';
import { deviceId } from './command-intake.ts';

const hello: v.GenericSchema<unknown, Hello> = v.strictObject({
  protocol: v.literal(PROTOCOL),
  gathering: v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/)),
  surface: v.picklist(['phone', 'board', 'console']),
  motion: v.optional(v.boolean()),
  device: v.optional(deviceId)
});

/** The identity of a connection, or why it may not come in. Rejects when the store cannot say. */
export async function admit(
  auth: unknown,
  cookies: string,
  { passes, isDeleted }: { passes: Passes; isDeleted(gathering: string): boolean }
): Promise<ConnectionIdentity | Refusal> {
  const asked = v.safeParse(hello, auth, { abortEarly: true });
  if (!asked.success) return refuse(speaksAnother(auth) ? 'page-too-old' : 'not-understood');
  const { gathering, surface, motion = false, device = null } = asked.output;
  // Its passes are gone, too, and a page that is back should say why.
  if (isDeleted(gathering)) return refuse('gathering-deleted');
  const pass = await passes.on(surface, gathering, (name) => cookieIn(cookies, name));
  return pass
    ? { ...pass, surface, cookies, motion, device }
    : refuse(surface === 'phone' ? 'person-unknown' : 'link-ended');
}

const speaksAnother = (auth: unknown): boolean =>
  typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL;

/** The value of one cookie. Tokens are plain letters and digits, so nothing is decoded. */
export function cookieIn(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
