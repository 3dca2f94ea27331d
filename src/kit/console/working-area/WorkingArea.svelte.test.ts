import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { listen } from '#lib/ui/shortcuts.ts';
import { barriers } from '../../../../tests/support/surfaces.ts';
import { words } from '../../words/working-area.ts';
import '../../../app.css';
import ThreeTabs from './testing/ThreeTabs.svelte';

const tab = (name: string | RegExp) => page.getByRole('tab', { name });
const selected = async (name: string | RegExp) => expect.element(tab(name)).toHaveAttribute('aria-selected', 'true');
const cockpit = (activity = 'one') => ({ activity, wide: false, openPerson() {} });

afterEach(async () => {
  sessionStorage.clear();
  document.documentElement.removeAttribute('dir');
  await page.viewport(1280, 800);
});

test('one tab is shown at a time, and says whose part it shows', async () => {
  await render(ThreeTabs);
  await selected('Run');
  await expect.element(page.getByRole('tabpanel', { name: 'Run' })).toBeVisible();
  await tab('Notes 2').click();
  await expect.element(page.getByRole('tabpanel', { name: 'Notes 2' })).toBeVisible();
  await expect.element(page.getByLabelText('Run it')).not.toBeVisible();
  expect(await barriers()).toEqual([]);
});

test('arrows, Home and End lead through the tabs; Enter shows one, and no key of the console acts', async () => {
  const next = vi.fn();
  const deaf = listen({ ArrowRight: next, ' ': next });
  await render(ThreeTabs);
  (tab('Run').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tab('Notes 2')).toHaveFocus();
  await selected('Run');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(tab('Run')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(tab('Plan')).toHaveFocus();
  await userEvent.keyboard('{Home}{End} ');
  await selected('Plan');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByLabelText('A plan')).toHaveFocus();
  expect(next).not.toHaveBeenCalled();
  deaf();
});

test('the arrows go with the script', async () => {
  document.documentElement.dir = 'rtl';
  await render(ThreeTabs);
  (tab('Run').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(tab('Notes 2')).toHaveFocus();
});

test('what is half typed stays in a tab that is not shown', async () => {
  await render(ThreeTabs);
  await tab('Notes 2').click();
  await page.getByLabelText('A note').fill('Block parties');
  await tab('Plan').click();
  await tab('Notes 2').click();
  await expect.element(page.getByLabelText('A note')).toHaveValue('Block parties');
});

test('what was chosen stays when the stage changes, and over a reload, and for this activity alone', async () => {
  const screen = await render(ThreeTabs, { cockpit: cockpit() });
  await tab('Plan').click();
  await screen.rerender({ first: 'notes', notes: 3 });
  await selected('Plan');
  await screen.unmount();
  const again = await render(ThreeTabs, { cockpit: cockpit() });
  await selected('Plan');
  await again.unmount();
  await render(ThreeTabs, { cockpit: cockpit('two') });
  await selected('Run');
});

test('until a person chooses, the stage does; but not while they type', async () => {
  const screen = await render(ThreeTabs);
  (page.getByRole('button', { name: 'Go' }).element() as HTMLElement).focus();
  await screen.rerender({ first: 'plan' });
  await selected('Plan');
  await expect.element(tab('Plan')).toHaveFocus();
  await page.getByLabelText('A plan').fill('Two rounds');
  await screen.rerender({ first: 'notes' });
  await selected('Plan');
  await expect.element(page.getByLabelText('A plan')).toHaveFocus();
});

test('when the tab that is shown goes, another one is shown and has the focus', async () => {
  const screen = await render(ThreeTabs);
  await tab('Notes 2').click();
  (page.getByLabelText('A note').element() as HTMLElement).focus();
  await screen.rerender({ notes: 0 });
  await selected('Run');
  await expect.element(tab('Run')).toHaveFocus();
});

test('a tab that is not shown says why somebody should look, and is spoken once', async () => {
  const tell = vi.fn();
  const screen = await render(ThreeTabs, { tell });
  await screen.rerender({ wants: '1 waits' });
  await expect.element(tab('Notes 2 1 waits')).toBeVisible();
  await screen.rerender({ wants: '2 wait' });
  await expect.element(tab('Notes 2 2 wait')).toBeVisible();
  expect(tell.mock.calls).toEqual([[words.wants('Notes', '1 waits')]]);
  await tab(/^Notes/).click();
  await expect.element(tab('Notes 2')).toBeVisible();
  expect(await barriers()).toEqual([]);
});

test('a tab that may be wide takes the whole width at a press, and gives it back when another is shown', async () => {
  const held = cockpit();
  const screen = await render(ThreeTabs, { cockpit: held });
  const wide = page.getByRole('button', { name: words.fullWidth });
  await expect.element(wide).not.toBeInTheDocument();
  await tab('Notes 2').click();
  await wide.click();
  await expect.element(wide).toHaveAttribute('aria-pressed', 'true');
  expect(held.wide).toBe(true);
  await tab('Run').click();
  await expect.poll(() => held.wide).toBe(false);
  await tab('Notes 2').click();
  await expect.poll(() => held.wide).toBe(true);
  await screen.unmount();
  expect(held.wide).toBe(false);
});

test('tabs go into the next line on a phone with large letters', async () => {
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = '200%';
  await render(ThreeTabs, { notes: 500, wants: '2 wait' });
  for (const each of document.querySelectorAll('[role="tab"]'))
    expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(320);
  document.documentElement.style.fontSize = '';
});
