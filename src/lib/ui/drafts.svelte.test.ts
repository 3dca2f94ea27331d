import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { readDraft, dropDrafts, writeDraft } from './draft-store.ts';
import Field from './Field.svelte';

const ANA = 'phone evening ana';
const field = page.getByLabelText('Note');

const open = (owner: string, props: object = {}) =>
  render(Field, { props: { label: 'Note', value: '', ...props }, context: new Map([['drafts', () => owner]]) });

/** What a page that is loaded again finds: the component is gone, and nobody pressed anything in it. */
async function again(screen: Awaited<ReturnType<typeof open>>, owner = ANA, props: object = {}) {
  await screen.unmount();
  return open(owner, props);
}

afterEach(() => {
  vi.restoreAllMocks();
  dropDrafts(() => true);
  localStorage.clear();
});

test('what is half-written is there again after the page was loaded anew, and gone once it was sent', async () => {
  const first = await open(ANA);
  await field.fill('Half a thought\u0301');
  const second = await again(first);
  await expect.element(field).toHaveValue('Half a thought\u0301');
  await second.rerender({ value: '' });
  await again(second);
  await expect.element(field).toHaveValue('');
});

test('it is never brought back for somebody else, nor in another activity', async () => {
  const first = await open(ANA);
  await field.fill('Mine');
  const second = await again(first, 'phone evening bo');
  await expect.element(field).toHaveValue('');
  await again(second, `${ANA} activity-2`);
  await expect.element(field).toHaveValue('');
});

test('a change of words is brought back only onto the words it began with', async () => {
  const first = await open(ANA, { value: 'Old title' });
  await field.fill('Old title, and more');
  const second = await again(first, ANA, { value: 'Old title' });
  await expect.element(field).toHaveValue('Old title, and more');
  await again(second, ANA, { value: 'What Bo made of it' });
  await expect.element(field).toHaveValue('What Bo made of it');
});

test('without a store it lives as long as the page', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('away', 'SecurityError');
  });
  const first = await open(ANA);
  await field.fill('Half a thought');
  await again(first);
  await expect.element(field).toHaveValue('Half a thought');
});

test('a place without an owner keeps nothing, and neither does a field for passwords or for searching', async () => {
  const first = await render(Field, { label: 'Note', value: '' });
  await field.fill('Who am I');
  await first.unmount();
  const second = await open(ANA, { type: 'search' });
  await field.fill('Ana');
  await second.unmount();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('what is older than half a day is swept, and what belongs to whoever left', () => {
  writeDraft(`${ANA} Note  `, 'one');
  writeDraft('phone evening bo Note  ', 'two');
  localStorage.setItem(
    'plenary-draft phone morning old',
    JSON.stringify({ at: Date.now() - 13 * 3600_000, words: 'x' })
  );
  dropDrafts((place) => place.startsWith(ANA));
  expect(Object.keys(localStorage)).toEqual(['plenary-draft phone evening bo Note  ']);
  expect(readDraft(`${ANA} Note  `)).toBeNull();
});

test('a limit is said while somebody types, counts letters as people do, cuts nothing and holds the form back', async () => {
  await open(ANA, { most: 40 });
  await field.fill('👨‍👩‍👧‍👦'.repeat(35));
  await expect.element(page.getByText('5 letters left').first()).toBeVisible();
  await field.fill('👨‍👩‍👧‍👦'.repeat(43));
  await expect.element(page.getByText('3 letters too many').first()).toBeVisible();
  await expect.element(field).toHaveValue('👨‍👩‍👧‍👦'.repeat(43));
  expect((field.element() as HTMLInputElement).validationMessage).toBe('3 letters too many');
});

test('of several lines the one is named that is too long, and how many there may be', async () => {
  await open(ANA, { lines: 4, mostEach: 10, mostLines: 2 });
  await field.fill('short\n\nmuch too long');
  await expect.element(page.getByText('Line 2: 3 letters too many').first()).toBeVisible();
  await field.fill('one\ntwo\nthree');
  await expect.element(page.getByText('At most 2 lines').first()).toBeVisible();
});
