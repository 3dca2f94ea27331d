import { textsIn } from '#gathering/validate.ts';
import type { Vault } from '#gathering/ports.ts';
import type { Host } from '#gathering/host.ts';
import { editionStream } from '../commons/kept-edition.ts';

/**
 * CO11: the name of somebody who does not agree any more leaves every edition. In the gathering they keep it. Called
 * again, it finds nothing left to forget.
 */
export async function forgetUnnamed(slug: string, host: Host, vault: Vault): Promise<void> {
  const people = Object.values(host.ledger().gathering.people);
  const names = textsIn(people.flatMap(({ name, named }) => (named === false ? [name] : [])));
  if (names.size === 0) return;
  const stream = editionStream(slug);
  const published = await vault.present(stream, [...names]);
  if (published.size > 0) await vault.forget(stream, [...published]);
}
