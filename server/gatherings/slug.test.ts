import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['A day of cooperation', 'a-day-of-cooperation'],
  ['Łódź – wspólny stół', 'lodz-wspolny-stol'],
  ['Größe & Maß', 'grosse-mass'],
  ['Ærøskøbing', 'aeroskobing'],
  ['İstanbul', 'istanbul'],
  ['Київ і Ωμέγα', 'kiiv-i-omega'],
  ['حديقة', 'hdyqh'],
  ['גינה', 'gynh'],
  ['北京', 'beijing'],
  ['日本', 'riben'],
  ['한국', 'hangug'],
  ['हिन्दी', 'hindi'],
  ['ไทย', 'aithy'],
  ['Cafe\u0301', 'cafe'],
  ['🌻', 'sunflower']
])('the address of “%s” keeps its letters: %s', (title, readable) => {
  expect(slugOf(title, 'k3x9m1p0zzzz')).toBe(`${readable}-k3x9m1p0`);
});

test.each(['', '  –  ', '\uD800', 'x'.repeat(5_000), '協同'.repeat(500), '../../etc', '%2e%2e'])(
  'whatever the title is, the address is one: %j',
  (title) => {
    const slug = slugOf(title, 'k3x9m1p0zzzz');
    expect(slug).toMatch(/^(?:[a-z0-9]+-)*k3x9m1p0$/);
    expect(slug.length).toBeLessThan(80);
  }
);
