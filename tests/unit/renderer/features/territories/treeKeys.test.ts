import { describe, expect, it } from 'vitest';
import { idsAbove, lineOfKeys, stepOfKey } from '../../../../../renderer/features/territories/treeKeys';
import { treeRows } from '../../../../../renderer/features/territories/treeRows';
import type { Territory } from '../../../../../shared/model/territory';

function node(id: string, level: number, parentId: string | null): Territory {
  return { id, name: id, level, parentId, colorIndex: null, capacity: 1, base: null, isRemoved: false };
}

const territories = [
  node('west', 0, null),
  node('pacific', 1, 'west'),
  node('oregon', 2, 'pacific'),
  node('nevada', 2, 'pacific'),
  node('east', 0, null),
  node('maine', 2, 'east'),
];
const levels = ['Region', 'District', 'Territory'];
const rowsWith = (...folded: string[]) => treeRows({ territories, levels }, [], new Set(folded), '');

describe('idsAbove', () => {
  it('names what is above, nearest first', () => {
    expect(idsAbove(territories, 'nevada')).toEqual(['pacific', 'west']);
    expect(idsAbove(territories, 'west')).toEqual([]);
  });

  it('ends where parents go round in a circle', () => {
    expect(idsAbove([node('a', 0, 'b'), node('b', 1, 'a')], 'a')).toEqual(['b', 'a']);
  });
});

describe('lineOfKeys', () => {
  it('is the chosen line, or the folded one that hides it', () => {
    expect(lineOfKeys(rowsWith(), territories, 'nevada')).toBe(3);
    expect(lineOfKeys(rowsWith('pacific'), territories, 'nevada')).toBe(1);
    expect(lineOfKeys(rowsWith('west'), territories, 'nevada')).toBe(0);
    expect(lineOfKeys(rowsWith(), territories, null)).toBe(-1);
  });
});

describe('stepOfKey', () => {
  const rows = rowsWith();

  it('walks by a line, by a page and to the ends', () => {
    expect(stepOfKey('ArrowDown', rows, 2, 10)).toEqual({ line: 3 });
    expect(stepOfKey('ArrowUp', rows, 0, 10)).toEqual({ line: 0 });
    expect(stepOfKey('PageDown', rows, 1, 2)).toEqual({ line: 3 });
    expect(stepOfKey('PageUp', rows, 1, 2)).toEqual({ line: 0 });
    expect(stepOfKey('Home', rows, 4, 10)).toEqual({ line: 0 });
  });

  it('goes to the first line with Down and to the last one with End where nothing is chosen', () => {
    expect(stepOfKey('ArrowDown', rows, -1, 10)).toEqual({ line: 0 });
    expect(stepOfKey('End', rows, -1, 10)).toEqual({ line: 5 });
  });

  it('folds with Left and then goes to the one above', () => {
    expect(stepOfKey('ArrowLeft', rows, 3, 10)).toEqual({ line: 1 });
    expect(stepOfKey('ArrowLeft', rows, 1, 10)).toBe('toggle');
    expect(stepOfKey('ArrowLeft', rowsWith('pacific'), 1, 10)).toEqual({ line: 0 });
    expect(stepOfKey('ArrowLeft', rowsWith('west'), 0, 10)).toBeNull();
  });

  it('unfolds with Right and then goes to the first below', () => {
    expect(stepOfKey('ArrowRight', rowsWith('west'), 0, 10)).toBe('toggle');
    expect(stepOfKey('ArrowRight', rows, 0, 10)).toEqual({ line: 1 });
    expect(stepOfKey('ArrowRight', rows, 3, 10)).toBeNull();
  });

  it('has nothing to do in an empty tree', () => {
    expect(stepOfKey('End', [], -1, 10)).toBeNull();
  });
});
