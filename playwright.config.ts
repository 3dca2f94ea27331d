import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

/** Played by `npm run prove`. A shorter journey of the same kind is played every day, and is named beside it. */
const LONG = [
  'cafe-149-people.e2e.ts', // cafe.e2e.ts
  'cafe-topics.e2e.ts', // cafe.e2e.ts
  'desk-of-500-notes.e2e.ts', // desk.e2e.ts
  'harvest-of-a-day.e2e.ts', // corrections.e2e.ts and desk.e2e.ts
  'fishbowl-two-nodes.e2e.ts', // two-nodes.e2e.ts
  'firefox.e2e.ts', // keyboard.e2e.ts and before-hydration.e2e.ts
  'spectrogram-then-cafe.e2e.ts', // spectrogram-rounds.e2e.ts and cafe.e2e.ts
  'spectrogram-then-fishbowl.e2e.ts' // spectrogram-rounds.e2e.ts and fishbowl.e2e.ts
];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  testIgnore: process.env.PLENARY_PROVE ? [] : LONG.map((file) => `**/${file}`),
  outputDir: 'test-results/e2e',
  // Each has servers, folders and browsers of its own, and waits for what it sees rather than for a time: so two do not
  // disturb each other, and one uses the cores while the other waits.
  workers: 2,
  // On a machine that is busy with something else a journey takes many times as long, and is no worse for it.
  timeout: 600_000,
  forbidOnly: Boolean(process.env.CI),
  // These, too, end only what hangs: a page that a person would still wait for is not a fault.
  expect: { timeout: 60_000 },
  use: {
    // A missing button should say so before the end of the test.
    actionTimeout: 60_000,
    browserName: 'chromium',
    launchOptions: await launchOptions(),
    // Keeping a trace of every step costs a tenth of the time: asked for when a failure is not understood.
    trace: process.env.PLENARY_TRACE ? 'retain-on-failure' : 'off',
    video: 'off'
  }
});
