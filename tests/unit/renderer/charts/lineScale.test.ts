import { describe, expect, it } from 'vitest';
import { lineScale } from '../../../../renderer/charts/lineScale';

const budget = (y: number) => [{ y, label: 'Budget' }];

describe('the axis of a line chart', () => {
  it('holds a level that is near the lines', () => {
    const { domain, near, far } = lineScale([60, 100], budget(130), true);
    expect(domain).toEqual([0, 136.5]);
    expect([near.length, far.length]).toEqual([1, 0]);
  });

  it('shows the lines, and tells a level that would flatten them', () => {
    const { domain, near, far } = lineScale([60, 100], budget(2_000), true);
    expect(domain).toEqual([0, 105]);
    expect([near.length, far.length]).toEqual([0, 1]);
  });

  it('begins close below the lines where it need not begin at 0', () => {
    expect(lineScale([100, 110], [], false).domain).toEqual([99.5, 110.5]);
    expect(lineScale([], [], false).domain).toEqual([0, 1]);
  });
});
