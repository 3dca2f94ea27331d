import { isRefusal, refuse, type Refusal } from '#contract/method.ts';
import type { Log, Vault } from '#gathering/ports.ts';
import { json } from '#harvest/json.ts';
import { everyAddressIn } from '#harvest/note-addresses.ts';
import type { Commons } from '../edition-api.ts';
import type { Incoming } from '../formats/file-worker.ts';
import type { FileRoom } from '../formats/files.ts';
import { newId } from '../access/ids.ts';
import type { Catalogue } from './catalogue.ts';
import { editionStream, readEdition, textsOf, type EditionTexts, type KeptEdition } from './kept-edition.ts';

type Ports = {
  log: Log;
  vault: Vault;
  catalogue: Catalogue;
  commons: Pick<Commons, 'holding'>;
  files: Pick<FileRoom, 'read'>;
  merged: EditionTexts['merged'];
  now(): number;
};

/**
 * Takes in an edition that was published elsewhere, under the address and number it has: links and citations that
 * people have of it need only another house in front. Everything is checked before anything is kept, and all of it is
 * kept as one. Brought in once more, it is the same edition.
 */
export async function bringIn(ports: Ports, account: string, file: Uint8Array): Promise<{ slug: string } | Refusal> {
  const read = await ports.files.read(file);
  if (read === null) return refuse('too-busy');
  if (isRefusal(read)) return read;
  const { edition } = read;
  const { catalogue, commons } = ports;
  await catalogue.rise();
  if (catalogue.takenOut(edition.slug) !== null) return refuse('taken-out');
  if (catalogue.ownsAddress(edition.slug)) return refuse('address-taken');
  const isElsewhere = (note: string) => (commons.holding(note)?.slug ?? edition.slug) !== edition.slug;
  if (everyAddressIn(edition).some(isElsewhere)) return refuse('note-taken');
  const refused = await keep(ports, read);
  if (refused) return refused;
  await catalogue.broughtIn(edition.slug, edition.version, account);
  return { slug: edition.slug };
}

/** Null when it is kept, or was already. */
async function keep({ log, vault, merged, now }: Ports, { edition, kept, texts }: Incoming): Promise<Refusal | null> {
  const stream = editionStream(edition.slug);
  const events = (await log.read(stream, 0)).flatMap(({ batch }) => batch.events);
  const newest = events.at(-1)?.data as KeptEdition | undefined;
  if (newest && newest.version >= edition.version) {
    const there =
      newest.version === edition.version && (await readEdition(newest, textsOf(vault, edition.slug, merged)));
    return there && json(there) === json(edition) ? null : refuse('address-taken');
  }
  if (newest && newest.id !== edition.id) return refuse('address-taken');
  const event = { activity: 'edition', type: 'Written', v: 1, at: now(), data: kept };
  const batch = { id: newId(), events: [event], receipts: [] };
  const appended = await log.append(stream, events.length, batch, texts);
  return 'conflict' in appended ? refuse('too-busy') : null;
}
