import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILES, lackingIn } from './support/method-folders.ts';
import { temporaryFolder } from './support/folders.ts';

const ROOT = resolve(import.meta.dirname, '..');

it('no method lacks a file, or its line in src/methods/list.ts', () => {
  expect(lackingIn(ROOT)).toEqual([]);
});

it('each method has the name of its folder', async () => {
  const { methods } = await import('#methods/index.ts');
  expect(Object.keys(methods).length).toBeGreaterThan(0);
  expect(Object.values(methods).map(({ name }) => name)).toEqual(Object.keys(methods));
});

it('the guide tells the same of every file', () => {
  const guide = readFileSync(join(ROOT, 'docs/add-a-method.md'), 'utf8');
  for (const [file, purpose] of FILES)
    expect(guide).toContain(`| \`${file.replace('<name>', 'fist')}\` | ${purpose.replace('<name>', 'fist')} |`);
});

describe('a folder of a method', () => {
  let root = '';
  let remove = () => Promise.resolve();
  const file = (name: string) => join(root, 'src/methods/fist', name);

  beforeAll(async () => {
    ({ path: root, remove } = await temporaryFolder());
    for (const [name] of FILES) {
      mkdirSync(dirname(file(name)), { recursive: true });
      writeFileSync(file(name.replace('<name>', 'fist')), '');
    }
    writeFileSync(join(root, 'src/methods/list.ts'), "export { manifest as fist } from './fist/manifest.ts';\n");
  });
  afterAll(() => remove());

  it('lacks nothing when all of it is there', () => {
    expect(lackingIn(root)).toEqual([]);
  });

  it.each(FILES)('without %s is told what that is for', (name, purpose) => {
    const own = name.replace('<name>', 'fist');
    cpSync(file(own), `${root}/away`);
    rmSync(file(own));
    expect(lackingIn(root)).toEqual([`src/methods/fist/${own} is missing: ${purpose.replace('<name>', 'fist')}.`]);
    renameSync(`${root}/away`, file(own));
  });

  it('with a name that is nearly right is told which', () => {
    renameSync(file('BoardText.svelte'), file('board-text.svelte'));
    expect(lackingIn(root)).toEqual([
      'src/methods/fist/BoardText.svelte is missing: the same as a plain page, read in order. There is board-text.svelte: rename it.'
    ]);
    renameSync(file('board-text.svelte'), file('BoardText.svelte'));
  });

  it('that is in no list is told the line', () => {
    writeFileSync(join(root, 'src/methods/list.ts'), '');
    expect(lackingIn(root)).toEqual([
      "src/methods/list.ts has no line for fist. Add: export { manifest as fist } from './fist/manifest.ts';"
    ]);
  });
});
