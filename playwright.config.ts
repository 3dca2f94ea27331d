import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // Each has servers, folders and browsers of its own, and waits for what it sees rather than for a time: so two do not
  // disturb each other, and one uses the cores while the other waits.
  workers: 2,
  // On a machine that is busy with something else a journey takes many times as long, and is no worse for it.
  timeout: 300_000,
  forbidOnly: Boolean(process.env.CI),
  expect: { timeout: 20_000 },
  use: {
    // A missing button should say so in seconds, not at the end of the test.
    actionTimeout: 30_000,
    browserName: 'chromium',
    launchOptions: await launchOptions(),
    // Keeping a trace of every step costs a tenth of the time: asked for when a failure is not understood.
    trace: process.env.PLENARY_TRACE ? 'retain-on-failure' : 'off',
    video: 'off'
  }
});
