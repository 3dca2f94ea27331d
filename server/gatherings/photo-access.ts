import type { Host } from '#gathering/host.ts';
import type { Ledger, Rules } from '#gathering/ledger.ts';
import { channelsBeside, viewOf } from '#gathering/view-of.ts';
import type { Vault } from '#gathering/ports.ts';
import { personal } from '#contract/method.ts';
import { photosIn } from '#harvest/pictures.ts';
import type { Surface } from '#wire/messages.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';

type Request = { gathering: string; host: Host; vault: Vault; rules: Rules; ref: string };

/** The photos that views name, by the ledger they are made of and the channel. A ledger never changes. */
const named = new WeakMap<Ledger, Map<string, ReadonlySet<string>>>();

/** A photo leaves the server only to a client that has a view which names it: the vault also holds people's names. */
export async function photoSeen(
  { gathering, host, vault, rules, ref }: Request,
  surface: Surface,
  person: string | null
): Promise<Uint8Array<ArrayBuffer> | null> {
  const ledger = host.ledger();
  const sees = channelsOf(ledger, rules, surface, person).some((name) => photosNamed(ledger, name, rules).has(ref));
  return sees ? readPhoto(vault, gathering, ref) : null;
}

/** To be called where it may be seen: nothing is asked here. */
export async function readPhoto(vault: Vault, gathering: string, ref: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const base64 = (await vault.get(streamOf(gathering), [ref])).get(ref);
  return base64 === undefined ? null : new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Once for each version of the ledger: a wall of thirty photos, or a hall of phones, asks for each photo. */
function photosNamed(ledger: Ledger, channel: string, rules: Rules): ReadonlySet<string> {
  const byChannel = named.get(ledger) ?? new Map<string, ReadonlySet<string>>();
  named.set(ledger, byChannel);
  const photos = byChannel.get(channel) ?? photosIn(viewOf(ledger, channel, rules));
  byChannel.set(channel, photos);
  return photos;
}

function channelsOf(ledger: Ledger, rules: Rules, surface: Surface, person: string | null): string[] {
  if (surface !== 'phone') return [surface];
  return person === null ? ['all'] : ['all', personal(person), ...channelsBeside(ledger, person, rules)];
}
