import type { Page } from '@playwright/test';
import { openBuiltPage } from '../built-page.ts';
import { Milliseconds, type Spread } from '../figures.ts';

/** How long keys take on a desk of 500 notes until the page is painted, in milliseconds, in steps of 8. */
export type DeskRow = { keys: string; painted: Spread };

const KEYS: { keys: string; begin?: (page: Page) => Promise<void>; pressed: readonly string[] }[] = [
  { keys: 'to the next note', pressed: Array.from({ length: 60 }, () => 'ArrowDown') },
  { keys: 'pick it', pressed: Array.from({ length: 30 }, () => ['Space', 'ArrowDown']).flat() },
  { keys: 'put it into a theme', pressed: Array.from({ length: 30 }, (_, nth) => String(1 + (nth % 9))) },
  {
    keys: 'a letter of a search',
    begin: (page) => page.getByRole('searchbox').focus(),
    pressed: Array.from({ length: 8 }, () => [...'garten', ...Array.from({ length: 6 }, () => 'Backspace')]).flat()
  }
];

/** In a browser, with the desk as it is shipped and no server: what the person at the desk waits for. */
export async function deskKeys(): Promise<DeskRow[]> {
  const { browser, page } = await openBuiltPage('desk', { width: 1280, height: 800 });
  try {
    await page.getByRole('checkbox').first().focus();
    const rows: DeskRow[] = [];
    for (const { keys, begin, pressed } of KEYS) {
      await begin?.(page);
      const before = await painted(page);
      for (const key of pressed) await page.keyboard.press(key);
      await page.waitForTimeout(500);
      const slow = (await painted(page)).slice(before.length);
      // The browser tells only what took 16 ms or more: the others were painted with the next frame.
      const all = new Milliseconds();
      for (let press = 0; press < pressed.length; press += 1) all.add(slow[press] ?? 8);
      const spread = all.spread();
      if (spread) rows.push({ keys, painted: spread });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const painted = (page: Page): Promise<number[]> =>
  page.evaluate(() => [...(window as unknown as { asked: { painted: number[] } }).asked.painted]);
