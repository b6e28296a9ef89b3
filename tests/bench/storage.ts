/**
 * A large plan on disk in Chromium: `bench:storage [--json]` (cli.md). The app opens it from its database with a
 * journal of edits behind it, duplicates it, and writes single edits; each time ends when it is done on disk.
 */
import { parseArgs } from 'node:util';
import { withBenchApp } from './benchApp';

const SIZE = { accounts: 100_000, territories: 200, journalled: 150, opens: 5, duplicates: 3, appends: 31 };

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const figures = await withBenchApp('editPage', false, async (page) => {
  await page.waitForFunction(() => window.runStorageBench !== undefined);
  return page.evaluate((size) => window.runStorageBench!(size), SIZE);
});
const round = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value;
if (values.json) console.log(JSON.stringify(figures, round));
else console.table([figures]);
