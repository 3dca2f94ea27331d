import { crc32 } from 'node:zlib';
import type { Zip, ZipInputFile } from 'fflate';
import type { ZipEntry } from './zip-entry.ts';

/** A photo of the archive, fetched when its turn has come; null where it was withdrawn meanwhile. */
export type ArchivePhoto = { path: string; read(): Promise<Uint8Array<ArrayBuffer> | null> };

/**
 * A zip, piece by piece as somebody takes it. One photo at a time is in memory: a gathering may leave hundreds, and
 * several people take them at once. `at`: the time every file in it has.
 */
export async function* archive(
  files: readonly ZipEntry[],
  photos: readonly ArchivePhoto[],
  at: Date
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { Zip } = await import('fflate');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });

  for (const file of files) {
    add(zip, file, DEFLATED, at);
    yield* pieces.splice(0);
  }
  for (const { path, read } of photos) {
    const bytes = await read();
    if (!bytes) continue;
    // As it is: a JPEG is no smaller when it is packed. Node sums it up twenty times as fast as the library.
    add(zip, { path, packed: bytes, size: bytes.length, crc: crc32(bytes) }, STORED, at);
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces.splice(0);
}

/** Asks for the next piece when the last one was taken, and for none when whoever takes them has gone. */
export const asStream = (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    async pull(stream) {
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined))
  });

/** As a zip calls them. */
const [STORED, DEFLATED] = [0, 8];

function add(zip: Zip, { path, packed, size, crc }: ZipEntry, compression: number, at: Date): void {
  const file: ZipInputFile = { filename: path, size, crc, compression, mtime: at };
  zip.add(file);
  // The zip has put its own handler in.
  file.ondata?.(null, packed, true);
}
