import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `npm run prove` looks at every state of every journey. */
const IS_PROOF = Boolean(process.env['PLENARY_PROVE']);

/**
 * Checks pages with axe and collects every violation: all rules in the light theme, contrast alone in the dark one.
 * `oneIn`: how many states of a journey one is looked at for, the first among them. Axe takes half of the time of a
 * journey, the component tests look at every scene of every method, and one journey at every page of the house.
 */
export function createAxeChecks({ oneIn = 4 } = {}) {
  const violated: string[] = [];
  const undecided: string[] = [];
  let states = 0;
  const isLookedAt = () => IS_PROOF || states++ % oneIn === 0;

  async function checkPage(page: Page, state: string): Promise<void> {
    if (isLookedAt()) await inBothThemes(page, state);
    // Without motion, and in front, is how a journey goes on, whether or not its page was looked at.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.bringToFront();
  }

  async function inBothThemes(page: Page, state: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion, because a page that fades in has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await look(page, `${state}, ${colorScheme}`, colorScheme === 'dark');
    }
  }

  /** Walls follow their own key and not the wish of the machine. */
  async function checkBoard(board: Page, state: string): Promise<void> {
    await board.bringToFront();
    if (!isLookedAt()) return;
    for (const [index, theme] of ['paper', 'lantern', 'sunlit'].entries()) {
      await expect(board.locator(`main[data-theme="${theme}"]`)).toBeVisible();
      await look(board, `${state}, ${theme}`, index > 0);
      await board.keyboard.press('d');
    }
  }

  async function scan(page: Page, state: string): Promise<void> {
    await page.bringToFront();
    if (isLookedAt()) await look(page, state);
  }

  async function look(page: Page, state: string, onlyContrast = false): Promise<void> {
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
