import { notesBy } from '#gathering/note-writers.ts';
import { textsIn } from '#gathering/validate.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { notesIn } from '#harvest/note-addresses.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { forgetPublished, textsOfNotes } from './forget-published.ts';
import { harvestOf } from './edition.ts';

/** How many erased people of a gathering this node has seen to. After a start it sees to all of them once more. */
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
  if ((seenTo.get(host) ?? 0) >= erased.length) return;
  for (const { person, name } of erased) {
    const theirs = new Set(notesBy(ledger, person, rules));
    const typed = textsOfNotes(
      host,
      notesIn(harvestOf(host, rules)).filter(({ id }) => theirs.has(id))
    );
    const own = await vault.owned(streamOf(gathering), person);
    const others = [...typed, ...textsIn(name)];
    await forgetPublished(vault, gathering, host, [...own, ...others]);
    await host.forgetTexts(others);
    await host.forget(person);
  }
  seenTo.set(host, erased.length);
}
