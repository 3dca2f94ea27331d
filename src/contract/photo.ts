import * as v from 'valibot';
import { isBareJpeg } from './jpeg.ts';

/**
 * A photo of a sheet, as rules see it: a reference. Views pass it on as it is, and a page whose view has it fetches the
 * photo by this name.
 */
export type Photo = { readonly photo: string };

/** Fresh from the phone, before the host has put it in the vault: a JPEG in base64. */
export type Taken = { readonly taken: string };

export const isTaken = (value: unknown): value is Taken =>
  typeof value === 'object' && value !== null && typeof (value as Taken).taken === 'string';

export const isPhoto = (value: unknown): value is Photo =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Photo).photo === 'string' &&
  Object.keys(value).length === 1;

/**
 * After base64. Phones make theirs smaller than this by drawing them anew, which also leaves behind where they were
 * taken.
 */
export const PHOTO_LONGEST = 480_000;

/** A JPEG in base64 without anything in it that tells of place, time or camera. Rules receive a {@link Photo}. */
export function photo(): v.GenericSchema<string, Photo> {
  const field = v.pipe(
    v.string(),
    v.maxLength(PHOTO_LONGEST),
    v.check((base64) => BASE64.test(base64) && isBareJpeg(bytesOf(base64))),
    v.transform((taken): Taken => ({ taken })),
    v.metadata({ photo: true })
  );
  return field as unknown as v.GenericSchema<string, Photo>;
}

const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
