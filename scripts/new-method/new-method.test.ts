import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/support/folders.ts';
import { whyNot } from './create.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = ['src', 'server', 'scripts', 'tests', 'docs', 'static'];
const CONFIGURED = ['package.json', 'tsconfig.json', 'vite.config.ts', 'svelte.config.js', 'eslint.config.js'];
const GENERATED = ['.prettierrc', '.prettierignore', '.svelte-kit/tsconfig.json'];
/** `npm run prove` asks everything of a new method; `npm test` what takes seconds. */
const WHOLE = process.env['PLENARY_NEW_METHOD'] === 'whole';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--project'];
const SECONDS: [name: string, ...command: string[]][] = [
  [
    'its own tests, and those of every method',
    ...VITEST,
    'unit',
    'src/methods/fist',
    ...['architecture', 'method-folders', 'undo-labels', 'roles', 'refusals', 'fuzz'].map((name) => `tests/${name}`)
  ]
];
const MINUTES: typeof SECONDS = [
  ['types, style and boundaries', 'scripts/test.ts', 'check'],
  ['the simulation', ...VITEST, 'unit', 'tests/simulation'],
  [
    'its surfaces, its scenes, and moving to and from it',
    ...VITEST,
    'component',
    ...['src/methods/fist', 'src/methods/scenes', 'src/routes/moving-on']
  ]
];

describe('a name', () => {
  it.each(['', 'F', 'Fist', 'fist-of-five', '5fist', 'fist of five', '../fist', 'f'.repeat(31)])(
    'such as “%s” is refused, because it is no name of a folder and of an object',
    (name) => expect(whyNot(ROOT, name)).toMatch(/cannot be the name of a method: it must be 2 to 30 small letters/)
  );

  it.each(['new', 'class', 'shared', 'gathering'])('such as “%s” is refused, because it means something', (name) =>
    expect(whyNot(ROOT, name)).toMatch(/means something else already/)
  );

  it('is refused where it is taken, and the command says so', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/new-method.ts', 'cafe'], {
      cwd: ROOT,
      encoding: 'utf8'
    });
    expect([status, stderr]).toEqual([2, 'There is a folder src/methods/cafe already.\n']);
  });

  it('is asked for', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/new-method.ts'], { cwd: ROOT, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'Which name? For instance: npm run new-method fist\n']);
  });
});

describe('a new method, in a copy of all this', () => {
  let root = '';
  let remove = () => Promise.resolve();
  const run = (...command: string[]) => {
    const env = { ...process.env, PLENARY_FUZZ: '5000' };
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', env });
    return { status, said: stdout + stderr };
  };

  beforeAll(async () => {
    ({ path: root, remove } = await temporaryFolder());
    mkdirSync(join(root, '.svelte-kit'));
    for (const name of [...COPIED, ...CONFIGURED, ...GENERATED])
      if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => remove());

  it('is made by one command, which says what to do next', () => {
    const { status, said } = run('scripts/new-method.ts', 'fist');
    expect([status, said]).toEqual([0, expect.stringContaining('src/methods/fist/README.md: say your rules first')]);
    const names = [...readFileSync(join(root, 'src/methods/list.ts'), 'utf8').matchAll(/manifest as (\w+)/g)];
    expect(names.map(([, name]) => name)).toEqual(expect.arrayContaining(['fist', 'spectrogram']));
    expect(existsSync(join(root, 'docs/reference/fist.md'))).toBe(true);
  });

  it.each(WHOLE ? [...SECONDS, ...MINUTES] : SECONDS)('satisfies %s', { timeout: 900_000 }, (_name, ...command) => {
    const { status, said } = run(...command);
    expect(status, said).toBe(0);
  });
});
