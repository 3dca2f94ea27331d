import { bareJpeg } from '#contract/jpeg.ts';
import { isCanvasFaithful } from './canvas-check.ts';

const SIDE_PX = 1600;
/** What fits into a photo's field after base64. */
const BYTES_AT_MOST = 340_000;
const QUALITIES = [0.8, 0.6, 0.45];
/** Brands of the ISO base media format that phones write their photos in, ISO/IEC 23008-12. */
const HEIC = /^ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/;

/**
 * Why a photo cannot leave this phone: unreadable, in a format only some browsers read, or this browser would change
 * it.
 */
export type Unsendable = 'unread' | 'heic' | 'altered';

/**
 * A photo as it may leave this phone: at most 1,600 pixels a side, as a JPEG, drawn anew, so that nothing goes along
 * that says where, when or with what it was taken, not even the colour profile that browsers write into what they draw.
 * Where the canvas lies, a JPEG that is small enough goes as it is, without all that tells more than the picture.
 */
export async function preparePhoto(file: Blob): Promise<Blob | Unsendable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const picture = await createImageBitmap(file);
    if (!isCanvasFaithful()) return asItIs(bytes) ?? 'altered';
    return (await drawnAnew(picture)) ?? 'unread';
  } catch {
    return HEIC.test(String.fromCharCode(...bytes.subarray(4, 12))) ? 'heic' : 'unread';
  }
}

async function drawnAnew(picture: ImageBitmap): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  for (const side of [SIDE_PX, SIDE_PX * 0.7, SIDE_PX / 2]) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      const small = drawn && asItIs(new Uint8Array(await drawn.arrayBuffer()));
      if (small) return small;
    }
  }
  return null;
}

/** Without what tells more than the picture; null when it is no JPEG, or larger than may be sent. */
function asItIs(bytes: Uint8Array): Blob | null {
  const bare = bareJpeg(bytes);
  return bare && bare.length <= BYTES_AT_MOST ? new Blob([bare], { type: 'image/jpeg' }) : null;
}
