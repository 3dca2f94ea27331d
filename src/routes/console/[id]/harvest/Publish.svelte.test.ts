import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { harvestDesk as words } from '#words/index.ts';
import Publish from './Publish.svelte';

test('publishing asks once what becomes public, and Escape leads back to the button', async () => {
  const form = document.body.appendChild(document.createElement('form'));
  form.innerHTML = '<input name="title" aria-label="Title" required />';
  const props = { notes: 53, names: 4, out: 3, next: null, empty: false };
  await render(Publish, { props, target: form });
  const button = page.getByRole('button', { name: words.publish });
  const dialog = page.getByRole('dialog', { name: 'Publish 53 notes, 4 names? 3 notes stay out.' });
  await button.click();
  await expect.element(page.getByLabelText('Title')).toHaveFocus();
  await expect.element(dialog).not.toBeInTheDocument();
  await page.getByLabelText('Title').fill('An evening');
  await button.click();
  await expect.element(dialog.getByRole('button', { name: words.publishYes })).toHaveAttribute('type', 'submit');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  form.remove();
});

test('what is empty cannot be published', async () => {
  await render(Publish, { notes: 0, names: 0, out: 0, next: 2, empty: true });
  await expect.element(page.getByRole('button', { name: words.publishNext(2) })).toBeDisabled();
});
