import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import what, as the table in docs/architecture.md says it. A breach prints the chain of imports that led
 * there.
 */
const root = resolve(import.meta.dirname, '..');

type Rule = { room: string; from: (file: string) => boolean; never: (target: string) => boolean; because: string };

const isTest = (file: string) => /\.test\.ts$/.test(file);
/** What tests play scenes with: no page loads it. */
const isForTests = (file: string) => file.includes('/testing/');
const packaged =
  (...names: string[]) =>
  (target: string) =>
    names.some((name) => target === name || target.startsWith(`${name}/`));
const inside =
  (...folders: string[]) =>
  (target: string) =>
    folders.some((folder) => target.startsWith(folder));
const any =
  (...tests: ((target: string) => boolean)[]) =>
  (target: string) =>
    tests.some((test) => test(target));
const foreign = any(packaged('svelte', '@sveltejs', 'socket.io', 'socket.io-client', 'redis', 'lucia'), (target) =>
  target.startsWith('node:')
);

/** The pieces of the kit that decide. Its pieces that are shown stand beside them, in rooms that may know the browser. */
const KIT_RULES = ['src/kit/rules/', 'src/kit/likeness/'];
const PURE = ['contract', 'kit', 'methods', 'rotation', 'gathering', 'harvest', 'wire', 'words'].map(
  (room) => `src/${room}/`
);

/** Vite finds components and words behind these by the names of files. Plain Node cannot load them. */
const DOORS = ['surfaces', 'phones', 'steps', 'left-out'].map((name) => `src/methods/${name}.ts`);

const pure = (file: string) =>
  inside(...PURE)(file) &&
  file.endsWith('.ts') &&
  !isTest(file) &&
  // Doors that Vite opens in a browser, and no rules.
  !DOORS.includes(file);

const LISTS = ['index', 'list', 'manifest'].map((name) => `src/methods/${name}.ts`);

const RULES: Rule[] = [
  {
    room: 'the pure core',
    from: pure,
    never: any(
      foreign,
      (target) => target.endsWith('.svelte'),
      inside('server/', 'src/lib/', 'src/routes/'),
      (target) => target.startsWith('$app')
    ),
    because: 'replay gives the same state on any machine, in any year'
  },
  {
    room: 'the kit',
    from: inside('src/kit/'),
    never: inside('src/methods/', 'src/routes/'),
    because: 'methods are made of it'
  },
  {
    room: 'the contract, the gathering, the wire and the harvest',
    from: (file) => pure(file) && inside('src/contract/', 'src/gathering/', 'src/wire/', 'src/harvest/')(file),
    never: inside('src/kit/', 'src/methods/', 'src/rotation/'),
    because: 'a method is added without opening them'
  },
  {
    room: 'the rules of the kit',
    from: (file) => pure(file) && inside(...KIT_RULES)(file),
    never: (target) => target.startsWith('src/') && !inside('src/contract/', 'src/kit/')(target),
    because: 'methods are made of its pieces, and it is made of none of them'
  },
  {
    room: 'the browser',
    from: (file) => inside('src/lib/')(file) || file.endsWith('.svelte'),
    never: any(inside('server/'), packaged('redis', 'lucia', 'socket.io'), (target) => target.startsWith('node:')),
    because: 'secrets, and the size of what a phone loads'
  },
  {
    room: 'surfaces in the browser',
    from: (file) => file.endsWith('.svelte') || inside('src/lib/')(file),
    never: (target) => LISTS.includes(target) || isRulesOf(target),
    because: 'pages carry views and components, not the rules'
  },
  {
    room: 'the server',
    from: (file) => inside('server/')(file) && !isTest(file),
    never: any(
      (target) => target.endsWith('.svelte'),
      inside('src/lib/', 'src/routes/'),
      (target) => DOORS.includes(target) || target.startsWith('$app')
    ),
    because: 'it starts with plain Node, no build step'
  },
  {
    room: 'everything but server/accounts',
    from: (file) => !inside('server/accounts/')(file) && !isTest(file),
    never: packaged('lucia'),
    because: 'upstream ended it: it must be replaceable in a day'
  },
  {
    room: 'everything but server/log/redis',
    from: (file) => !file.startsWith('server/log/redis/') && !inside('tests/')(file) && !isTest(file),
    never: packaged('redis'),
    because: 'the embedded default works without it'
  },
  {
    room: 'everything but shared writing',
    from: (file) => !inside('src/kit/outline-editor/')(file) && !isTest(file) && !isForTests(file),
    never: packaged('yjs', 'lib0'),
    because: 'only whoever writes loads a library that merges, and it can be replaced in one place'
  },
  {
    room: 'everything but the files of editions',
    from: (file) =>
      !inside('src/harvest/formats/', 'server/formats/file-worker.ts', 'server/formats/chart-png.ts')(file) &&
      !isTest(file),
    never: any(
      packaged('docx', 'write-excel-file', 'ical-generator', '@resvg/resvg-js'),
      inside('src/harvest/formats/')
    ),
    because: 'their libraries are large: a thread or a page loads them when somebody asks, a start and a phone never'
  },
  {
    room: 'everything but server/live',
    from: (file) => !inside('server/live/')(file) && !isTest(file),
    never: packaged('socket.io'),
    because: 'the transport is a detail'
  },
  {
    room: 'everything but src/lib/live and the load',
    from: (file) => !inside('src/lib/live/', 'scripts/', 'tests/')(file) && !isTest(file),
    never: packaged('socket.io-client'),
    because: 'the transport is a detail'
  }
];

const files = ['src', 'server', 'scripts', 'tests'].flatMap((folder) => filesBelow(join(root, folder)));
const VALUES = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const VALUES_AND_TYPES = /(?:^|\n)\s*(?:import|export)\s+(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/g;
const imports = new Map(files.map((file) => [file, importsOf(file, VALUES)]));
const allImports = new Map(files.map((file) => [file, importsOf(file, VALUES_AND_TYPES)]));

describe('the house', () => {
  for (const { room, from, never, because } of RULES) {
    it(`${room} keeps its doors: ${because}`, () => {
      const breaches = files.filter(from).flatMap((file) => chainTo(file, never));
      expect(breaches.join('\n')).toBe('');
    });
  }

  it('methods know nothing of each other', () => {
    const breaches = files.filter(pure).flatMap((file) => {
      const own = methodOf(file);
      if (!own) return [];
      return valuesOf(file)
        .filter((target) => methodOf(target) && methodOf(target) !== own)
        .map((target) => `${file} -> ${target}`);
    });
    expect(breaches.join('\n')).toBe('');
  });

  it('no files import each other in a circle, not even for a type: each can be read before those above it', () => {
    const done = new Set<string>();
    const circles = files.filter((file) => !isTest(file)).flatMap((file) => circleFrom(file, [], done));
    expect(circles.join('\n')).toBe('');
  });

  it('the pure core asks no clock and no chance', () => {
    const asks = /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|performance\.now|setTimeout|setInterval)/;
    const breaches = files
      .filter(pure)
      .filter((file) => asks.test(withoutComments(readFileSync(join(root, file), 'utf8'))));
    expect(breaches.join('\n')).toBe('');
  });
});

/** The chain of imports from a file to what it must never reach. Types are free: they are gone at run time. */
function chainTo(start: string, never: (target: string) => boolean): string[] {
  const queue: string[][] = [[start]];
  const seen = new Set([start]);
  while (queue.length > 0) {
    const chain = queue.shift() ?? [];
    for (const target of valuesOf(chain.at(-1) ?? '')) {
      if (never(target)) return [[...chain, target].join(' -> ')];
      // Only the room's own files are followed: what another room may import is that room's rule.
      if (!seen.has(target) && imports.has(target) && target.split('/')[1] === start.split('/')[1]) {
        seen.add(target);
        queue.push([...chain, target]);
      }
    }
  }
  return [];
}

/** The first circle that is met on the way down from a file; `done`: files below which there is none. */
function circleFrom(file: string, above: readonly string[], done: Set<string>): string[] {
  if (above.includes(file)) return [[...above.slice(above.indexOf(file)), file].join(' -> ')];
  if (done.has(file)) return [];
  done.add(file);
  return (allImports.get(file) ?? []).flatMap((target) => circleFrom(target, [...above, file], done));
}

function valuesOf(file: string): string[] {
  return imports.get(file) ?? [];
}

function importsOf(file: string, pattern: RegExp): string[] {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'));
  const found = [...text.matchAll(pattern)];
  return found.map(([, target]) => placeOf(target ?? '', file));
}

function placeOf(target: string, file: string): string {
  if (target.startsWith('.')) return relative(root, resolve(root, dirname(file), target));
  if (target.startsWith('#server/')) return target.slice(1);
  if (target.startsWith('#')) return `src/${target.slice(1)}`;
  return target;
}

function methodOf(file: string): string | null {
  const match = /^src\/methods\/([^/]+)\//.exec(file);
  return match?.[1] ?? null;
}

function isRulesOf(target: string): boolean {
  const method = methodOf(target);
  return method !== null && [method, 'manifest'].some((name) => target === `src/methods/${method}/${name}.ts`);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
