import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { barriers, live, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Board from './Board.svelte';
import BoardText from './BoardText.svelte';
import Phone from './Phone.svelte';
import { NOW, quietAll, quietBoard, quietOwn, quietTable } from './testing/views.ts';
import { boards, phones } from './scenes.ts';

const say = () => Promise.resolve({ version: 1 });
const photoAt = (photo: string) => `data:image/gif;base64,${photo}`;
afterEach(takeThemeOff);

describe.each(THEMES)('on %s', (theme) => {
  test.each(Object.entries(phones))('the phone: %s', async (_state, { view, mine = {}, ours, press = [] }) => {
    await showOn(theme, 360, 640);
    await render(Phone, {
      view: { ...quietAll, ...view },
      mine: mine && { ...quietOwn, ...mine },
      channelViews: ours ? { 'table:t7': { ...quietTable, ...ours } } : {},
      say,
      sayWithPhoto: say,
      photoAt,
      link: live
    });
    for (const fold of press) await page.getByText(fold, { exact: false }).first().click();
    expect(await barriers()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  test.each(Object.entries(boards))('the board and its page of text: %s', async (_state, changes) => {
    await showOn(theme, 1280, 720);
    const view = { ...quietBoard, ...changes };
    const screen = await render(Board, { view, now: () => NOW, photoAt });
    Object.assign(screen.container.style, { display: 'grid', blockSize: '640px' });
    expect(await barriers()).toEqual([]);
    await screen.unmount();
    await render(BoardText, { view, now: () => NOW });
    expect(await barriers()).toEqual([]);
  });
});
