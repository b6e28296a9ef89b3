import { defineConfig } from '@playwright/test';
import { testBrowserOptions } from './findBrowser';

/** One worker: the machine is shared, and the app is one window. */
export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../../test-results/files',
  workers: 1,
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
    trace: 'retain-on-failure',
  },
});
