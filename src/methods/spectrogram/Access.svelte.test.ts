import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { barriers, live, showOn, takeThemeOff, THEMES } from '../../../tests/support/surfaces.ts';
import '../../app.css';
import Console from './Console.svelte';
import Phone from './Phone.svelte';
import { desks, people, phones } from './scenes.ts';
import { words } from './words.ts';

const say = () => Promise.resolve({ version: 1 });

afterEach(takeThemeOff);

describe.each(THEMES)('by %s', (theme) => {
  test.each(Object.entries(phones))('the phone can be used by everybody: %s', async (_name, state) => {
    const { view, mine = null, ballot = null, press } = state;
    await showOn(theme, 360, 640);
    await render(Phone, { view, mine, ballot, say, link: live });
    if (press) await page.getByRole('button', { name: press, exact: false }).click();
    expect(await barriers()).toEqual([]);
  });

  test.each(Object.entries(desks))('the console can be used by everybody: %s', async (_name, state) => {
    const { view, unfold = false, press, leads = true } = state;
    await showOn(theme, 1280, 800);
    await render(Console, { view, people, say, leads });
    if (press) {
      await page.getByRole('button', { name: press, exact: true }).click();
      await page.getByLabelText(words.console.text).fill('We should meet more and decide together');
      await expect.element(page.getByText(words.console.adviceHide)).toBeVisible();
    }
    if (unfold) {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      await expect.element(page.getByText(words.console.keepAbout)).toBeVisible();
      await expect.element(page.getByText(words.console.onlyFalls)).toBeVisible();
    }
    expect(await barriers()).toEqual([]);
  });
});
