import { defineConfig } from 'vitest/config';

/** One runner for unit, property, golden, migration and architecture tests; the journey is Playwright's. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{unit,property,golden,migrations,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // The second is what .ci/run counts.
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    testTimeout: 30_000,
    // The machine is shared: a second worker gains little and makes timings noisy.
    maxWorkers: 2,
  },
});
