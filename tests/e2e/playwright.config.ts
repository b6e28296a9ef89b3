import { defineConfig } from '@playwright/test';
import { testBrowserOptions } from './findBrowser';

/** Two workers: a test waits for its window half of the time. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../../test-results/files',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    launchOptions: testBrowserOptions(true),
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // A trace takes as long as the test itself; `npm run e2e -- --trace on FILE` keeps one.
    trace: 'off',
  },
});
