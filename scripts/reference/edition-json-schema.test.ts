import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Edition } from '#harvest/document.ts';
import { json } from '#harvest/json.ts';
import { fullEdition } from '../../tests/support/full-edition.ts';
import { EDITION_SCHEMA_PATH, editionJsonSchema } from './edition-json-schema.ts';

/** Read by a program that knows nothing of ours, as whoever uses it would. */
const published = JSON.parse(readFileSync(`${import.meta.dirname}/../../${EDITION_SCHEMA_PATH}`, 'utf8')) as object;
const allows = new Ajv().compile(published);
const document = (): Record<string, unknown> => JSON.parse(json(fullEdition())) as Record<string, unknown>;

test('the published schema is the one that checks each document today', () => {
  expect(published).toEqual(JSON.parse(editionJsonSchema()));
});

test('it takes every kind of block there is', () => {
  expect(allows(document()) ? [] : allows.errors).toEqual([]);
});

const outline = ({ blocks }: Edition) => blocks.filter((block) => block.kind === 'outline')[0];
test.each<[string, (edition: Edition) => unknown]>([
  ['a field it does not know', (edition) => Object.assign(edition, { people: [] })],
  ['another version', (edition) => Object.assign(edition, { schemaVersion: 3 })],
  ['a day that is none', (edition) => Object.assign(edition, { publishedAt: 'yesterday' })],
  ['a kind of block it does not know', (edition) => Object.assign(edition.blocks[0] ?? {}, { kind: 'poll' })],
  ['a note without an address', (edition) => Object.assign(outline(edition)?.branches[0]?.notes[0] ?? {}, { id: '' })],
  [
    'a field in a note under a note that it does not know',
    (edition) => Object.assign(outline(edition)?.branches[0]?.notes[0]?.notes[0] ?? {}, { person: 'Ana' })
  ]
])('it refuses %s', (_what, spoil) => {
  const spoiled = document();
  spoil(spoiled as unknown as Edition);
  expect(allows(spoiled)).toBe(false);
});
