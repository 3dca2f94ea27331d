import * as v from 'valibot';

/** A photo of a sheet, as rules see it: a reference. Views pass it on as it is; whoever may see it fetches it by this name. */
export type Photo = { readonly photo: string };

/** Fresh from the phone, before the host has put it in the vault: a JPEG in base64. */
export type Taken = { readonly taken: string };

export const isTaken = (value: unknown): value is Taken =>
  typeof value === 'object' && value !== null && typeof (value as Taken).taken === 'string';

/** After base64. Phones make theirs smaller than this by drawing them anew, which also leaves behind where they were taken. */
export const PHOTO_LONGEST = 480_000;

/** A JPEG in base64 without anything in it that tells of place, time or camera. Rules receive a {@link Photo}. */
export function photo(): v.GenericSchema<string, Photo> {
  const field = v.pipe(
    v.string(),
    v.maxLength(PHOTO_LONGEST),
    v.check((base64) => BASE64.test(base64) && isBareJpeg(bytesOf(base64))),
    v.transform((taken): Taken => ({ taken }))
  );
  return field as unknown as v.GenericSchema<string, Photo>;
}

const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const START = 0xffd8;
const SCAN = 0xda;
/** JFIF says how the picture is to be read. All other application segments (Exif, XMP, GPS, thumbnails) and comments tell more than the picture. */
const TELLING = new Set([...Array.from({ length: 15 }, (_, index) => 0xe1 + index), 0xfe]);

/** Walks the segments up to the picture itself, by ISO/IEC 10918-1, annex B. */
export function isBareJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (view.getUint8(at) !== 0xff) return false;
    const kind = view.getUint8(at + 1);
    if (kind === SCAN) return true;
    if (TELLING.has(kind)) return false;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
