import type { Page } from '@playwright/test';
import { test } from './appTest';
import { drawLasso, hoverAccount, type MapSpot } from './steps/drawOnMap';
import { openSample } from './steps/openPlan';
import { expect } from './steps/patience';

test.use({ viewport: { width: 1440, height: 900 } });

async function pick(page: Page, tool: string): Promise<(spot: MapSpot) => [number, number]> {
  await page.getByRole('button', { name: tool, exact: true }).click();
  const map = await page.getByRole('application', { name: /^Map of territories/ }).boundingBox();
  if (!map) throw new Error('The map is not on screen.');
  return ([x, y]) => [map.x + map.width * x, map.y + map.height * y];
}

async function drag(page: Page, tool: string, from: MapSpot, to: MapSpot): Promise<void> {
  const at = await pick(page, tool);
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 12 });
  await page.mouse.up();
}

/** Indices of all territories, as the tree shows them: what an undo must bring back. */
async function figures(page: Page): Promise<string> {
  return (await page.getByRole('tree', { name: 'Territories with their index' }).innerText()).replace(
    /\s+/g,
    ' ',
  );
}

function selectedCount(page: Page): Promise<number> {
  return page
    .getByText(/^Selection\s*[\d,]+$/)
    .first()
    .innerText()
    .then((text) => Number(text.replace(/\D/g, '')));
}

const TOOLS: readonly { readonly name: string; readonly use: (page: Page) => Promise<void> }[] = [
  { name: 'rectangle', use: (page) => drag(page, 'Rectangle', [0.52, 0.5], [0.66, 0.66]) },
  { name: 'radius', use: (page) => drag(page, 'Radius', [0.6, 0.55], [0.68, 0.6]) },
  { name: 'paint', use: (page) => drag(page, 'Paint', [0.5, 0.52], [0.7, 0.58]) },
  {
    name: 'lasso',
    use: (page) =>
      drawLasso(page, [
        [0.55, 0.45],
        [0.68, 0.47],
        [0.66, 0.62],
        [0.54, 0.6],
      ]),
  },
  {
    name: 'polygon',
    use: async (page) => {
      const at = await pick(page, 'Polygon');
      for (const spot of [
        [0.55, 0.45],
        [0.68, 0.47],
        [0.66, 0.62],
      ] as const)
        await page.mouse.click(...at(spot));
      await page.keyboard.press('Enter');
    },
  },
];

test('the tools of the map: clicks, shapes, Erase and Grow choose, show their effect first, and are undone', async ({
  app,
}) => {
  test.setTimeout(360_000);
  const { page } = app;
  await openSample(page);
  const before = await figures(page);

  await test.step('click picks an account, Shift-click a second, Alt-click lets it go; grow and moves are undone', async () => {
    const card = page.getByRole('dialog', { name: 'Preview of the move' });

    const first = await hoverAccount(page, [0.62, 0.5]);
    await page.mouse.click(...first.at);
    await expect.poll(() => selectedCount(page)).toBe(1);
    const second = await hoverAccount(page, [0.7, 0.44]);
    expect(second.name).not.toBe(first.name);
    await page.keyboard.down('Shift');
    await page.mouse.click(...second.at);
    await page.keyboard.up('Shift');
    await expect.poll(() => selectedCount(page)).toBe(2);
    await page.keyboard.down('Alt');
    await page.mouse.click(...second.at);
    await page.keyboard.up('Alt');
    await expect.poll(() => selectedCount(page)).toBe(1);

    const move = async (): Promise<void> => {
      await expect(card).toBeVisible();
      expect(await figures(page)).toBe(before);
      // By its button: the keys belong to the tool that was clicked.
      await card.getByRole('button', { name: /^Move/ }).first().click();
      await expect(card).toBeHidden();
      await expect(page.getByText(/^Undo: move/)).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
      await expect.poll(() => figures(page)).toBe(before);
    };
    await page.getByRole('button', { name: 'Move to…' }).click();
    await move();
    await page.mouse.click(...first.at);
    await expect.poll(() => selectedCount(page)).toBe(1);
    await page.getByRole('button', { name: 'Grow to neighbours' }).click();
    await expect.poll(() => selectedCount(page)).toBeGreaterThan(1);
    await move();
  });

  await test.step('rectangle, radius, paint, lasso, polygon: the effect is shown first, Enter moves, undo brings all back', async () => {
    const card = page.getByRole('dialog', { name: 'Preview of the move' });
    for (const { name, use } of TOOLS) {
      await test.step(name, async () => {
        // Nothing is left of the tool before.
        await expect(card).toBeHidden();
        await expect.poll(() => selectedCount(page)).toBe(0);
        await use(page);
        await expect(card).toBeVisible();
        expect(await selectedCount(page)).toBeGreaterThan(3);
        expect(await figures(page)).toBe(before);
        await page.keyboard.press('Enter');
        await expect(card).toBeHidden();
        await expect.poll(() => figures(page)).not.toBe(before);
        await page.keyboard.press('Control+z');
        await expect.poll(() => figures(page)).toBe(before);
        expect(app.complaints).toEqual([]);
      });
    }
  });

  await test.step('erase lets go, grow takes in the neighbours, Shift adds, Alt removes, Escape drops', async () => {
    await drag(page, 'Rectangle', [0.52, 0.5], [0.66, 0.66]);
    const caught = await selectedCount(page);
    expect(caught).toBeGreaterThan(3);
    await drag(page, 'Erase', [0.52, 0.55], [0.66, 0.58]);
    await expect.poll(() => selectedCount(page)).toBeLessThan(caught);
    const kept = await selectedCount(page);
    await page.getByRole('button', { name: 'Grow to neighbours' }).click();
    await expect.poll(() => selectedCount(page)).toBeGreaterThan(kept);
    const grown = await selectedCount(page);
    await page.keyboard.down('Shift');
    await drag(page, 'Rectangle', [0.2, 0.3], [0.3, 0.42]);
    await page.keyboard.up('Shift');
    await expect.poll(() => selectedCount(page)).toBeGreaterThan(grown);
    await page.keyboard.down('Alt');
    await drag(page, 'Rectangle', [0.2, 0.3], [0.3, 0.42]);
    await page.keyboard.up('Alt');
    await expect.poll(() => selectedCount(page)).toBe(grown);
    await page.keyboard.press('Escape');
    await expect.poll(() => selectedCount(page)).toBe(0);
    expect(await figures(page)).toBe(before);
  });
  expect(app.complaints).toEqual([]);
});
