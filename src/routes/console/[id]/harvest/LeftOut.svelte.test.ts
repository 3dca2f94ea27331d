import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { harvestWords as cafe } from '#methods/cafe/words/harvest.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { harvestWords as fishbowl } from '#methods/fishbowl/words/harvest.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import { harvestWords as spectrogram } from '#methods/spectrogram/words/harvest.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { harvestDesk as words } from '#words/index.ts';
import { leftOutBy } from './left-out.ts';
import LeftOut from './LeftOut.svelte';

const of = (...methods: string[]) => leftOutBy(methods.map((method) => ({ method })));
const sentences = () =>
  page
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
const names = () =>
  page
    .getByRole('heading', { level: 3 })
    .elements()
    .map(({ textContent }) => textContent);

test('of each gathering the desk says what its own methods leave out, each once, and nothing of other methods', async () => {
  const screen = await render(LeftOut, { methods: of('fishbowl', 'spectrogram', 'fishbowl'), rehearsal: false });
  expect(names()).toEqual([fishbowlSteps.method, spectrogramSteps.method]);
  expect(sentences()).toEqual([...fishbowl.leftOut, ...spectrogram.leftOut]);
  await screen.rerender({ methods: of('cafe') });
  expect(names()).toEqual([cafeSteps.method]);
  expect(sentences()).toEqual(cafe.leftOut);
});

test('simulated people are left out, and not where they count', async () => {
  const screen = await render(LeftOut, { methods: of('cafe'), rehearsal: false });
  await expect.element(page.getByText(words.simulatedLeftOut)).toBeVisible();
  await screen.rerender({ rehearsal: true });
  await expect.element(page.getByText(words.simulatedLeftOut)).not.toBeInTheDocument();
});

test('a block of a method that is no longer there is passed over', () => {
  expect(of('circle')).toEqual([]);
});
