import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '../../src');

/** Names the code that folds events, by its sources: a snapshot made by other code is not trusted. */
export function codeVersion(): string {
  const hash = createHash('sha256');
  const files = ['contract/*.ts', 'gathering/*.ts', 'methods/**/*.ts'].flatMap((pattern) =>
    globSync(pattern, { cwd: SOURCES })
  );
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(SOURCES, file)))
      .update('\0');
  return hash.digest('base64url').slice(0, 16);
}
