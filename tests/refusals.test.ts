import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { manifests } from '#methods/index.ts';
import { bringIn, handOver, refusals, sorting } from '#words/index.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** A method that only tests play: its nos are said to no person. */
const FOR_TESTS = 'src/kit/rules/votes/testing/choosing.ts';

/** Every file that can say no, but for tests, and the codes it says it with. */
function saidIn(folder: string): { file: string; code: string }[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('words.ts'))
    .filter((name) => name !== FOR_TESTS);
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    // A code may be chosen inside the call, so each word in quotes up to its end counts; figures are not in quotes.
    const calls = [
      ...source.matchAll(/\b(?:refuse|no|EditionFileRefused)\(([^;]*?)\)/g),
      ...source.matchAll(/\brefused: ('[a-z-]+')/g)
    ];
    return calls.flatMap(([, said]) =>
      [...(said ?? '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code]) => ({ file, code: code ?? '' }))
    );
  });
}

test('every no that the house can say has a sentence', () => {
  const said = ['src/gathering', 'src/wire', 'server/live', 'server/gatherings'].flatMap(saidIn);
  expect(said.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['not-yours-to-do', 'out-of-order', 'not-understood'])
  );
  // Handing over and sorting have pages of their own, and their own sentences.
  const sentences = { ...refusals, ...handOver.refusals, ...sorting.refusals };
  expect(said.filter(({ code }) => !Object.hasOwn(sentences, code))).toEqual([]);
});

test('every no to somebody who brings in an edition has a sentence of its own', () => {
  const said = ['server/commons', 'server/formats', 'src/routes/account'].flatMap(saidIn);
  expect(said.map(({ code }) => code)).toEqual(expect.arrayContaining(['file-damaged', 'address-taken', 'no-file']));
  const sentences = bringIn.refusals({ version: 1 });
  expect(said.filter(({ code }) => !Object.hasOwn(sentences, code))).toEqual([]);
});

/** The folder of a method, and the kit's rules that it is made of. */
function foldersOf(method: string): string[] {
  const own = `src/methods/${method}`;
  const sources = readdirSync(join(ROOT, own)).filter((name) => name.endsWith('.ts'));
  const kit = sources.flatMap((name) =>
    [...readFileSync(join(ROOT, own, name), 'utf8').matchAll(/'#kit\/rules\/([\w-]+)\//g)].map(
      ([, folder]) => folder ?? ''
    )
  );
  return [own, ...[...new Set(kit)].map((folder) => `src/kit/rules/${folder}`)];
}

test.each(Object.entries(manifests))(
  'every no that %s can say has a sentence, its own or that of the house',
  (method, { refusals: own }) => {
    const silent = foldersOf(method)
      .flatMap(saidIn)
      .filter(({ code }) => !Object.hasOwn(own, code) && !Object.hasOwn(refusals, code));
    expect(silent).toEqual([]);
    for (const sentence of Object.values(own)) expect(String(sentence)).toMatch(/\S/);
  }
);
