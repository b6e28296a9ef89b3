import type { JSHandle, Page } from '@playwright/test';
import { expect } from './patience';

type Pixels = JSHandle<Uint8ClampedArray>;

/** How far apart the pixels of a layer may be that is drawn in pieces and as a whole: letters not at all. */
const FURTHEST_APART = { territories: 48, labels: 0 } as const;
type LayerName = keyof typeof FURTHEST_APART;

function readLayer(page: Page, layer: LayerName): Promise<Pixels> {
  return page.evaluateHandle((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`canvas[data-layer="${name}"]`)!;
    return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  }, layer);
}

/** How far two pictures are apart where they differ most, 0 to 255. */
async function apart(page: Page, one: Pixels, other: Pixels): Promise<number> {
  return page.evaluate(
    ([a, b]) => a!.reduce((most, value, at) => Math.max(most, Math.abs(value - b![at]!)), 0),
    [one, other],
  );
}

/**
 * Holds land and names on the map, of which an edit draws pieces anew, against the same drawn as a whole: a change of
 * the colour scheme and back draws all. Edges may differ by a shade, as their smoothing follows what is drawn with them.
 */
export async function expectWholePicture(page: Page): Promise<void> {
  const land = await readLayer(page, 'territories');
  const labels = await readLayer(page, 'labels');
  for (const colorScheme of ['dark', 'light'] as const) {
    const before = await readLayer(page, 'territories');
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(async () => apart(page, before, await readLayer(page, 'territories')))
      .toBeGreaterThan(90);
  }
  expect(await apart(page, land, await readLayer(page, 'territories'))).toBeLessThanOrEqual(
    FURTHEST_APART.territories,
  );
  expect(await apart(page, labels, await readLayer(page, 'labels'))).toBe(FURTHEST_APART.labels);
}
