import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { account as words } from '#words/index.ts';
import NewPassword from './NewPassword.svelte';

const field = () => page.getByLabelText(words.newPassword);

test('says why a password is weak while it is typed, once it is long enough to be one', async () => {
  await render(NewPassword, { about: ['Ana', 'ana@example.org'] });
  await field().fill('Plenary20');
  await expect.element(field()).not.toHaveAttribute('aria-invalid');
  await field().fill('Plenary2026!');
  await expect.element(page.getByText(words.weak['password-personal'])).toBeVisible();
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  await field().fill('lantern and thread');
  await expect.element(field()).not.toHaveAttribute('aria-invalid');
});

test('nothing under a finger moves when the field is left', async () => {
  await render(NewPassword, { about: [] });
  await field().fill('short');
  const top = () => page.getByLabelText(words.showPassword).element().getBoundingClientRect().top;
  const before = top();
  await userEvent.tab();
  await expect.element(field()).not.toHaveFocus();
  expect(top()).toBe(before);
});

test('can show what is typed', async () => {
  await render(NewPassword, { about: [] });
  await page.getByLabelText(words.showPassword).click();
  await expect.element(field()).toHaveAttribute('type', 'text');
});
