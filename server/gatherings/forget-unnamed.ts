import { namesOf } from '#gathering/people.ts';
import type { Vault } from '#gathering/ports.ts';
import type { Host } from '#gathering/host.ts';
import { editionStream } from '../commons/kept-edition.ts';

/**
 * CO11: every name that a person had who does not agree any more leaves every edition: an earlier edition holds the name
 * of its day. In the gathering they keep it. Called again, it finds nothing left to forget.
 */
export async function forgetUnnamed(slug: string, host: Host, vault: Vault): Promise<void> {
  const state = host.ledger().gathering;
  const unnamed = Object.keys(state.people).filter((person) => state.people[person]?.named === false);
  const names = namesOf(state, unnamed);
  if (names.size === 0) return;
  const stream = editionStream(slug);
  const published = await vault.present(stream, [...names]);
  if (published.size > 0) await vault.forget(stream, [...published]);
}
