import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { plenary } from './server/vite-plugin.ts';
import { launchOptions } from './scripts/browser.mjs';

const testing = Boolean(process.env.VITEST);
// Building and serving need no browser.
const browser = testing ? await launchOptions() : {};

export default defineConfig({
  // Unit tests see the sources as plain Node does, without SvelteKit; component tests bring it back below.
  plugins: testing ? [] : [sveltekit(), plenary()],
  test: {
    passWithNoTests: true,
    // A busy machine makes a test slower, not worse: it fails for what it finds, and these end only what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // To begin a new world for each file took two thirds of the time of the rules, and a third of the server's.
          isolate: false,
          setupFiles: ['tests/support/counted-seeds.ts'],
          include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.svelte.test.ts', '**/*.alone.test.ts']
        }
      },
      {
        extends: true,
        // The pages are built to read their address once in a process.
        test: { name: 'alone', environment: 'node', include: ['tests/**/*.alone.test.ts'] }
      },
      {
        extends: true,
        plugins: [sveltekit()],
        test: {
          name: 'component',
          // One page for all files: each would load the kit and axe anew.
          isolate: false,
          include: ['src/**/*.svelte.test.ts'],
          globalSetup: ['tests/support/guide.ts'],
          setupFiles: ['tests/support/cleaned-components.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browser }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
