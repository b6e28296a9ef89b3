import { defineConfig } from 'vitest/config';

const ALL = ['tests/{unit,property,golden,migrations,architecture}/**/*.test.{ts,tsx}'];
const IN_A_PROCESS_OF_THEIR_OWN = [
  // Of what lives as long as a window: stores, and a browser's storage put in place of the global one.
  'tests/unit/renderer/{state,persistence}/**/*.test.{ts,tsx}',
  'tests/unit/renderer/features/{balance/runBalance,balance/teamTask,sizing/sizeTeam,territories/checks/checksStore}.test.ts',
  // Measures the CPU of its process.
  'tests/unit/shared/balance/stretches.test.ts',
];

/** One runner for unit, property, golden, migration and architecture tests; the journey is Playwright's. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    environment: 'node',
    // The second is what .ci/run counts.
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    testTimeout: 120_000,
    // The machine is shared: a second worker gains little and makes timings noisy.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ALL,
          exclude: IN_A_PROCESS_OF_THEIR_OWN,
          // What they test keeps nothing from one call to the next: a process reads each module once for all.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: IN_A_PROCESS_OF_THEIR_OWN, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
