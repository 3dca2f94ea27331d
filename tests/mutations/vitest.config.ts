import { defineConfig, type Plugin } from 'vitest/config';
import { mutations, type Mutation } from './mutations.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

/** The sources as they are, with one mutation. No file is touched. */
function planted({ file, from, to }: Mutation): Plugin {
  return {
    name: 'planted-mutation',
    enforce: 'pre',
    transform: (code, id) => (id.split('?')[0] === ROOT + file ? code.replace(from, to) : null)
  };
}

const mutation = mutations.find(({ name }) => name === process.env.PLENARY_MUTATION);

export default defineConfig({
  root: ROOT,
  plugins: mutation ? [planted(mutation)] : [],
  // A cache would hand out sources with another mutation.
  test: {
    environment: 'node',
    fsModuleCache: false,
    include: ['{src,server,tests}/**/*.test.ts'],
    exclude: ['**/*.svelte.test.ts']
  }
});
