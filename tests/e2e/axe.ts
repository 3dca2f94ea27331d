import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `npm run prove` looks at every state of every journey. */
const IS_PROOF = Boolean(process.env['PLENARY_PROVE']);

/**
 * Checks pages with axe and collects every violation: all rules in the first theme of a state, contrast alone in the
 * others. The proof looks at every state in every theme, every other run at a state in one theme, by turns.
 * `oneIn`: how many states of a journey one is looked at for, the first among them. Axe takes half of the time of a
 * journey, the component tests look at every scene of every method, and one journey at every page of the house.
 */
export function createAxeChecks({ oneIn = 4 } = {}) {
  const violated: string[] = [];
  const undecided: string[] = [];
  let states = 0;
  let turns = 0;
  const isLookedAt = () => IS_PROOF || states++ % oneIn === 0;
  const ofThisTurn = <Theme>(themes: readonly Theme[]) =>
    IS_PROOF ? themes : themes.slice(turns++ % themes.length).slice(0, 1);

  async function checkPage(page: Page, state: string): Promise<void> {
    if (isLookedAt()) await inThemes(page, state);
    // Without motion, and in front, is how a journey goes on, whether or not its page was looked at.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.bringToFront();
  }

  async function inThemes(page: Page, state: string): Promise<void> {
    for (const [index, colorScheme] of ofThisTurn(['light', 'dark'] as const).entries()) {
      // Without motion, because a page that fades in has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await look(page, `${state}, ${colorScheme}`, index > 0);
    }
  }

  /** Walls follow their own key and not the wish of the machine. */
  async function checkBoard(board: Page, state: string): Promise<void> {
    await board.bringToFront();
    if (!isLookedAt()) return;
    const themes = ['paper', 'lantern', 'sunlit'];
    const looked = ofThisTurn(themes);
    for (const theme of themes) {
      await expect(board.locator(`main[data-theme="${theme}"]`)).toBeVisible();
      if (looked.includes(theme)) await look(board, `${state}, ${theme}`, theme !== looked[0]);
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

/** What passed is not told node by node. The board in a console's frame is looked at where it is a page of its own. */
const everything = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations', 'incomplete'], iframes: IS_PROOF })
    .withTags(TAGS)
    .analyze();

/** After {@link everything}, which leaves axe in the page: to bring it again takes longer than to ask it. */
const contrast = (page: Page) =>
  page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: object): ReturnType<AxeBuilder['analyze']> } };
    return axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations', 'incomplete'] });
  });
