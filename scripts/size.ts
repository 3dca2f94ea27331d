import { readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { wordsIn } from './words-in.ts';

/** JavaScript that a phone must load before a page is alive, compressed as it is served. */
const BUDGET_KB = 60;
/**
 * What a phone weighs before anything is on, and in each method: as it is, so that it grows by nobody's oversight. The
 * framework, its router and the live line are 48 of it.
 */
const PHONE_KB = 65.7;
const PHONE_IN_KB: Record<string, number> = { cafe: 81.6, cards: 80.2, fishbowl: 78.5, spectrogram: 79.6 };
/** What a method may weigh on a phone until it has a line of its own in PHONE_IN_KB. */
const METHOD_KB = 12;
/** Words modules that a phone may load, of the house, of the method that is on, and of what methods share. */
const WORDS_ON_PHONES = [
  'called',
  'cards',
  'code-field',
  'errors',
  'fields',
  'home',
  'join',
  'names',
  'outline',
  'own-cards',
  'pasting',
  'phone',
  'refusals',
  'votes',
  'words'
];
const CLIENT = 'build/client';
const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';
const NODES = '.svelte-kit/generated/client-optimized/nodes';

type Chunk = { file: string; src?: string; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as Manifest;
/** `budget`: the constant above that says how much it may be. */
type Page = { name: string; route: string; budgetKb: number; budget: string; onDemand?: string };

const PHONE = 'src/routes/g/[id]/+page.svelte';
const pages: Page[] = [
  { name: 'join', route: 'src/routes/[code=code]/+page.svelte', budgetKb: BUDGET_KB, budget: 'BUDGET_KB' },
  { name: 'home', route: 'src/routes/+page.svelte', budgetKb: BUDGET_KB, budget: 'BUDGET_KB' },
  { name: 'phone', route: PHONE, budgetKb: PHONE_KB, budget: 'PHONE_KB' },
  // A method's surface comes when the method is on.
  ...Object.keys(manifest)
    .filter((key) => /^src\/methods\/[^/]+\/Phone\.svelte$/.test(key))
    .map((key) => [key, key.split('/')[2] ?? ''] as const)
    .map(([onDemand, method]) => ({
      name: `phone in a ${method}`,
      route: PHONE,
      budgetKb: PHONE_IN_KB[method] ?? PHONE_KB + METHOD_KB,
      budget: PHONE_IN_KB[method] === undefined ? 'PHONE_IN_KB (it has no line there yet)' : 'PHONE_IN_KB',
      onDemand
    }))
];

let over = false;
for (const page of pages) over = !(await report(page)) || over;
process.exitCode = over ? 1 : 0;

async function report({ name, route, budgetKb, budget, onDemand }: Page): Promise<boolean> {
  const keys = [...(await entriesFor(route)), ...(onDemand === undefined ? [] : [onDemand])];
  const files = reach(keys, ({ file }) => [file]);
  const sizes = await Promise.all(files.map(async (file) => ({ file, kb: await compressed(file) })));
  const styles = await Promise.all(reach(keys, ({ css }) => css ?? []).map(compressed));
  const total = sum(sizes.map(({ kb }) => kb));
  console.log(`${name}: what ${onDemand ?? route} loads, in kB (brotli)`);
  for (const { file, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`  ${kb.toFixed(1).padStart(6)}  ${file}`);
  const words = wordsIn(await Promise.all(files.map((file) => readFile(join(CLIENT, file), 'utf8'))));
  const strange = words.filter((file) => !isForPhones(file, onDemand));
  console.log(`  words: ${words.map((file) => (strange.includes(file) ? `${file} (not for here)` : file)).join(', ')}`);
  const within = total <= budgetKb;
  console.log(
    `  ${total.toFixed(1).padStart(6)}  JavaScript of ${budgetKb}${within ? '' : `: too much. Load less, or change ${budget} in scripts/size.ts`}`
  );
  console.log(`  ${sum(styles).toFixed(1).padStart(6)}  styles\n`);
  return within && strange.length === 0;
}

/** Words of other surfaces and of other methods come along unseen, where a module that is needed refers to theirs. */
function isForPhones(file: string, method: string | undefined): boolean {
  const [, of] = /^src\/methods\/([^/]+)\//.exec(file) ?? [];
  const isOurs = of === undefined || method?.startsWith(`src/methods/${of}/`) === true;
  return isOurs && WORDS_ON_PHONES.includes(basename(file, '.ts'));
}

/**
 * The entries of the framework and the page's own nodes: itself, its universal load, and the layouts and error page
 * above it.
 */
async function entriesFor(route: string): Promise<string[]> {
  const framework = Object.keys(manifest).filter((key) => /client\/entry\.js$|client-optimized\/app\.js$/.test(key));
  const above = ancestors(dirname(route)).flatMap((folder) => [`${folder}/+layout.svelte`, `${folder}/+error.svelte`]);
  const wanted = new Set([route, ...above]);
  const nodes = Object.keys(manifest).filter((key) => key.startsWith(`${NODES}/`));
  const own = await Promise.all(
    nodes.map(async (key) => {
      const source = await readFile(key, 'utf8');
      const [, component] = /from "((?:\.\.\/)*[^"]+\.svelte)"/.exec(source) ?? [];
      return component && wanted.has(normalize(join(dirname(key), component))) ? key : null;
    })
  );
  const entries = [...framework, ...own.filter((key) => key !== null)];
  if (framework.length < 2 || own.every((key) => key === null)) throw new Error(`No entry for ${route}: build first.`);
  return entries;
}

function ancestors(folder: string): string[] {
  return folder === 'src' ? [] : [folder, ...ancestors(dirname(folder))];
}

/** Everything these entries import statically, once. What is imported on demand is loaded later. */
function reach(keys: string[], what: (chunk: Chunk) => string[]): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of what(chunk)) found.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...found];
}

async function compressed(file: string): Promise<number> {
  const bytes = await readFile(join(CLIENT, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(bytes, { params }).length / 1000;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
