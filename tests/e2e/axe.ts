import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Checks pages with axe and collects every violation: all rules in the light theme, contrast alone in the dark one.
 */
export function createAxeChecks() {
  const violated: string[] = [];
  const undecided: string[] = [];

  async function checkPage(page: Page, state: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion, because a page that fades in has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await scan(page, `${state}, ${colorScheme}`, colorScheme === 'dark');
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }

  /** Walls follow their own key and not the wish of the machine. */
  async function checkBoard(board: Page, state: string): Promise<void> {
    await board.bringToFront();
    for (const [index, theme] of ['paper', 'lantern', 'sunlit'].entries()) {
      await expect(board.locator(`main[data-theme="${theme}"]`)).toBeVisible();
      await scan(board, `${state}, ${theme}`, index > 0);
      await board.keyboard.press('d');
    }
  }

  async function scan(page: Page, state: string, onlyContrast = false): Promise<void> {
    await page.bringToFront();
    const { violations, incomplete } = onlyContrast ? await contrast(page) : await everything(page);
    const places = (nodes: { target: unknown[] }[]) => nodes.map(({ target }) => target.join(' ')).join(', ');
    for (const { id, help, nodes } of violations) violated.push(`${state}: ${id} (${help}): ${places(nodes)}`);
    for (const { id, nodes } of incomplete) if (id === 'color-contrast') undecided.push(`  ${state}: ${places(nodes)}`);
  }

  function expectNoViolations(): void {
    if (undecided.length > 0) console.log(`axe could not decide on contrast here:\n${undecided.join('\n')}`);
    expect(violated.join('\n')).toBe('');
  }

  return { checkPage, checkBoard, scan, expectNoViolations };
}

const everything = (page: Page) => new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();

/** After {@link everything}, which leaves axe in the page: to bring it again takes longer than to ask it. */
const contrast = (page: Page) =>
  page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: object): ReturnType<AxeBuilder['analyze']> } };
    return axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations', 'incomplete'] });
  });
