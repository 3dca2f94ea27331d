import * as v from 'valibot';
import { PHOTO_LONGEST } from '#contract/photo.ts';
import { isBareJpeg, sizeOf } from '#contract/jpeg.ts';
import { notesIn } from '#contract/outline-notes.ts';
import type { Refusal } from '#contract/method.ts';
import { SCHEMA_VERSION, type Edition, type Picture } from '#harvest/document.ts';
import { editionSchema } from '#harvest/edition-schema.ts';
import { EditionFileRefused } from './edition-file-refused.ts';
import { isShallow } from './shallow.ts';
import { DOCUMENT_BYTES_AT_MOST, unpacked } from './unpacked.ts';

/** As long as a photo in Base64 may be, before Base64. */
const PHOTO_BYTES_AT_MOST = (PHOTO_LONGEST / 4) * 3;

/** An edition that came from elsewhere, checked; its photos in Base64, by their names. */
export type ReadEdition = { edition: Edition; photos: Map<string, string> };

/**
 * Reads the JSON or the archive of an edition. Nothing of it is believed before it was checked: not its lengths, its
 * nesting, its names, nor that a photo is one.
 */
export function readEditionFile(file: Uint8Array): ReadEdition | Refusal {
  try {
    return isArchive(file) ? fromArchive(file) : { edition: withoutPhotos(document(file)), photos: new Map() };
  } catch (trouble) {
    if (trouble instanceof EditionFileRefused) return trouble.refusal;
    // What is cut off or garbled somewhere in an archive ends in an error of the library.
    return new EditionFileRefused('file-damaged').refusal;
  }
}

/** Every zip begins so, whatever its name is. */
const isArchive = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

function fromArchive(file: Uint8Array): ReadEdition {
  const files = unpacked(file, (path) =>
    isDocument(path) ? DOCUMENT_BYTES_AT_MOST : PHOTO.test(path) ? PHOTO_BYTES_AT_MOST : null
  );
  const documents = [...files].filter(([path]) => isDocument(path));
  const [only] = documents;
  if (!only || documents.length > 1) throw new EditionFileRefused('not-an-edition');
  const edition = document(only[1]);
  const pictures = picturesOf(edition);
  const photos = new Map(pictures.map((picture) => [picture.name, photo(picture, files.get(picture.address))]));
  return { edition, photos };
}

const PHOTO = /^[0-9a-z-]+\/photo\/[0-9a-z]+\.jpg$/;
const isDocument = (path: string): boolean => /^[^/]+\.json$/.test(path) && path !== 'datapackage.json';

function document(bytes: Uint8Array): Edition {
  if (bytes.length > DOCUMENT_BYTES_AT_MOST) throw new EditionFileRefused('file-too-large');
  const written = parsed(bytes);
  if (!isShallow(written)) throw new EditionFileRefused('not-an-edition');
  const version = (written as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === 'number' && version !== SCHEMA_VERSION)
    throw new EditionFileRefused('edition-of-another-version', { version });
  const read = v.safeParse(editionSchema, written, { abortEarly: true });
  if (!read.success) throw new EditionFileRefused('not-an-edition');
  return read.output;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new EditionFileRefused('not-an-edition');
  }
}

/** A photo has one place, under the address of its own edition: in the address of another it would be that one's. */
function picturesOf({ slug, blocks }: Edition): Picture[] {
  const pictures = notesIn(blocks).flatMap(({ photo }) => (photo ? [photo as Picture] : []));
  if (pictures.some(({ name, address }) => address !== `${slug}/photo/${name}.jpg`))
    throw new EditionFileRefused('not-an-edition');
  return pictures;
}

function photo({ size }: Picture, bytes: Uint8Array | undefined): string {
  if (!bytes) throw new EditionFileRefused('edition-needs-its-photos');
  const told = sizeOf(bytes);
  const isSame = size?.width === told?.width && size?.height === told?.height;
  if (!isBareJpeg(bytes) || !isSame) throw new EditionFileRefused('photo-damaged');
  return Buffer.from(bytes).toString('base64');
}

/** A document alone would lose the notes that are photos, and nobody would know. */
function withoutPhotos(edition: Edition): Edition {
  if (picturesOf(edition).length > 0) throw new EditionFileRefused('edition-needs-its-photos');
  return edition;
}
