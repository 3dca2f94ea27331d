import { writeFile } from 'node:fs/promises';
import { join as pathOf } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words as cafe } from '#methods/cafe/words.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { join, phone as phoneWords, codeField } from '#words/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { travellers } from './cafe.ts';
import { codeOn, convene, openBoard, pressNext, setUp, turnTo } from './cast.ts';
import { FirefoxPhone } from './firefox-phone.ts';
import { Plenary } from './server-process.ts';
import { sheetFromPhone } from './phone-photo.ts';

const { steps } = cafeSteps;
const NAMES = ['Farid', 'Gala', 'Hugo', 'Ines', 'Jun', 'Kofi', 'Lea', 'Mo', 'Nur'];
const PAPER = [247, 241, 225];

if (process.env['PLENARY_PROVE'])
  test('a photo from a Firefox that resists fingerprinting is on the table as it was taken', async ({ browser }) => {
    test.setTimeout(180_000);
    const bo = await FirefoxPhone.open({ 'privacy.resistFingerprinting': true });
    test.skip(bo === null, 'There is NO FIREFOX here: install it (Debian: firefox-esr), or set PLENARY_FIREFOX.');
    if (!bo) return;
    const plenary = new Plenary();
    const folder = await temporaryFolder();
    try {
      await plenary.start();
      const ana = await setUp(browser, plenary);
      const gathering = await convene(ana, 'A canvas that lies', 'evening');
      const code = await codeOn(await openBoard(ana, plenary, gathering));
      const guests = await travellers(plenary.url, code, NAMES);
      await bo.page.goto(plenary.url);
      await bo.type(codeField.label, code);
      await bo.press(codeField.button);
      await bo.type(join.yourName, 'Bo');
      await bo.press(join.button);
      await bo.sees(phoneWords.status.ready);
      await turnTo(ana, 'World Café');
      await pressNext(ana, steps.plan);
      await pressNext(ana, steps.seat);
      await expect.poll(() => guests.every((guest) => guest.number() > 0)).toBe(true);
      for (const guest of guests) await guest.here();
      await bo.press(cafe.phone.here);
      await pressNext(ana, steps.ask);
      await bo.sees(cafe.phone.photoTake);

      const file = pathOf(folder.path, 'sheet.jpg');
      await writeFile(file, await sheetFromPhone(ana));
      await bo.chooseFile('input[type=file]', file);
      await bo.sees(cafe.phone.photoDone);
      const photos = () =>
        guests.flatMap(({ joined, table }) =>
          Object.values(table()?.notes ?? {}).flatMap(({ photo }) =>
            photo ? [{ ...photo, cookie: joined.cookie }] : []
          )
        );
      await expect.poll(photos).not.toEqual([]);
      const [{ photo, cookie } = { photo: '', cookie: '' }] = photos();
      const reply = await fetch(`${plenary.url}/g/${gathering}/photo/${photo}`, { headers: { cookie } });
      for (const level of await cornersOf(ana, Buffer.from(await reply.arrayBuffer())))
        for (const [nth, wanted] of PAPER.entries()) expect(Math.abs((level[nth] ?? 0) - wanted)).toBeLessThan(8);
      for (const guest of guests) guest.leave();
    } finally {
      await bo.close();
      await plenary.stop();
      await folder.remove();
    }
  });

/** Red, green and blue in the corners of a JPEG, read in a browser that does not lie. */
const cornersOf = (page: Page, jpeg: Buffer): Promise<number[][]> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen?.drawImage(picture, 0, 0);
    const [right, below] = [picture.width - 10, picture.height - 10];
    const corners = [10, right].flatMap((x) => [10, below].map((y) => [x, y] as const));
    return corners.map(([x, y]) => [...(pen?.getImageData(x, y, 1, 1).data ?? [])]);
  }, jpeg.toString('base64'));
