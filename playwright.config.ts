import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // Each test starts its own server and several browsers: more than one at a time makes small machines flaky.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  expect: { timeout: 10_000 },
  use: {
    // A missing button should say so in seconds, not at the end of the test.
    actionTimeout: 15_000,
    browserName: 'chromium',
    launchOptions: await launchOptions(),
    // Keeping a trace of every step costs a tenth of the time: asked for when a failure is not understood.
    trace: process.env.PLENARY_TRACE ? 'retain-on-failure' : 'off',
    video: 'off'
  }
});
