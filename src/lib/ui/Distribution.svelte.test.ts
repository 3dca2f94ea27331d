import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { sentence } from '#harvest/sentence.ts';
import { harvest } from '#words/index.ts';
import { working } from '../../../tests/support/editions.ts';
import type { Drawn } from './distribution.ts';
import Distribution from './Distribution.svelte';
import '../../app.css';

const [first, second] = working.rounds as unknown as [Drawn, Drawn];
const description = sentence(second, working.poles, harvest);
const props = {
  title: 'Where people stood: How do you work?',
  description,
  poles: ['Peer to peer', 'Alone, or in a hierarchy'] as const,
  middle: 'A co-working space',
  round: second
};

const rectangles = (inside: ParentNode) => [...inside.querySelectorAll('svg[role=img] rect.bar')];
const area = (bar: Element) => bar.getBoundingClientRect().width * bar.getBoundingClientRect().height;

test('who cannot see the picture hears its title and its sentence', async () => {
  await render(Distribution, props);
  const picture = page.getByRole('img', { name: props.title });
  await expect.element(picture).toHaveAccessibleDescription(description);
});

test('equal areas are equal numbers of people, in both rounds', async () => {
  const { container } = await render(Distribution, { ...props, before: first });
  const bars = rectangles(container);
  const counts = [...second.spread.ranges, ...first.spread.ranges].map(({ count }) => count);
  const perPerson = bars.map(area).sort((one, other) => one - other);
  const people = counts.sort((one, other) => one - other);
  expect(bars).toHaveLength(counts.length);
  const one = perPerson.reduce((sum, each) => sum + each) / people.reduce((sum, each) => sum + each);
  for (const [i, each] of perPerson.entries()) expect(each / (people[i] ?? 0) / one).toBeCloseTo(1, 1);
});

test('the earlier round hangs below the line', async () => {
  const { container } = await render(Distribution, { ...props, before: first });
  const line = container.querySelector('line.thread')?.getBoundingClientRect().top ?? 0;
  const below = [...container.querySelectorAll('svg[role=img] rect.before')];
  expect(below).toHaveLength(first.spread.ranges.length);
  for (const bar of below) expect(bar.getBoundingClientRect().top).toBeGreaterThanOrEqual(line - 1);
});

test('the table holds every figure of the picture', async () => {
  const { container } = await render(Distribution, props);
  await page.getByText('The figures as a table').click();
  const rows = [...container.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual(second.spread.ranges.map(({ from, to, count }) => `${from} to ${to}${count}`));
  await expect.element(page.getByRole('rowheader', { name: '0 to 160' })).toBeVisible();
});

test('on a narrow phone no number runs into its neighbour and nothing hangs out', async () => {
  await page.viewport(320, 640);
  const ranges = Array.from({ length: 25 }, (_, i) => ({ from: i * 40, to: (i + 1) * 40, count: 10 + i }));
  const { container } = await render(Distribution, {
    ...props,
    round: { ...second, spread: { ...second.spread, ranges } }
  });
  const shown = [...container.querySelectorAll('svg[role=img] text')]
    .map((text) => text.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .sort((one, other) => one.left - other.left);
  for (const [i, box] of shown.entries()) expect(box.right).toBeLessThanOrEqual(shown[i + 1]?.left ?? 320);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('words that were typed stay words', async () => {
  const { container } = await render(Distribution, { ...props, poles: ['<img src=x onerror=alert(1)>', '"><script>'] });
  expect(container.querySelector('img, script')).toBeNull();
  await expect.element(page.getByText('<img src=x onerror=alert(1)>', { exact: true })).toBeVisible();
});
