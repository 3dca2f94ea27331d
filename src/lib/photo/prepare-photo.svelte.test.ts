import { afterEach, expect, test, vi } from 'vitest';
import { isBareJpeg, sizeOf } from '#contract/jpeg.ts';
import { isCanvasFaithful } from './canvas-check.ts';
import { preparePhoto } from './prepare-photo.ts';

afterEach(() => vi.restoreAllMocks());

/**
 * A sheet, half dark and half light, as a camera's JPEG with a word on where it was taken. `crumpled`: hard to make
 * small.
 */
async function sheet(width: number, height: number, crumpled = false): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#f7f1e1';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#274c77';
  pen.fillRect(0, 0, width / 2, height);
  if (crumpled) {
    const grain = pen.createImageData(width, height);
    for (let at = 0; at < grain.data.length; at += 1) grain.data[at] = (at * 7919 * ((at >> 5) + 1)) % 251;
    pen.putImageData(grain, 0, 0);
  }
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', crumpled ? 1 : 0.9));
  const bytes = new Uint8Array(await (drawn as Blob).arrayBuffer());
  const exif = new TextEncoder().encode('Exif\0\0GPS N 48.2082');
  return new Blob([bytes.subarray(0, 2), new Uint8Array([0xff, 0xe1, 0, exif.length + 2]), exif, bytes.subarray(2)]);
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A browser that hands out other pixels than were drawn. */
function lie(): void {
  const white = (data: ImageData) => data.data.fill(255);
  const read = CanvasRenderingContext2D.prototype.getImageData;
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...at
  ) {
    const data = read.apply(this, at);
    white(data);
    return data;
  });
}

test('a photo is drawn anew, smaller and bare', async () => {
  expect(isCanvasFaithful()).toBe(true);
  const ready = await preparePhoto(await sheet(3000, 2000));
  const bytes = await bytesOf(ready as Blob);
  expect(isBareJpeg(bytes)).toBe(true);
  expect(sizeOf(bytes)).toEqual({ width: 1600, height: 1067 });
});

test('where the canvas lies a small JPEG goes as it is, bare, and never as noise', async () => {
  lie();
  expect(isCanvasFaithful()).toBe(false);
  const ready = await preparePhoto(await sheet(640, 480));
  const bytes = await bytesOf(ready as Blob);
  expect(isBareJpeg(bytes)).toBe(true);
  expect(sizeOf(bytes)).toEqual({ width: 640, height: 480 });
  vi.restoreAllMocks();
  const picture = await createImageBitmap(ready as Blob);
  const pen = new OffscreenCanvas(640, 480).getContext('2d') as OffscreenCanvasRenderingContext2D;
  pen.drawImage(picture, 0, 0);
  const [dark, light] = [pen.getImageData(100, 240, 1, 1).data[0] ?? 0, pen.getImageData(540, 240, 1, 1).data[0] ?? 0];
  expect(dark).toBeLessThan(80);
  expect(light).toBeGreaterThan(200);
});

test('where the canvas lies and the photo is too large to go as it is, the person is told', async () => {
  const large = await sheet(900, 900, true);
  expect(large.size).toBeGreaterThan(340_000);
  lie();
  expect(await preparePhoto(large)).toBe('altered');
});

test('what no browser here reads is told by its kind', async () => {
  const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheic'), 0, 0, 0, 0]);
  expect(await preparePhoto(new Blob([heic]))).toBe('heic');
  expect(await preparePhoto(new Blob(['no picture']))).toBe('unread');
  expect(await preparePhoto(new Blob([]))).toBe('unread');
});
