import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { channelsBeside } from '#gathering/view-of.ts';
import type { Vault } from '#gathering/ports.ts';
import { personal } from '#contract/method.ts';
import { isPhoto } from '#contract/photo.ts';
import type { Surface } from '#wire/messages.ts';
import { streamOf } from '../hosting/hosts.ts';

type Asked = { gathering: string; host: Host; vault: Vault; rules: Rules; ref: string };

/** A photo leaves the server to whoever has a view that names it, and to nobody else: the vault also holds names. */
export async function photoSeen(
  { gathering, host, vault, rules, ref }: Asked,
  surface: Surface,
  person: string | null
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sees = channelsOf(host, rules, surface, person).some((name) => names(host.view(name), ref));
  const base64 = sees ? (await vault.get(streamOf(gathering), [ref])).get(ref) : undefined;
  return base64 === undefined ? null : new Uint8Array(Buffer.from(base64, 'base64'));
}

function names(view: unknown, ref: string): boolean {
  if (typeof view !== 'object' || view === null) return false;
  return isPhoto(view) ? view.photo === ref : Object.values(view).some((part) => names(part, ref));
}

function channelsOf(host: Host, rules: Rules, surface: Surface, person: string | null): string[] {
  if (surface !== 'phone') return [surface];
  return person === null ? ['all'] : ['all', personal(person), ...channelsBeside(host.ledger(), person, rules)];
}
