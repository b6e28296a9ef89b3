/**
 * An edit of a large plan in Chromium: `bench:edit [--json] [--profile FILE]` (cli.md). The page is the app
 * itself on its own host. Times are medians of the work from the act to the frame that shows map, totals, quotas,
 * payouts and budget after it; the wait for the screen's clock is no work. A profile is for Chromium's own tools.
 */
import { parseArgs } from 'node:util';
import { profiled, withBenchApp } from './benchApp';
import type { EditBenchSize } from './editPage/page';

const SIZE: EditBenchSize = {
  accounts: 100_000,
  territories: 200,
  lassoed: 30_000,
  singleMoves: 41,
  lassos: 9,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, profile: { type: 'string' } },
});
const figures = await withBenchApp('editPage', values.profile !== undefined, async (page) => {
  await page.waitForFunction(() => window.runEditBench !== undefined);
  await page.evaluate((size) => window.openEditPlan!(size), SIZE);
  return profiled(page, values.profile ?? null, () =>
    page.evaluate((size) => window.runEditBench!(size), SIZE),
  );
});
const { all, ...medians } = figures;
const round = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value;
if (values.json) console.log(JSON.stringify(medians, round));
else {
  console.table(medians);
  for (const [act, times] of Object.entries(all))
    console.log(act, times.map((ms) => ms.toFixed(1)).join(' '));
}
