import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bareJpeg, isBareJpeg, sizeOf } from './jpeg.ts';
import { photo } from './photo.ts';

const segment = (kind: number, ...data: number[]) => [0xff, kind, 0, data.length + 2, ...data];
const jpeg = (...segments: number[][]) => new Uint8Array([0xff, 0xd8, ...segments.flat(), 0xff, 0xd9]);
const JFIF = segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0);
const TABLES = segment(0xdb, 1, 2, 3);
// A stuffed 0xff and a restart belong to the scan.
const SCAN = [...segment(0xda, 0), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const FRAME = segment(0xc2, 8, 4, 0xb0, 6, 0x40, 3);
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const bigTurned = (way: number) => [
  0x4d,
  0x4d,
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  1,
  1,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  way,
  0,
  0,
  0,
  0,
  0,
  0
];
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

describe('a photo of a sheet', () => {
  it('comes in when it is a picture and nothing else', () => {
    const whole = jpeg(TABLES, FRAME, SCAN, segment(0xc4, 1), SCAN);
    expect(isBareJpeg(whole)).toBe(true);
    expect(v.safeParse(photo(), base64(whole)).output).toEqual({ taken: base64(whole) });
  });

  it.each([
    ['where and when it was taken', jpeg(segment(0xe1, 0x45, 0x78, 0x69, 0x66), SCAN)],
    ['what a program wrote into it', jpeg(segment(0xed, 1), SCAN)],
    ['a comment', jpeg(TABLES, segment(0xfe, 0x68, 0x69), SCAN)],
    ['something where a format is named', jpeg(segment(0xe0, ...new TextEncoder().encode('JFIF\0Ana was here')), SCAN)],
    ['something between two scans', jpeg(SCAN, segment(0xfe, 0x68, 0x69), SCAN)],
    ['something behind the picture', new Uint8Array([...jpeg(SCAN), ...new TextEncoder().encode('N 48.2082')])],
    ['more than which way up it was held', jpeg(segment(0xe1, ...EXIF, ...bigTurned(6), 0x41), SCAN)]
  ])('stays out when it tells %s, and loses just that on the phone', (_what, telling) => {
    expect(isBareJpeg(telling)).toBe(false);
    expect(v.safeParse(photo(), base64(telling)).success).toBe(false);
    const bare = bareJpeg(telling) as Uint8Array;
    expect(isBareJpeg(bare)).toBe(true);
    expect(String(bare)).toContain(String(SCAN));
  });

  it('says how large it is, before it is drawn', () => {
    expect(sizeOf(jpeg(JFIF, segment(0xc4, 1), FRAME, SCAN))).toEqual({ width: 1600, height: 1200 });
    const unknown = [jpeg(JFIF, SCAN), jpeg(segment(0xc0, 8, 0), SCAN), jpeg(segment(0xc0, 8, 0, 0, 0, 0), SCAN)];
    expect(unknown.map(sizeOf)).toEqual([null, null, null]);
  });

  it('keeps which way up it was held, in either order of bytes, and stands so', () => {
    const little = [
      0x49,
      0x49,
      42,
      0,
      8,
      0,
      0,
      0,
      2,
      0,
      ...[0x0f, 1, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0],
      ...[0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
    ];
    const turned = jpeg(segment(0xe1, ...EXIF, ...little), FRAME, SCAN);
    const bare = bareJpeg(turned) as Uint8Array;
    expect(bare).toEqual(jpeg(segment(0xe1, ...EXIF, ...bigTurned(6)), FRAME, SCAN));
    expect(isBareJpeg(bare)).toBe(true);
    expect(sizeOf(bare)).toEqual({ width: 1200, height: 1600 });
    expect(bareJpeg(jpeg(segment(0xe1, ...EXIF, ...bigTurned(1)), SCAN))).toEqual(jpeg(SCAN));
    expect(bareJpeg(jpeg(segment(0xe1, ...EXIF, ...bigTurned(9)), SCAN))).toEqual(jpeg(SCAN));
    expect(bareJpeg(jpeg(segment(0xe1, ...EXIF, 0x4d, 0x4d, 0, 42, 0xff, 0xff, 0xff, 0xff), SCAN))).toEqual(jpeg(SCAN));
  });

  it('loses on the phone what tells more, and nothing of the picture', () => {
    const [profile, exif] = [segment(0xe2, 0x49, 0x43, 0x43), segment(0xe1, 0x45, 0x78, 0x69, 0x66)];
    expect(bareJpeg(jpeg(JFIF, profile, TABLES, exif, FRAME, [0xff], SCAN))).toEqual(jpeg(TABLES, FRAME, SCAN));
    expect(bareJpeg(new Uint8Array([1, 2, 3, 4]))).toBeNull();
  });

  it.each([
    ['empty', new Uint8Array()],
    ['another kind of file', new TextEncoder().encode('<svg onload="alert(1)">')],
    ['cut off', jpeg(TABLES, SCAN).subarray(0, -2)],
    ['without a picture', jpeg(TABLES)],
    ['no segments', new Uint8Array([0xff, 0xd8, 0, 0, 0, 0])],
    ['a segment that never ends', jpeg([0xff, 0xdb, 0xff, 0xff])],
    ['cut off in a marker', new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0])]
  ])('stays out when it is %s', (_what, bytes) => expect(isBareJpeg(bytes)).toBe(false));

  it('stays out when it is not even base64, or larger than a phone makes it', () => {
    expect(v.safeParse(photo(), '%%%').success).toBe(false);
    expect(v.safeParse(photo(), 'A'.repeat(480_004)).success).toBe(false);
  });
});
