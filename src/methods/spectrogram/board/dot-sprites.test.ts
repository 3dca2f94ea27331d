import { expect, test } from 'vitest';
import { parseColour, drawSprite, dotSprite, type PixelBuffer } from './dot-sprites.ts';

const buffer = (width: number, height: number): PixelBuffer => ({
  width,
  height,
  pixels: new Uint32Array(width * height)
});

test('colours are read as style sheets write them', () => {
  expect(parseColour(' #0072b2')).toEqual([0, 114, 178]);
  expect(parseColour('#07b')).toEqual([0, 119, 187]);
  expect(parseColour('rgb(20, 32, 30)')).toEqual([20, 32, 30]);
  expect(parseColour('rgba(20 32 30 / 1)')).toEqual([20, 32, 30]);
});

test('a dot is opaque in its middle, outlined at its edge and open at its corners', () => {
  const { pixels } = dotSprite(12, 2, [0, 114, 178], [20, 32, 30]);
  expect(pixels[6 * 12 + 6]!.toString(16)).toBe('ffb27200');
  expect(pixels[6 * 12 + 1]!.toString(16)).toBe('ff1e2014');
  expect(pixels[0]! >>> 24).toBe(0);
});

test('a dot that hangs over an edge leaves its other pixels, and never those of another row', () => {
  const page = buffer(20, 10);
  const dot = dotSprite(6, 0, [1, 2, 3], [1, 2, 3]);
  drawSprite(dot, page, 4, -3);
  drawSprite(dot, page, 10, 8);
  const rows = Array.from(
    { length: 10 },
    (_, row) => page.pixels.slice(row * 20, row * 20 + 20).filter(Boolean).length
  );
  expect(rows.map((count) => count > 0)).toEqual([true, true, true, false, false, false, false, false, true, true]);
  drawSprite(dot, page, 17, 2);
  expect(page.pixels.slice(60, 80).some(Boolean)).toBe(false);
});

test('the corner of one dot does not wipe out another', () => {
  const page = buffer(10, 6);
  const dot = dotSprite(6, 0, [9, 9, 9], [9, 9, 9]);
  drawSprite(dot, page, 0, 0);
  const middle = page.pixels[3 * 10 + 4];
  drawSprite(dot, page, 4, 0);
  expect(page.pixels[3 * 10 + 4]! >>> 24).toBe(255);
  expect(middle).not.toBe(0);
});
