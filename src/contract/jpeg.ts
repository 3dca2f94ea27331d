/**
 * JPEG by ISO/IEC 10918-1, annex B, in segments. What may be kept of a photo is what a decoder needs to draw it:
 * tables, frames and scans, and which way up it was held. All else (Exif, GPS, thumbnails, names of programs, comments,
 * a second picture or any other bytes behind the first) tells more than the picture.
 */
const START = [0xff, 0xd8];
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
/** Up to the width: marker, length, precision, height, width. */
const FRAME_BYTES = 9;

type Segment = { kind: number; from: number; to: number };

/** Whether it is a JPEG and nothing else: exactly what {@link bareJpeg} would keep of it. */
export function isBareJpeg(bytes: Uint8Array): boolean {
  const bare = bareJpeg(bytes);
  return bare?.length === bytes.length && bare.every((byte, at) => byte === bytes[at]);
}

/** Width and height in pixels as it is shown, told before the picture begins; null where it does not say. */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const segments = segmentsOf(bytes);
  const frame = segments?.find(({ kind }) => isFrame(kind));
  if (!segments || !frame || frame.to < frame.from + FRAME_BYTES) return null;
  const view = viewOf(bytes);
  const [rows, columns] = [view.getUint16(frame.from + 5), view.getUint16(frame.from + 7)];
  if (rows === 0 || columns === 0) return null;
  return isOnItsSide(orientationOf(bytes, segments))
    ? { width: rows, height: columns }
    : { width: columns, height: rows };
}

/** The same picture, the same way up, without all that tells more than the picture; null when it is no whole JPEG. */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const segments = segmentsOf(bytes);
  if (!segments) return null;
  const orientation = orientationOf(bytes, segments);
  const kept = segments.filter(({ kind }) => isDrawn(kind)).map(({ from, to }) => bytes.subarray(from, to));
  return joined([START, ...(orientation > 1 ? [exifOf(orientation)] : []), ...kept, [0xff, END]]);
}

/** Start of frame, of any coding; three of those codes mean other tables. */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

/** Frames, Huffman and arithmetic tables, quantization, restart interval, scans. */
const isDrawn = (kind: number): boolean =>
  (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc8) || [SCAN, 0xdb, 0xdd].includes(kind);

/** From the start to the end of the first picture; null when it is cut off, broken, or holds no scan. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  if (bytes[0] !== START[0] || bytes[1] !== START[1]) return null;
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  for (let at = START.length; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    if (kind === END) return segments.some((one) => one.kind === SCAN) ? segments : null;
    // Any number of these may stand before a marker.
    if (kind === 0xff) at += 1;
    else {
      if (kind < 0xc0 || at + 4 > bytes.length) return null;
      const head = at + 2 + view.getUint16(at + 2);
      const to = kind === SCAN ? endOfScan(bytes, head) : head;
      segments.push({ kind, from: at, to });
      at = to;
    }
  }
  return null;
}

/** Entropy-coded bytes go on to the next marker: 0xff before a zero is data, and restarts belong to the scan. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const EXIF_NAME = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/** Exif 2.3 that tells one thing, in big-endian order: a directory with one entry, a short. */
const exifOf = (orientation: number): number[] => [
  ...[0xff, EXIF, 0, 34, ...EXIF_NAME],
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
  ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
  ...[0, 0, 0, 0]
];

/** From 1 (upright) to 8, as Exif counts; 1 where nothing readable says so. */
function orientationOf(bytes: Uint8Array, segments: readonly Segment[]): number {
  const exif = segments.find(
    ({ kind, from, to }) =>
      kind === EXIF && to - from >= 18 && EXIF_NAME.every((byte, nth) => bytes[from + 4 + nth] === byte)
  );
  if (!exif || exif.to > bytes.length) return 1;
  const tiff = exif.from + 4 + EXIF_NAME.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset + tiff, exif.to - tiff);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return 1;
  const entries = view.getUint16(directory, little);
  for (let nth = 0, at = directory + 2; nth < entries && at + 12 <= view.byteLength; nth += 1, at += 12) {
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const orientation = view.getUint16(at + 8, little);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

const isOnItsSide = (orientation: number): boolean => orientation >= 5;

function joined(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
