import type { Page } from '@playwright/test';

const START_BYTES = 2;
const APP1 = [0xff, 0xe1];

/** A picture of a paper sheet as a phone's camera makes it: with a word on where it was taken. */
export async function sheetFromPhone(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#f7f1e1';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.fillStyle = '#274c77';
      pen.font = '200px serif';
      pen.fillText('Time bank!', 300, 700);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(drawn, 'base64');
  const tells = Buffer.from('Exif\0\0MM\0*\0\0\0\x08GPS N 48.2082 E 16.3738', 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tells.length + length.length);
  return Buffer.concat([jpeg.subarray(0, START_BYTES), Buffer.from(APP1), length, tells, jpeg.subarray(START_BYTES)]);
}
