import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyTemplate } from '../../scripts/new-method/create.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where `npm run new-method fist` would put it, but for the house: tests alone see it. */
export const GUIDE = join(ROOT, 'test-results/guide/fist');
/** What the guide says goes, and the tests of what it replaces. */
const GONE = ['wall-groups.ts', 'Surfaces.svelte.test.ts'];

/** Lays the code blocks of docs/add-a-method.md over a copy of the template. Answers with the names of all its files. */
export function layGuide(): string[] {
  const guide = readFileSync(join(ROOT, 'docs/add-a-method.md'), 'utf8');
  const blocks = [...guide.matchAll(/```(?:ts|svelte) file=(\S+)\n([\s\S]*?)```/g)];
  const copied = copyTemplate(GUIDE, 'fist').filter((name) => !GONE.includes(name));
  for (const name of GONE) rmSync(join(GUIDE, name), { force: true });
  for (const [, name = '', code = ''] of blocks) {
    mkdirSync(dirname(join(GUIDE, name)), { recursive: true });
    writeFileSync(join(GUIDE, name), code);
  }
  return [...new Set([...copied, ...blocks.map(([, name = '']) => name)])];
}

/** Lines with code on them, of all files but README.md. */
export const linesOf = (files: readonly string[]): number =>
  files
    .filter((name) => !name.endsWith('.md'))
    .flatMap((name) => readFileSync(join(GUIDE, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '').length;

/** For tests in a browser, which cannot write: see vite.config.ts. */
export default function setup(): void {
  layGuide();
}
