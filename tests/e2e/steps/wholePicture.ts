import type { JSHandle, Page } from '@playwright/test';
import { expect } from './patience';

type Pixels = JSHandle<Uint8ClampedArray>;

function readLand(page: Page): Promise<Pixels> {
  return page.evaluateHandle(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-layer="territories"]')!;
    return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  });
}

/** How far two pictures are apart where they differ most, 0 to 255. */
async function apart(page: Page, one: Pixels, other: Pixels): Promise<number> {
  return page.evaluate(
    ([a, b]) => a!.reduce((most, value, at) => Math.max(most, Math.abs(value - b![at]!)), 0),
    [one, other],
  );
}

/**
 * Holds the land on the map, of which an edit draws a piece anew, against the same land drawn as a whole: a change of
 * the colour scheme and back draws all. Edges may differ by a shade, as their smoothing follows what is drawn with them.
 */
export async function expectWholePicture(page: Page): Promise<void> {
  const inPieces = await readLand(page);
  for (const colorScheme of ['dark', 'light'] as const) {
    const before = await readLand(page);
    await page.emulateMedia({ colorScheme });
    await expect.poll(async () => apart(page, before, await readLand(page))).toBeGreaterThan(90);
  }
  expect(await apart(page, inPieces, await readLand(page))).toBeLessThan(48);
}
