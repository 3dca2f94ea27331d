import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { console as consoleWords, refusals } from '#words/index.ts';
import type { Answer } from '#wire/messages.ts';
import '../../../app.css';
import BoardControls from './BoardControls.svelte';
import type { GatheringSeen } from './steps.ts';

const words = consoleWords.boards;
type Say = (command: string, input: object) => Promise<Answer>;

const seen = (changes: object = {}) =>
  ({
    blank: false,
    frozen: false,
    textSize: null,
    theme: null,
    pages: { held: false, turn: 0 },
    ...changes
  }) as GatheringSeen;

async function controls(changes: object = {}, answer: Answer = { version: 2 }) {
  const say = vi.fn<Say>(() => Promise.resolve(answer));
  const screen = await render(BoardControls, { gathering: seen(changes), say });
  const becomes = (now: object) => screen.rerender({ gathering: seen(now) });
  return { said: say.mock.calls, becomes, screen };
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

afterEach(() => localStorage.removeItem('plenary-keys'));

test('pages go back and on, and are held until they are let go', async () => {
  const { said, becomes } = await controls();
  await button(words.back).click();
  await button(words.on).click();
  await button(words.hold).click();
  await becomes({ pages: { held: true, turn: 0 } });
  await expect.element(button(words.goOn)).toHaveAttribute('aria-pressed', 'true');
  await button(words.goOn).click();
  expect(said).toEqual([
    ['turnPage', { by: -1 }],
    ['turnPage', { by: 1 }],
    ['holdPages', { held: true }],
    ['holdPages', { held: false }]
  ]);
});

test('a frozen board says so on the button that lets it go, and a blank one, too', async () => {
  const { said, becomes } = await controls();
  await button(words.freeze).click();
  await becomes({ frozen: true, blank: true });
  await expect.element(button(words.unfreeze)).toHaveClass('lit');
  await button(words.unfreeze).click();
  await button(consoleWords.unblank).click();
  expect(said).toEqual([
    ['freeze', { frozen: true }],
    ['freeze', { frozen: false }],
    ['blank', { blank: false }]
  ]);
});

test('text grows from the usual size, not past the largest, and each board can have its own again', async () => {
  const { said, becomes } = await controls();
  await button(words.larger).click();
  await becomes({ textSize: 'XL' });
  await expect.element(button(words.larger)).toHaveAttribute('aria-disabled', 'true');
  (button(words.larger).element() as HTMLElement).click();
  await button(words.smaller).click();
  await page.getByLabelText(words.size).selectOptions(words.ownSize);
  expect(said).toEqual([
    ['setTextSize', { size: 'XL' }],
    ['setTextSize', { size: 'L' }],
    ['setTextSize', { size: null }]
  ]);
});

test('a theme is chosen for all boards; one that was refused is not said to be so', async () => {
  const { said } = await controls({ theme: 'paper' }, { refused: 'gathering-closed' });
  const list = page.getByLabelText(words.theme);
  await list.selectOptions(words.themes.lantern);
  expect(said).toEqual([['setTheme', { theme: 'lantern' }]]);
  await expect.element(page.getByRole('alert')).toHaveTextContent(refusals['gathering-closed']);
  await expect.element(list).toHaveValue('paper');
});

test('single keys do the same, and nothing once they are switched off', async () => {
  const { said } = await controls({ pages: { held: true, turn: 4 }, frozen: true });
  await userEvent.keyboard('<h>+-fb');
  const pressed = [
    ['turnPage', { by: -1 }],
    ['holdPages', { held: false }],
    ['turnPage', { by: 1 }],
    ['setTextSize', { size: 'XL' }],
    ['setTextSize', { size: 'M' }],
    ['freeze', { frozen: false }],
    ['blank', { blank: true }]
  ];
  expect(said).toEqual(pressed);
  localStorage.setItem('plenary-keys', 'off');
  await userEvent.keyboard('<h>+-fb');
  expect(said).toEqual(pressed);
});

test('everything can be hit with a thumb and fits a narrow column, with large letters, too', async () => {
  const { screen } = await controls({ pages: { held: true, turn: 0 }, frozen: true, blank: true });
  for (const [width, text] of [
    [280, 100],
    [280, 200]
  ] as const) {
    screen.container.style.inlineSize = `${width}px`;
    document.documentElement.style.fontSize = `${text}%`;
    for (const control of document.querySelectorAll('button, select')) {
      const { height, right, left } = control.getBoundingClientRect();
      expect(height).toBeGreaterThanOrEqual(44);
      expect(right - screen.container.getBoundingClientRect().left).toBeLessThanOrEqual(width);
      expect(right - left).toBeGreaterThanOrEqual(44);
    }
  }
  document.documentElement.style.fontSize = '';
});
