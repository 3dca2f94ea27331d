import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { EDITION_FILE_BYTES_AT_MOST } from '#wire/body-limits.ts';
import { EditionFileRefused } from './edition-file-refused.ts';

/** Small pieces: what one of them unpacks to is in memory at once, and may be a thousand times as long. */
const PIECE_BYTES = 16_384;
const FILES_AT_MOST = 5_000;
/** An edition of a hundred times the notes of a long day. */
export const DOCUMENT_BYTES_AT_MOST = 8_000_000;
/** Photos do not get longer by unpacking: no more comes out of an archive than may be in one, and a document. */
const BYTES_AT_MOST = EDITION_FILE_BYTES_AT_MOST + DOCUMENT_BYTES_AT_MOST;
/** Climbs folders, begins at the root, or is Windows' own way to do either. */
const LEAVES_ITS_PLACE = /(^|\/)\.\.(\/|$)|^\/|\\|^[a-z]:/i;

/**
 * The files of an archive that are asked for, each no longer than `most` says of its path; null: it is passed over.
 * Stops at the first byte too many, so that an archive which unpacks to a thousand times its length costs nothing. What
 * its own list says of lengths is not believed.
 */
export function unpacked(archive: Uint8Array, most: (path: string) => number | null): Map<string, Uint8Array> {
  const pieces = new Map<string, Uint8Array[]>();
  const whole = new Map<string, Uint8Array>();
  let seen = 0;
  let taken = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (LEAVES_ITS_PLACE.test(file.name)) throw new EditionFileRefused('file-leaves-its-place');
    // Two of one name: readers of archives differ in which one they show.
    if (seen > FILES_AT_MOST || pieces.has(file.name)) throw new EditionFileRefused('not-an-edition');
    const longest = most(file.name);
    if (longest !== null) take(file, longest);
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < archive.length; at += PIECE_BYTES)
    unzip.push(archive.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= archive.length);
  return whole;

  function take(file: UnzipFile, longest: number): void {
    const own: Uint8Array[] = [];
    let length = 0;
    pieces.set(file.name, own);
    file.ondata = (error, piece, isLast) => {
      // The library hands back what was thrown here while it unpacked.
      if (error) throw error instanceof EditionFileRefused ? error : new EditionFileRefused('file-damaged');
      length += piece.length;
      taken += piece.length;
      if (length > longest || taken > BYTES_AT_MOST) throw new EditionFileRefused('file-too-large');
      own.push(piece);
      if (isLast) whole.set(file.name, Buffer.concat(own));
    };
    file.start();
  }
}
