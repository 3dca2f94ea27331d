import { expect } from '@playwright/test';
import { launch, type ElementHandle, type Page } from 'puppeteer-core';
import { findProgram } from '../../scripts/programs.mjs';

const START_MS = 60_000;

/**
 * A phone in the Firefox of this machine. Playwright drives only a Firefox of its own making, so this one is driven by
 * the standard protocol (WebDriver BiDi). Names are those that a person reads.
 */
export class FirefoxPhone {
  readonly page: Page;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, close: () => Promise<void>) {
    this.page = page;
    this.#close = close;
  }

  /** Null where there is no Firefox. `settings`: by the names that `about:config` lists. */
  static async open(settings: Record<string, unknown> = {}): Promise<FirefoxPhone | null> {
    const executablePath = await findProgram('firefox');
    if (!executablePath) return null;
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: settings,
      defaultViewport: null,
      args: ['--width=360', '--height=640'],
      timeout: START_MS
    });
    const page = await browser.newPage();
    // The size is set first of all; what else a phone's screen has, older versions do not know.
    await page.setViewport({ width: 360, height: 640 }).catch(() => {});
    return new FirefoxPhone(page, () => browser.close());
  }

  async type(label: string, text: string): Promise<void> {
    await (await this.#find('input, textarea', label)).type(text);
  }

  /** With a finger. */
  async press(name: string): Promise<void> {
    await (await this.#find('button, a', name)).tap();
  }

  /** Puts the focus there, as a keyboard would. */
  async focus(selector: string): Promise<void> {
    await expect.poll(() => this.page.$(selector).catch(() => null)).not.toBeNull();
    await this.page.focus(selector);
  }

  async chooseFile(selector: string, path: string): Promise<void> {
    await ((await this.page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null)?.uploadFile(path);
  }

  async sees(text: string): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.body?.innerText ?? '').catch(() => '')).toContain(text);
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** Waits for what a person would wait for: it is there, and may be used. */
  async #find(selector: string, name: string): Promise<ElementHandle> {
    let found: ElementHandle | undefined;
    const look = async (): Promise<boolean> => {
      const named = await Promise.all(
        (await this.page.$$(selector)).map(async (at) => ({ at, its: await nameOf(at) }))
      );
      found = (named.find(({ its }) => its === name) ?? named.find(({ its }) => its.includes(name)))?.at;
      return found !== undefined;
    };
    // A page that is just being left answers nothing: the next one is asked.
    await expect.poll(() => look().catch(() => false), { message: `Nothing is called ${name}` }).toBe(true);
    return found!;
  }
}

/** What it is called; nothing while it cannot be used. */
const nameOf = (element: ElementHandle): Promise<string> =>
  element.evaluate((node) => {
    const { disabled, labels } = node as HTMLInputElement;
    const said = node.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? node.textContent ?? '';
    return disabled ? '' : said.replace(/\s+/g, ' ').trim();
  });
