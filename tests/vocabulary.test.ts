import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const EXPORTED = /^export (?:default )?(?:async )?(?:function|const|let|class|type|interface) ([A-Za-z_$][\w$]*)/gm;
const CODE = /`([A-Za-z_$][\w$]*)`/g;

/** The last column of the table in docs/vocabulary.md. */
function notToUse(): Set<string> {
  const rows = readFileSync('docs/vocabulary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| Term'));
  return new Set(
    rows.flatMap((row) => [...(row.split('|').at(-2) ?? '').matchAll(CODE)].map(([, name]) => name ?? ''))
  );
}

const exported = globSync(['src/**/*.{ts,svelte}', 'server/**/*.ts'])
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(EXPORTED)].map(([, name]) => ({ file, name: name ?? '' }))
  );

/**
 * Facilitators' words, in the methods they belong to: who is heard, the line people stand on, the shelf of a table's
 * notes.
 */
const OF_A_METHOD = new Set(['spectrogram Hearing', 'spectrogram Line', 'cafe shelfOf']);
const methodOf = (file: string) => /^src\/methods\/([^/]+)\//.exec(file)?.[1] ?? '';

test('no exported name is on the list of words not to use', () => {
  const avoided = notToUse();
  expect(avoided.size).toBeGreaterThan(40);
  const found = exported.filter(({ file, name }) => avoided.has(name) && !OF_A_METHOD.has(`${methodOf(file)} ${name}`));
  expect(found).toEqual([]);
});

test('what the server is made of is made by create and open, and by no other verb', () => {
  const made = exported.filter(({ file, name }) => file.startsWith('server/') && /^(make|keep|build)[A-Z]/.test(name));
  expect(made).toEqual([]);
});
