import type { Page } from '@playwright/test';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './appTest';
import { goToScreen } from './steps/choose';
import { openSample, openSaved, SAMPLE } from './steps/openPlan';
import { expect } from './steps/patience';
import { readGrid } from './steps/readFigures';

const EDITS = 10;

/** Names in the team table that were typed here, in the order of its rows. */
async function typedNames(page: Page): Promise<string[]> {
  await goToScreen(page, 'Team');
  const rows = await readGrid(page.getByRole('grid', { name: 'Reps' }));
  return rows.map(({ Name }) => Name!).filter((name) => name.startsWith('Typed '));
}

/** How many edits of plans the window's database holds. */
function countOfSavedEdits(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('evenland');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('steps').objectStore('steps').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** When the newest file below a folder was written, milliseconds. */
function newestFileMs(folder: string): number {
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

test('a browser killed between edits loses the one in flight at most, a lost one is replaced by the backup', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await openSample(app.page);
  await goToScreen(app.page, 'Team');
  await app.page.getByRole('grid', { name: 'Reps' }).getByRole('gridcell').first().click();
  for (let edit = 1; edit <= EDITS; edit++) {
    // No person types as fast: the one before is on its way while the next one is typed.
    await expect.poll(() => countOfSavedEdits(app.page)).toBeGreaterThanOrEqual(edit - 1);
    await app.page.keyboard.type(`Typed ${edit}`);
    await app.page.keyboard.press('Enter');
  }

  let page = await app.crashAndReopen();
  await openSaved(page, SAMPLE);
  const kept = await typedNames(page);
  expect(kept.length).toBeGreaterThanOrEqual(EDITS - 1);
  expect(kept).toEqual(kept.map((_, at) => `Typed ${at + 1}`));
  await expect(page.getByRole('button', { name: /^Undo: set name of/ })).toBeEnabled();

  const editedAt = Date.now();
  await page.getByRole('grid', { name: 'Reps' }).getByRole('gridcell').first().click();
  await page.keyboard.type('Typed after the crash');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => newestFileMs(join(app.folder, 'backups')), { timeout: 60_000 })
    .toBeGreaterThan(editedAt);

  page = await app.reopenInFreshBrowser();
  const backup = page.getByRole('button', { name: new RegExp(`^${SAMPLE}.*Backup of`, 's') });
  await expect(backup).toBeVisible();
  await backup.click();
  await expect(page.getByRole('button', { name: `Plan ${SAMPLE}` })).toBeVisible();
  expect(await typedNames(page)).toEqual(['Typed after the crash', ...kept.slice(1)]);
  expect(app.complaints).toEqual([]);
});
