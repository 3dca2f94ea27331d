import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reference } from './reference/pages.ts';

/** Writes docs/reference/; with `--check` it only says what is stale. README.md there is written by hand. */
const FOLDER = resolve(import.meta.dirname, '../docs/reference');
const BY_HAND = 'README.md';

const pages = reference();
mkdirSync(FOLDER, { recursive: true });
const held = readdirSync(FOLDER).filter((name) => name !== BY_HAND);
const textOf = (name: string) => (held.includes(name) ? readFileSync(join(FOLDER, name), 'utf8') : null);
const stale = [...pages].filter(([name, text]) => textOf(name) !== text).map(([name]) => name);
const left = held.filter((name) => !pages.has(name));

if (process.argv.includes('--check')) {
  for (const name of [...stale, ...left])
    console.error(`docs/reference/${name} is stale: npm run reference writes it anew.`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text);
  for (const name of left) rmSync(join(FOLDER, name));
  console.log(stale.length + left.length > 0 ? `Written: ${[...stale, ...left].join(', ')}.` : 'Nothing was stale.');
}
