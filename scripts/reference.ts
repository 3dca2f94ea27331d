import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EDITION_SCHEMA_PATH, editionJsonSchema } from './reference/edition-json-schema.ts';
import { reference } from './reference/pages.ts';

/**
 * Writes docs/reference/ and the JSON Schema of an edition; with `--check` it only says what is stale. README.md there
 * is written by hand.
 */
const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = 'docs/reference';
const BY_HAND = 'README.md';

const files = new Map([
  ...[...reference()].map(([name, text]) => [`${FOLDER}/${name}`, text] as const),
  [EDITION_SCHEMA_PATH, editionJsonSchema()]
]);
const stale = [...files].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
const left = readdirSync(join(ROOT, FOLDER))
  .filter((name) => name !== BY_HAND)
  .map((name) => `${FOLDER}/${name}`)
  .filter((path) => !files.has(path));

if (process.argv.includes('--check')) {
  for (const path of [...stale, ...left]) console.error(`${path} is stale: npm run reference writes it anew.`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of files) {
    mkdirSync(join(ROOT, dirname(path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  for (const path of left) rmSync(join(ROOT, path));
  console.log(stale.length + left.length > 0 ? `Written: ${[...stale, ...left].join(', ')}.` : 'Nothing was stale.');
}

function textOf(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
}
