import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bareJpeg, isBareJpeg, sizeOf } from './jpeg.ts';
import { photo } from './photo.ts';

const segment = (kind: number, ...data: number[]) => [0xff, kind, 0, data.length + 2, ...data];
const jpeg = (...segments: number[][]) => new Uint8Array([0xff, 0xd8, ...segments.flat()]);
const JFIF = segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0);
const TABLES = segment(0xdb, 1, 2, 3);
const SCAN = segment(0xda, 0);
const FRAME = segment(0xc2, 8, 4, 0xb0, 6, 0x40, 3);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

describe('a photo of a sheet', () => {
  it('comes in when it is a picture and nothing else', () => {
    expect(isBareJpeg(jpeg(JFIF, TABLES, SCAN))).toBe(true);
    expect(v.safeParse(photo(), base64(jpeg(JFIF, SCAN))).output).toEqual({ taken: base64(jpeg(JFIF, SCAN)) });
  });

  it.each([
    ['where and when it was taken', segment(0xe1, 0x45, 0x78, 0x69, 0x66)],
    ['what a program wrote into it', segment(0xed, 1)],
    ['a comment', segment(0xfe, 0x68, 0x69)]
  ])('stays out when it tells %s', (_what, telling) => {
    expect(isBareJpeg(jpeg(JFIF, telling, SCAN))).toBe(false);
    expect(v.safeParse(photo(), base64(jpeg(telling, SCAN))).success).toBe(false);
  });

  it('says how large it is, before it is drawn', () => {
    expect(sizeOf(jpeg(JFIF, segment(0xc4, 1), FRAME, SCAN))).toEqual({ width: 1600, height: 1200 });
    const unknown = [jpeg(JFIF, SCAN), jpeg(segment(0xc0, 8, 0), SCAN), jpeg(segment(0xc0, 8, 0, 0, 0, 0), SCAN)];
    expect(unknown.map(sizeOf)).toEqual([null, null, null]);
  });

  it('loses on the phone what tells more, and nothing of the picture', () => {
    const [profile, exif] = [segment(0xe2, 0x49, 0x43, 0x43), segment(0xe1, 0x45, 0x78, 0x69, 0x66)];
    const scan = [...SCAN, 1, 2, 0xff, 0, 0xff, 0xd9];
    expect(bareJpeg(jpeg(JFIF, profile, TABLES, exif, scan))).toEqual(jpeg(JFIF, TABLES, scan));
    expect(bareJpeg(new Uint8Array([1, 2, 3, 4]))).toBeNull();
  });

  it.each([
    ['empty', new Uint8Array()],
    ['another kind of file', new TextEncoder().encode('<svg onload="alert(1)">')],
    ['cut off', jpeg(JFIF)],
    ['no segments', new Uint8Array([0xff, 0xd8, 0, 0, 0, 0])],
    ['a segment that never ends', jpeg([0xff, 0xdb, 0xff, 0xff])]
  ])('stays out when it is %s', (_what, bytes) => expect(isBareJpeg(bytes)).toBe(false));

  it('stays out when it is not even base64, or larger than a phone makes it', () => {
    expect(v.safeParse(photo(), '%%%').success).toBe(false);
    expect(v.safeParse(photo(), 'A'.repeat(480_004)).success).toBe(false);
  });
});
