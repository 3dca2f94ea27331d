const START_BYTES = 2;
const START = 0xffd8;
const SCAN = 0xda;
/** Up to the width: marker, length, precision, height, width. */
const FRAME_BYTES = 9;
/** JFIF says how the picture is to be read. All other application segments (Exif, XMP, GPS, thumbnails) and comments tell more than the picture. */
const TELLING = new Set([...Array.from({ length: 15 }, (_, index) => 0xe1 + index), 0xfe]);

/** A JPEG up to the picture itself, in segments by ISO/IEC 10918-1, annex B. `from` and `to` in bytes; null when it is none. */
type Segment = { kind: number; from: number; to: number };

/** Whether it is a JPEG in which nothing tells of place, time or camera. */
export const isBareJpeg = (bytes: Uint8Array): boolean =>
  segmentsOf(bytes)?.every(({ kind }) => !TELLING.has(kind)) ?? false;

/** Width and height in pixels, as the frame says before the picture begins; null where it does not. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const frame = segmentsOf(bytes)?.find(({ kind }) => isFrame(kind));
  if (!frame || frame.to < frame.from + FRAME_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [height, width] = [view.getUint16(frame.from + 5), view.getUint16(frame.from + 7)];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** The same picture without all that tells more than the picture; null when it is no JPEG. */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const segments = segmentsOf(bytes);
  if (!segments) return null;
  const kept = [
    bytes.subarray(0, START_BYTES),
    ...segments.filter(({ kind }) => !TELLING.has(kind)).map(({ from, to }) => bytes.subarray(from, to))
  ];
  const bare = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of kept) {
    bare.set(part, at);
    at += part.length;
  }
  return bare;
}

/** Start of frame, of any coding; three of those codes mean other tables. */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return null;
  const segments: Segment[] = [];
  for (let at = START_BYTES; at + 4 <= bytes.length;) {
    if (view.getUint8(at) !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    const to = kind === SCAN ? bytes.length : at + 2 + view.getUint16(at + 2);
    segments.push({ kind, from: at, to });
    if (kind === SCAN) return segments;
    at = to;
  }
  return null;
}
