import { describe, expect, it } from 'vitest';
import { LabelLayout } from '../../../../renderer/map/labelLayout';
import { scaleBar } from '../../../../renderer/map/scaleBar';
import { mercatorY } from '../../../../shared/geo/projection';

const box = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 10 });

describe('LabelLayout', () => {
  it('takes the first place that is free, and says when there is none', () => {
    const layout = new LabelLayout();
    expect(layout.place([box(0, 0)])).toBe(0);
    expect(layout.place([box(40, 5), box(60, 0)])).toBe(1);
    expect(layout.place([box(100, 4), box(-30, -4)])).toBe(-1);
  });

  it('lets boxes touch at an edge, and sees those in other cells', () => {
    const layout = new LabelLayout();
    layout.take(box(70, 90));
    expect(layout.place([box(120, 90)])).toBe(0);
    expect(layout.place([box(110, 95)])).toBe(-1);
  });
});

describe('scaleBar', () => {
  it('is a round distance no longer than asked, true at its latitude', () => {
    // At the equator a pixel of zoom 8 is 611.5 m (OpenStreetMap wiki, "Zoom levels").
    expect(scaleBar(8, 0.5, 'km', 100)).toEqual({
      text: '50 km',
      widthPx: expect.closeTo(81.77, 1) as number,
    });
    expect(scaleBar(8, mercatorY(60), 'km', 100)).toMatchObject({ text: '20 km' });
    expect(scaleBar(8, 0.5, 'mi', 100)).toEqual({
      text: '20 mi',
      widthPx: expect.closeTo(52.6, 1) as number,
    });
  });
});
