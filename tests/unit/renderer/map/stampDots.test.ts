import { describe, expect, it } from 'vitest';
import { DotSprites, makeDotSprite, type DotStyle } from '../../../../renderer/map/dotSprites';
import { blend, NO_DOT, stampDots } from '../../../../renderer/map/stampDots';

const STYLE: DotStyle = {
  radius: 3,
  ink: '#102030',
  halo: '#ffffff',
  haloWidth: 1,
  haloOpacity: 0.8,
  isHollow: false,
};
const FRAME = { zoom: 0, scale: 256, left: 100, top: 100, width: 40, height: 30, ratio: 1 };

function stamp(x: number[], y: number[], styles: number[], side: 'above' | 'beneath' = 'above') {
  const buffer = { width: 40, height: 30, pixels: new Uint32Array(40 * 30) };
  const columns = {
    x: Float64Array.from(x, (value) => (value + 100) / 256),
    y: Float64Array.from(y, (value) => (value + 100) / 256),
    styles: Uint16Array.from(styles),
  };
  const sprites = new DotSprites([STYLE, { ...STYLE, ink: '#ff0000' }], 1);
  return { dirty: stampDots(buffer, FRAME, columns, sprites, null, side), buffer };
}

describe('makeDotSprite', () => {
  it('covers as much as a circle of its size does', () => {
    const { inks } = makeDotSprite({ ...STYLE, haloWidth: 0 }, 2, 1, 3);
    const covered = inks.reduce((sum, pixel) => sum + (pixel >>> 24) / 255, 0);
    expect(covered).toBeCloseTo(Math.PI * 6 * 6, -0.5);
  });

  it('is ink in the middle, halo at the rim, light in the middle where hollow', () => {
    const middle = (isHollow: boolean) => {
      const { inked, inks, reach, size } = makeDotSprite({ ...STYLE, isHollow }, 1, 0, 0);
      return inks[inked.indexOf(reach * size + reach)]! >>> 0;
    };
    expect(middle(false)).toBe(0xff302010);
    expect(middle(true)).toBe(0xffffffff);
  });
});

describe('stampDots', () => {
  it('puts a dot where the frame shows its place', () => {
    const { buffer, dirty } = stamp([20], [10], [0]);
    expect(buffer.pixels[10 * 40 + 20]).toBe(0xff302010);
    expect(buffer.pixels[10 * 40 + 26]).toBe(0);
    expect(dirty).toEqual({ left: 16, top: 6, right: 26, bottom: 16 });
  });

  it('draws later dots above earlier ones', () => {
    expect(stamp([20, 20], [10, 10], [0, 1]).buffer.pixels[10 * 40 + 20]).toBe(0xff0000ff);
  });

  it('makes the same picture from above and from beneath', () => {
    const place = [20, 21.5, 20, 22, 39];
    const above = stamp(place, [10, 10, 12, 11.25, 5], [0, 1, 1, 0, 1]).buffer.pixels;
    const beneath = stamp(place, [10, 10, 12, 11.25, 5], [0, 1, 1, 0, 1], 'beneath').buffer.pixels;
    for (let at = 0; at < above.length; at++) {
      for (const shift of [0, 8, 16, 24]) {
        const difference = ((above[at]! >>> shift) & 255) - ((beneath[at]! >>> shift) & 255);
        expect(Math.abs(difference)).toBeLessThanOrEqual(3);
      }
    }
  });

  it('cuts dots at the edge, and leaves out rows without a dot, outside, or not placed', () => {
    const edge = stamp([0], [0], [0]);
    expect(edge.buffer.pixels[0]).toBe(0xff302010);
    const none = stamp([20, 500, Number.NaN], [10, 10, Number.NaN], [NO_DOT, 0, 0]);
    expect(none.buffer.pixels.every((pixel) => pixel === 0)).toBe(true);
    expect(none.dirty.right).toBeLessThan(none.dirty.left);
  });
});

describe('blend', () => {
  it('mixes by alpha and keeps an opaque ground opaque', () => {
    expect(blend(0x80ffffff, 0xff000000) >>> 0).toBe(0xff808080);
    expect(blend(0x40ff8000, 0xff0040c0) >>> 0).toBe(0xff405090);
    expect(blend(0x80000000, 0x00ffffff) >>> 24).toBe(0x80);
  });
});
