import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands in the folder of each method, `<name>` for the method's own, and what it is for. */
export const FILES: readonly (readonly [file: string, purpose: string])[] = [
  ['README.md', 'the rules in plain words for a facilitator, each with an id'],
  ['<name>.ts', 'the rules as one object, exported as `<name>`'],
  ['views.ts', 'what each channel sees, and its type in `Views`'],
  ['manifest.ts', 'what servers, scripts and tests read of the method, exported as `manifest`'],
  ['sample.ts', 'settings of a block to try it with'],
  ['rehearse.ts', 'how simulated people behave'],
  ['testing/random-commands.ts', 'commands people might send in it, for the simulation and the fuzz'],
  ['testing/scenes.ts', 'what its surfaces can be asked to show, for tests that draw them'],
  ['words/steps.ts', 'what the console calls the method and its steps'],
  ['words/refusals.ts', 'the sentence of each refusal'],
  [
    'words/harvest.ts',
    'what an edition calls what the method leaves behind, and the sentences that say what it leaves out'
  ],
  ['Board.svelte', 'what the wall shows'],
  ['BoardText.svelte', 'the same as a plain page, read in order'],
  ['Phone.svelte', 'what a person sees and does'],
  ['Console.svelte', 'what those who lead see and do'],
  ['SetUp.svelte', 'the fields of a new block']
];
const METHODS = 'src/methods';
const LIST = `${METHODS}/list.ts`;

/** One sentence for each file that a method lacks, and for each method that `list.ts` lacks. `root`: a checkout. */
export function lackingIn(root: string): string[] {
  const list = readFileSync(join(root, LIST), 'utf8');
  const folders = readdirSync(join(root, METHODS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return folders.flatMap((method) => {
    const line = `export { manifest as ${method} } from './${method}/manifest.ts';`;
    const listed = list.split('\n').includes(line) ? [] : [`${LIST} has no line for ${method}. Add: ${line}`];
    return [...listed, ...filesLacking(join(root, METHODS, method), method)];
  });
}

function filesLacking(folder: string, method: string): string[] {
  const held = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return FILES.flatMap(([file, purpose]) => {
    const name = file.replace('<name>', method);
    // Not `existsSync`: some disks take BoardText.svelte and Boardtext.svelte for the same.
    if (held.includes(name)) return [];
    const alike = held.find((other) => letters(other) === letters(name));
    const found = alike === undefined ? '' : ` There is ${alike}: rename it.`;
    return [`${METHODS}/${method}/${name} is missing: ${purpose.replace('<name>', method)}.${found}`];
  });
}

const letters = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
