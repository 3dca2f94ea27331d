import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import type { Answer } from '#wire/messages.ts';
import Phone from './Phone.svelte';
import type { AllSeen } from './views.ts';
import { phone as words } from './words/phone.ts';

const asked: AllSeen = {
  ...{ stage: 'writing', questions: ['What would help?'], of: 1, together: true, circle: null, endsAt: null },
  ...{ exposure: 'L1', room: null, vote: null, options: null }
};

async function open(view: Partial<AllSeen> = {}) {
  const said: [string, object][] = [];
  let next: Answer = { version: 2 };
  const say = (command: string, input: object) => {
    said.push([command, input]);
    return Promise.resolve(next);
  };
  await page.viewport(360, 640);
  const screen = await render(Phone, { view: { ...asked, ...view }, mine: null, say });
  return {
    said,
    answer: (answer: Answer) => (next = answer),
    becomes: (view: Partial<AllSeen>) => screen.rerender({ view: { ...asked, ...view } })
  };
}

test('Enter sends a card with the question it answers', async () => {
  const { said } = await open({ questions: ['What happened?', 'And now?'], of: 2, together: false });
  await page.getByLabelText(words.card).fill('A bench');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText(words.card)).toHaveValue('');
  expect(said).toEqual([['writeCard', { card: expect.any(String), question: 1, text: 'A bench' }]]);
});
