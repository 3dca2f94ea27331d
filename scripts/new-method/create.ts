import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small method that works: checked like all other code where it stands, and copied under another name. */
const TEMPLATE = join(import.meta.dirname, 'template');
const METHODS = 'src/methods';
const LIST = `${METHODS}/list.ts`;

/** A folder, a JavaScript name and what the log keeps of every activity. */
const FITS = /^[a-z][a-z0-9]{1,29}$/;
/** What cannot be exported by this name, and what the house itself is called. */
const RESERVED = new Set(
  [
    'as async await break case catch class const continue debugger default delete do else enum export extends false',
    'finally for from function if implements import in instanceof interface let new null of package private protected',
    'public return static super switch this throw true try type typeof undefined var void while with yield',
    'gathering shared newmethod'
  ].flatMap((line) => line.split(' '))
);

/** Why there can be no method of this name, as a sentence; null when there can. `root`: a checkout. */
export function whyNot(root: string, name: string): string | null {
  if (!FITS.test(name))
    return `“${name}” cannot be the name of a method: it must be 2 to 30 small letters and digits, a letter first, such as fist.`;
  if (RESERVED.has(name)) return `“${name}” cannot be the name of a method: it means something else already.`;
  if (existsSync(join(root, METHODS, name))) return `There is a folder ${METHODS}/${name} already.`;
  return null;
}

/** Writes the folder and its line in the list. Answers with the files. */
export function createMethod(root: string, name: string): string[] {
  const refused = whyNot(root, name);
  if (refused !== null) throw new Error(refused);
  const folder = join(METHODS, name);
  const written = copyTemplate(join(root, folder), name).map((file) => join(folder, file));
  writeFileSync(join(root, LIST), withLine(readFileSync(join(root, LIST), 'utf8'), name));
  return [...written, LIST].sort();
}

/** Writes the files of a method of this name. Answers with their names. */
export function copyTemplate(folder: string, name: string): string[] {
  const named = (text: string): string =>
    text
      .replaceAll('newmethod', name)
      .replaceAll('Newmethod', name.charAt(0).toUpperCase() + name.slice(1))
      // The ids of its rules.
      .replaceAll(/\bNM(?=\d)/g, name.slice(0, 2).toUpperCase());
  const files = readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return files.map((file) => {
    const target = named(file.slice(TEMPLATE.length + 1));
    mkdirSync(dirname(join(folder, target)), { recursive: true });
    writeFileSync(join(folder, target), named(readFileSync(file, 'utf8')));
    return target;
  });
}

/** Names stand in the order of the alphabet. */
function withLine(list: string, name: string): string {
  const isExport = (line: string) => line.startsWith('export ');
  const lines = list.trimEnd().split('\n');
  const exports = [...lines.filter(isExport), `export { manifest as ${name} } from './${name}/manifest.ts';`].sort();
  return `${[...lines.filter((line) => !isExport(line)), ...exports].join('\n')}\n`;
}
