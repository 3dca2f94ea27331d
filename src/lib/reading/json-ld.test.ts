import { expect, it } from 'vitest';
import { edition } from '../../../tests/support/editions.ts';
import { fullEdition, IN_SHORT } from '../../../tests/support/full-edition.ts';
import { jsonLd } from './json-ld.ts';

const URL = 'http://192.168.1.20:3000/commons/a-day-of-cooperation';

it('says what an edition is, and nobody who was there', () => {
  const data = JSON.parse(jsonLd(edition(), URL)) as Record<string, unknown>;
  expect(data).toMatchObject({
    '@type': 'CreativeWork',
    name: 'A day of cooperation',
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    about: [{ '@type': 'Question', name: 'How do you work?' }]
  });
  expect(JSON.stringify(data)).not.toContain('Person');
});

it('HD7 tells what those who lead say in short, each with what it is about', () => {
  const { hasPart } = JSON.parse(jsonLd(fullEdition(), URL)) as { hasPart: { name: string; abstract: string }[] };
  expect(hasPart.map(({ abstract }) => abstract)).toEqual(IN_SHORT);
  expect(hasPart.map(({ name }) => name)).toContain('ما رأيكم؟ › 1.10');
});

it('holds no character that could end its element or need an entity, and loses none', () => {
  const title = '</script><!-- & "quoted" \u2028 <b>';
  const text = jsonLd(edition({ title }), URL);
  expect(text).not.toMatch(/[<>&]/);
  expect((JSON.parse(text) as { name: string }).name).toBe(title);
});
