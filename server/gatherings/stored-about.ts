import { personal, STAFF } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { correctionsNow } from '#gathering/corrections-now.ts';
import { isErased } from '#gathering/people.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { keptUntil } from '#gathering/periods.ts';
import { offsetTime } from '#wire/local-time.ts';
import { plannedActivities } from '#gathering/planned-activities.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import type { Pass } from '../access/identity.ts';
import type { StoredAbout } from '../edition-api.ts';
import { harvestOf } from './edition.ts';

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
    photos: texts.filter((text) => text.startsWith(JPEG)),
    ...saidOfNotes(host, person, rules),
    meets: host.words(
      plannedActivities(ledger, rules).flatMap(({ method, state }) => method.meets?.(state, person) ?? [])
    ) as StoredAbout['meets'],
    view: host.view(personal(person))
  };
}

/** What they said of notes, also of their own. What was left out since has no words to be told. */
function saidOfNotes(host: Host, person: string, rules: Rules): Pick<StoredAbout, 'standsBy' | 'objections'> {
  const state = host.ledger().gathering;
  const corrections = Object.entries(correctionsNow(state));
  const written = new Map(notesIn(harvestOf(host, rules)).map(({ id, text }) => [id, text]));
  const wordsOf = (note: string): string | null => {
    const { text, leftOut } = corrections.find(([id]) => id === note)?.[1] ?? {};
    return leftOut ? null : (host.words(text ?? state.parts[note]?.text ?? written.get(note) ?? null) as string | null);
  };
  return {
    standsBy: corrections.flatMap(([note, { endorsed }]) => (Object.hasOwn(endorsed, person) ? [wordsOf(note)] : [])),
    objections: corrections.flatMap(([note, { disputes }]) =>
      Object.hasOwn(disputes, person)
        ? [{ note: wordsOf(note), why: host.words(disputes[person]?.why) as string | null }]
        : []
    )
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
