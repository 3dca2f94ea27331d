import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { live } from '../../tests/support/surfaces.ts';
import type { ConnectionState, Refused } from '#lib/live/connection-state.ts';
import StatusLine from '#lib/ui/StatusLine.svelte';
import { surfaces } from '#methods/surfaces.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { words as spectrogram } from '#methods/spectrogram/words.ts';
import { notTaken, phone, refusals } from '#words/index.ts';
import '../app.css';
import { RefusalSentences } from './refusal-sentences.svelte.ts';

const activities = { line: { method: 'spectrogram', view: {} }, tables: { method: 'cafe', view: {} } };

test.each(['Phone', 'Console'] as const)(
  'a no on a %s is told in the words of the method that said it',
  async (kind) => {
    const sentences = new RefusalSentences((method) => surfaces[method]?.[kind]());
    for (const { method } of Object.values(activities)) await sentences.preload(method);
    const told = (refused: string, activity: string) => sentences.for({ refused, activity }, activities);
    expect(told('other-round', 'line')).toBe(spectrogram.refusals['other-round']);
    expect(told('other-round', 'tables')).toBe(cafe.refusals['other-round']);
    expect(told('gathering-closed', 'tables')).toBe(refusals['gathering-closed']);
    // Not our fault, as far as this page knows: it may be older than the server.
    expect(told('never-heard-of', 'line')).toBe(notTaken);
  }
);

const line = async (refused: Refused, orphansOnly: boolean) => {
  const link: ConnectionState = { ...live, refused };
  return render(StatusLine, { link, sentence: ({ refused }) => `because of ${refused}`, orphansOnly });
};

test('the console’s status line leaves a no to the place that was pressed, and tells only what nobody else can', async () => {
  const screen = await line({ refused: 'no-round-left', activity: 'tables' }, true);
  await expect.element(page.getByText(phone.status.ready)).toBeVisible();
  await screen.rerender({ link: { ...live, refused: { refused: 'no-round-left', orphaned: true } } });
  await expect.element(page.getByText('because of no-round-left')).toBeVisible();
});

test('a phone’s status line tells every no', async () => {
  await line({ refused: 'no-round-left', activity: 'tables' }, false);
  await expect.element(page.getByText('because of no-round-left')).toBeVisible();
});
