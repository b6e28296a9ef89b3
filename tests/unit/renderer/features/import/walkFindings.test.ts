import { expect, test } from 'vitest';
import {
  countTone,
  shownKinds,
  stepFinding,
  type FindingPlace,
} from '../../../../../renderer/features/import/walkFindings';
import type { FindingKind } from '../../../../../renderer/workers/importContract';

function kind(key: string, tone: FindingKind['tone'], gridRows: number[]): FindingKind {
  const count = gridRows.length;
  return {
    key,
    tone,
    title: key,
    detail: '',
    columnIndex: 0,
    gridRows: Int32Array.from(gridRows),
    count,
    firstRowNumber: 1,
    choice: null,
  };
}

const kinds = [kind('error', 'bad', [3, 9]), kind('skipped', 'warn', []), kind('zip', 'fix', [1, 3])];

function walk(direction: 1 | -1, steps: number): string[] {
  const seen: string[] = [];
  let at: { kind: string; gridRow: number } | null = null;
  for (let step = 0; step < steps; step++) {
    const place: FindingPlace = stepFinding(kinds, at, direction)!;
    at = { kind: place.kind.key, gridRow: place.gridRow };
    seen.push(`${at.kind} ${at.gridRow}`);
  }
  return seen;
}

test('next goes through a kind, then the kind below, and round again; previous goes the same way back', () => {
  expect(walk(1, 5)).toEqual(['error 3', 'error 9', 'zip 1', 'zip 3', 'error 3']);
  expect(walk(-1, 5)).toEqual(['zip 3', 'zip 1', 'error 9', 'error 3', 'zip 3']);
});

test('where nothing can be shown there is no step', () => {
  expect(stepFinding([kind('skipped', 'warn', [])], null, 1)).toBeNull();
});

test('the filter leaves kinds of the tones that are shown, counts stay', () => {
  expect(shownKinds(kinds, ['fix', 'bad']).map(({ key }) => key)).toEqual(['error', 'zip']);
  expect(countTone(kinds, 'bad')).toBe(2);
});
