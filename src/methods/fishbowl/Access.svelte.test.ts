import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { asWall, barriers, live, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import Phone from './Phone.svelte';
import { NOW, quietAll, quietBoard, quietOwn } from './testing/views.ts';
import { boards, phones } from './scenes.ts';

const now = () => NOW;
const say = () => Promise.resolve({ version: 1 });
afterEach(takeThemeOff);

describe.each(THEMES)('by %s', (theme) => {
  test.each(Object.entries(phones))('the phone can be used by everybody: %s', async (_name, { view, mine, press }) => {
    await showOn(theme, 360, 640);
    const all = { ...quietAll, ...view };
    await render(Phone, { view: all, mine: mine ? { ...quietOwn, ...mine } : null, say, link: live, now });
    if (press) await page.getByText(press, { exact: true }).click();
    expect(await barriers()).toEqual([]);
    for (const control of document.querySelectorAll(
      'section button, section summary, section [id]:is(input, textarea)'
    ))
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
  });

  test.each(Object.entries(boards))('the board can be read by everybody: %s', async (_name, changes) => {
    await showOn(theme, 1280, 720);
    const { container } = await render(Board, { view: { ...quietBoard, ...changes }, now });
    asWall(container);
    // A board fades in, and its colours are wrong on the way. The pulse of a call takes seconds.
    for (const animation of document.getAnimations()) animation.finish();
    expect(await barriers()).toEqual([]);
  });

  test.each(Object.entries(boards))('the text twin can be used by everybody: %s', async (_name, changes) => {
    await showOn(theme, 1280, 720);
    await render(BoardText, { view: { ...quietBoard, ...changes }, now });
    expect(await barriers()).toEqual([]);
  });
});
