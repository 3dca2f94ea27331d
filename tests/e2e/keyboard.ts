import { expect, type Locator, type Page } from '@playwright/test';

/** Hands without a mouse: Tab comes to everything, and the focus is seen wherever it goes. */
export const STOPS_MOST = 80;

export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

export async function press(page: Page, what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await expect(what).toBeEnabled();
  await tabTo(page, what);
  await page.keyboard.press(key);
}

export async function tabTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let stops = 0; stops < STOPS_MOST; stops += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    await seesTheFocus(page);
  }
  throw new Error(`Tab never came to ${what}`);
}

/** Polled, because a page may still be on its way to where the focus went. */
export const seesTheFocus = (page: Page) =>
  expect.poll(() => hiddenStop(page), { intervals: [0, 50, 100, 250] }).toBe('');

/** Says what is wrong with where the focus is: no ring, or something lies over it. Empty when it can be seen. */
const hiddenStop = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const name = at.outerHTML.slice(0, 160);
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(at);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || opacity === '0') return `no ring: ${name}`;
    const { left, top, width, height } = at.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
    const seen = points.some(([x, y]) => {
      const over = document.elementFromPoint(x ?? 0, y ?? 0);
      return over !== null && (at.contains(over) || over.contains(at));
    });
    return seen ? '' : `out of sight: ${name}`;
  });
