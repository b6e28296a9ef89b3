import { readFileSync } from 'node:fs';
import { test } from './appTest';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

test('the map is saved as a picture with title and table', async ({ app }) => {
  const { page } = app;
  await openSample(page);
  const map = await page.getByRole('application', { name: /^Map of territories/ }).boundingBox();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save map as picture' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('FY27 Field Plan - map.png');
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(map!.width + 250);
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(map!.height);
  // A picture of one colour alone would be far smaller.
  expect(bytes.length).toBeGreaterThan(60_000);
  expect(app.complaints).toEqual([]);
});
