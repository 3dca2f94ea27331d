import { notesBy } from '#gathering/noted.ts';
import { namesOf } from '#gathering/people.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { forgetEverywhere, objectionsTo, textsOfNotes } from './forget-everywhere.ts';

/** How many erased people of a gathering this node has seen to. After a start it looks once more, and finds nothing. */
const seenTo = new WeakMap<Host, number>();

/**
 * Forgets the name and the words of everybody who asked for it: of every edition first, because only the gathering's own
 * stream knows whose words they are. What a helper typed for a person is found by the notes that they wrote.
 */
export async function forgetErased(
  gathering: string,
  host: Host,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<void> {
  const ledger = host.ledger();
  const { erased } = ledger.gathering;
  for (const { person } of erased.slice(seenTo.get(host) ?? 0)) {
    const notes = new Set(notesBy(ledger, person, rules));
    const typed = [...textsOfNotes(host, rules, notes), ...objectionsTo(ledger.gathering, notes)];
    const own = await vault.owned(streamOf(gathering), person);
    await forgetEverywhere(vault, gathering, host, [...own, ...typed, ...namesOf(ledger.gathering, [person])]);
  }
  seenTo.set(host, erased.length);
}
