import { describe, expect, it } from 'vitest';
import { DotSprites } from '../../../../renderer/map/dotSprites';
import { movePixels } from '../../../../renderer/map/movePixels';
import { stampDots } from '../../../../renderer/map/stampDots';

const WIDTH = 60;
const HEIGHT = 40;
const SCALE = 256;
const STYLE = {
  radius: 3,
  ink: '#102030',
  halo: '#ffffff',
  haloWidth: 1,
  haloOpacity: 0.8,
  isHollow: false,
};

function frameAt(left: number, top: number) {
  return { zoom: 0, scale: SCALE, left, top, width: WIDTH, height: HEIGHT, ratio: 1 };
}

/** Dots on a lattice that no side of a frame is parallel to. */
const dots = Array.from({ length: 400 }, (_, at) => ({
  x: ((at * 37) % 151) + 40,
  y: ((at * 53) % 131) + 40,
}));
const columns = {
  x: Float64Array.from(dots, ({ x }) => x / SCALE),
  y: Float64Array.from(dots, ({ y }) => y / SCALE),
  styles: new Uint16Array(dots.length),
};
const newBuffer = () => ({ width: WIDTH, height: HEIGHT, pixels: new Uint32Array(WIDTH * HEIGHT) });

describe('movePixels', () => {
  it.each([
    [7, 0],
    [-9, 0],
    [0, 5],
    [0, -6],
    [8, 11],
    [-8, 11],
    [13, -4],
    [-3, -17],
  ])('moved by %i, %i and filled up is what the other frame shows', (x, y) => {
    const sprites = new DotSprites([STYLE], 1);
    const moved = newBuffer();
    stampDots(moved, frameAt(100, 100), columns, sprites, null, 'beneath');
    const strips = movePixels(moved, x, y);
    for (const strip of strips) {
      stampDots(moved, frameAt(100 - x, 100 - y), columns, sprites, null, 'beneath', strip);
    }
    const fresh = newBuffer();
    stampDots(fresh, frameAt(100 - x, 100 - y), columns, sprites, null, 'beneath');
    expect(moved.pixels).toEqual(fresh.pixels);
    const area = strips.reduce(
      (sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top),
      0,
    );
    expect(area).toBe(WIDTH * HEIGHT - (WIDTH - Math.abs(x)) * (HEIGHT - Math.abs(y)));
  });
});
