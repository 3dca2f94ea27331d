import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { account as words } from '#words/index.ts';
import NewPassword from './NewPassword.svelte';

const field = () => page.getByLabelText(words.newPassword);

test('says why a password is weak once the field is left, and is silent while somebody types', async () => {
  await render(NewPassword, { about: ['Ana', 'ana@example.org'] });
  await field().fill('Plenary2026!');
  expect(page.getByText(words.weak['password-personal']).query()).toBeNull();
  await userEvent.tab();
  await expect.element(page.getByText(words.weak['password-personal'])).toBeVisible();
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  await field().fill('lantern and thread');
  await expect.element(field()).not.toHaveAttribute('aria-invalid');
});

test('can show what is typed', async () => {
  await render(NewPassword, { about: [] });
  await page.getByLabelText(words.showPassword).click();
  await expect.element(field()).toHaveAttribute('type', 'text');
});
