import { crc32, deflateRawSync } from 'node:zlib';

/** A file as a zip holds it, made small where nobody waits for the loop. */
export type Packed = { path: string; deflated: Uint8Array<ArrayBuffer>; size: number; crc: number };

export function packed(path: string, content: string | Uint8Array): Packed {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, deflated: new Uint8Array(deflateRawSync(bytes)), size: bytes.length, crc: crc32(bytes) };
}
