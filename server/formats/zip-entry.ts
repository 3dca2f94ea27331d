import { crc32, deflateRawSync } from 'node:zlib';

/** A file as a zip holds it; `size` and `crc` are those of the file itself. */
export type ZipEntry = { path: string; packed: Uint8Array<ArrayBuffer>; size: number; crc: number };

/** Made small where nobody waits for the loop. */
export function zipEntry(path: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, packed: new Uint8Array(deflateRawSync(bytes)), size: bytes.length, crc: crc32(bytes) };
}
