import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areWholeNumbers, patchedKeys } from '../../../../../renderer/features/accounts/patchedKeys';
import { rankTexts } from '../../../../../renderer/features/accounts/textRanks';

/** Keys made from nothing, as the table makes them. */
function freshKeys(texts: readonly string[]): Float64Array {
  if (areWholeNumbers(texts)) return Float64Array.from(texts, (text) => (text === '' ? NaN : Number(text)));
  const ranks = rankTexts(texts);
  return Float64Array.from(texts, (text, row) => (text === '' ? NaN : ranks[row]!));
}

/** How each pair of rows compares: −1, 0, 1, or NaN where one has nothing. */
function comparisons(keys: Float64Array): number[] {
  return [...keys].flatMap((a) => [...keys].map((b) => Math.sign(a - b)));
}

const text = fc.oneof(
  fc.constantFrom('', 'Mercy 1', 'mercy 1', 'Élan', 'elan', 'Mercy 10', '7', '12', 'Ωmega', 'Ärzte'),
  fc.string({ maxLength: 4 }),
);
const number = fc.oneof(fc.constant(''), fc.nat(99).map(String));

function agreesWithFresh(list: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(
      fc.array(list, { minLength: 1, maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(29), list), { minLength: 1, maxLength: 6 }),
      (texts, edits) => {
        const after = [...texts];
        for (const [row, to] of edits) if (row < after.length) after[row] = to;
        const keys = freshKeys(texts);
        const patched = patchedKeys({ texts, keys, areNumbers: areWholeNumbers(texts) }, after);
        // Where a text decided whether all are numbers, or no number was left, all are ranked anew.
        if (patched === null) return;
        expect(comparisons(patched)).toEqual(comparisons(freshKeys(after)));
      },
    ),
    { numRuns: 1000 },
  );
}

test('after edits the keys put texts in the order that ranking them anew would', () => agreesWithFresh(text));

test('after edits the keys of numbers are numbers', () => agreesWithFresh(number));

test('a rename is patched, and a text that makes a list of numbers one of texts is not', () => {
  const texts = ['alpha', 'gamma', 'beta'];
  const before = { texts, keys: freshKeys(texts), areNumbers: false };
  expect([...patchedKeys(before, ['alpha', 'gamma', 'delta'])!]).toEqual([0, 2, 1]);
  expect([...patchedKeys(before, ['zeta', 'gamma', 'beta'])!]).toEqual([3, 2, 1]);
  expect([...patchedKeys(before, ['gamma', 'gamma', ''])!]).toEqual([2, 2, NaN]);
  expect(patchedKeys(before, ['alpha', 'gamma'])).toBeNull();
  const numbers = { texts: ['1', '2'], keys: freshKeys(['1', '2']), areNumbers: true };
  expect(patchedKeys(numbers, ['1', 'two'])).toBeNull();
  expect([...patchedKeys(numbers, ['1', '30'])!]).toEqual([1, 30]);
});
