import type { Page } from '@playwright/test';

/** Places on the map as shares of its width and height. */
export type MapSpot = readonly [x: number, y: number];

/** Draws round accounts with the lasso, by mouse. */
export async function drawLasso(page: Page, spots: readonly MapSpot[]): Promise<void> {
  await page.getByRole('button', { name: 'Lasso', exact: true }).click();
  const map = await page.getByRole('application', { name: /^Map of territories/ }).boundingBox();
  if (!map) throw new Error('The map is not on screen.');
  const at = ([x, y]: MapSpot): [number, number] => [map.x + map.width * x, map.y + map.height * y];
  await page.mouse.move(...at(spots[0]!));
  await page.mouse.down();
  for (const spot of [...spots.slice(1), spots[0]!]) await page.mouse.move(...at(spot), { steps: 6 });
  await page.mouse.up();
}

/**
 * Moves the pointer from a spot on until it is on an account, whose tip says its name.
 * @returns the name, and where the pointer is (CSS pixels)
 */
export async function hoverAccount(
  page: Page,
  [x, y]: MapSpot,
): Promise<{ readonly name: string; readonly at: readonly [number, number] }> {
  const map = await page.getByRole('application', { name: /^Map of territories/ }).boundingBox();
  if (!map) throw new Error('The map is not on screen.');
  const name = page.locator('[class*="tooltipName"]');
  for (let step = 0; step < 60; step++) {
    const at = [map.x + map.width * x + step * 4, map.y + map.height * y + step] as const;
    await page.mouse.move(...at);
    // A tip is there with the next frame.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    if (await name.isVisible()) return { name: await name.innerText(), at };
  }
  throw new Error('There is no account along that way.');
}
