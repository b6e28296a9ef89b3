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
