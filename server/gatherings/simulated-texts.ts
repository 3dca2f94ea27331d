import type { Ledger } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';

/**
 * What simulated people typed beside real ones: no edition holds it. Methods leave out what is theirs in their rules;
 * words also travel where a rule does not look, as a line that those who lead took up, a card that names its group, or
 * a note that a simulated scribe wrote on. The vault knows whose words they are, so it is asked once for all of them.
 */
export async function simulatedTexts({ gathering }: Ledger, stream: string, vault: Vault): Promise<Set<string>> {
  if (isPlayed({ gathering })) return new Set();
  const simulated = Object.entries(gathering.people).flatMap(([person, { rehearsed }]) => (rehearsed ? [person] : []));
  const owned = await Promise.all(simulated.map((person) => vault.owned(stream, person)));
  return new Set(owned.flat());
}

/** Whether what is kept is a rehearsal's: it was convened as one, or nobody but simulated people came. */
export function isPlayed({ gathering }: Pick<Ledger, 'gathering'>): boolean {
  const people = Object.values(gathering.people);
  return gathering.rehearsal || (people.length > 0 && people.every(({ rehearsed }) => rehearsed));
}
