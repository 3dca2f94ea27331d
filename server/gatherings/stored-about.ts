import { personal, STAFF } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { isErased } from '#gathering/people.ts';
import { keptUntil } from '#gathering/periods.ts';
import { offsetTime } from '#wire/local-time.ts';
import { plannedActivities } from '#gathering/planned-activities.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import type { Pass } from '../access/identity.ts';
import type { StoredAbout } from '../edition-api.ts';

/** How the vault keeps a photo: as a JPEG in base64, which begins like this. */
const JPEG = '/9j/';

/** Everything that is stored about one person; null where the gathering does not know them. */
export async function storedAbout(
  gathering: string,
  host: Host,
  person: string,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<StoredAbout | null> {
  const stream = streamOf(gathering);
  const ledger = host.ledger();
  const { gathering: state } = ledger;
  const { people, title, keptDays, starts } = state;
  const until = keptUntil(state);
  const known = getOwn(people, person);
  if (!known) return null;
  const words = await vault.get(stream, await vault.owned(stream, person));
  const name = host.words(known.name) as string | null;
  const texts = [...words.values()];
  return {
    gathering: host.words(title) as string | null,
    person,
    name,
    came: known.via,
    order: known.order,
    erased: isErased(state, person),
    kept: { days: keptDays, until: until === null ? null : offsetTime(until, starts.timeZone) },
    words: texts.filter((text) => !text.startsWith(JPEG) && text !== name),
    photos: texts.filter((text) => text.startsWith(JPEG)).length,
    meets: host.words(
      plannedActivities(ledger, rules).flatMap(({ method, state }) => method.meets?.(state, person) ?? [])
    ) as StoredAbout['meets'],
    view: host.view(personal(person))
  };
}

/**
 * About whom this pass may ask. The team may for somebody without a phone: what a person did on a phone of their own,
 * such as where they stood before the reveal, is theirs alone to read.
 */
export function whoseStored({ role, person }: Pass, host: Host, other?: string): string | null {
  if (other === undefined) return person;
  const isTeam = (STAFF as readonly string[]).includes(role);
  return isTeam && getOwn(host.ledger().gathering.people, other)?.via === 'walk-in' ? other : null;
}
