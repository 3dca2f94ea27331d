import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createMethod, whyNot } from './new-method/create.ts';

/**
 * `npm run new-method fist` makes a method that works: a folder under src/methods, its line in the list and its page of
 * the reference. What it does is small; change it into yours.
 */
const ROOT = resolve(import.meta.dirname, '..');
const [name] = process.argv.slice(2);

const refused = name === undefined ? 'Which name? For instance: npm run new-method fist' : whyNot(ROOT, name);
if (name === undefined || refused !== null) {
  console.error(refused);
  process.exit(2);
}
const files = createMethod(ROOT, name);
for (const file of files) console.log(`  ${file}`);
// A shorter or longer name breaks lines elsewhere.
run('node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', ...files);
run('scripts/reference.ts');
console.log(`
${name} works already: everybody answers one question, and all answers are shown at once. Make it yours:
  1. src/methods/${name}/README.md: say your rules first, each with an id.
  2. npx vitest run --project unit src/methods/${name}: a test of each id, and the rules in ${name}.ts.
  3. npm run dev: a block of it on the console. npm run rehearse -- --code 482915 fills the room.
  4. npm run check, then npm test. docs/add-a-method.md tells the rest.`);

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
