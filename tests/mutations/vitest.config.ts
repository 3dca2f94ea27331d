import { defineConfig, type Plugin } from 'vitest/config';
import { holes, type Hole } from './mutations.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The sources as they are, but for one hole. No file is touched. */
function planted({ file, from, to }: Hole): Plugin {
  return {
    name: 'planted-hole',
    enforce: 'pre',
    transform: (code, id) => (id.split('?')[0] === ROOT + file ? code.replace(from, to) : null)
  };
}

const hole = holes.find(({ name }) => name === process.env.PLENARY_HOLE);

export default defineConfig({
  root: ROOT,
  plugins: hole ? [planted(hole)] : [],
  // What was transformed with one hole must not be found again with another.
  test: {
    environment: 'node',
    fsModuleCache: false,
    include: ['{src,server,tests}/**/*.test.ts'],
    exclude: ['**/*.svelte.test.ts']
  }
});
