import { expect, test } from 'vitest';
import { rankTexts } from '../../../../../renderer/features/accounts/textRanks';

function sortedByRank(texts: readonly string[]): string[] {
  const ranks = rankTexts(texts);
  return texts
    .map((text, index) => ({ text, rank: ranks[index]! }))
    .sort((a, b) => a.rank - b.rank)
    .map((each) => each.text);
}

test('ranks agree with a collator on names of many kinds, long runs of the same beginning included', () => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const words = [
    'Hospital',
    'hospital',
    'St. Mary',
    'Café',
    'Ünited',
    "O'Neil",
    'A & B',
    'Łódź',
    '東京',
    'Überall-',
  ];
  const names = Array.from({ length: 3000 }, () => `${words[next(10)]} ${words[next(10)]} ${next(500)}`);
  const collator = new Intl.Collator(undefined, { sensitivity: 'base' });
  const plain = names.filter((name) => !/[^\u0000-\u024f]|Ł/.test(name));
  expect(sortedByRank(plain)).toEqual([...plain].sort(collator.compare));
  expect(rankTexts(names)).toHaveLength(names.length);
});

test('texts that differ in case or accents alone share a rank, others never do', () => {
  expect([...rankTexts(['b', 'A', 'á', 'a', 'ab', ''])]).toEqual([3, 1, 1, 1, 2, 0]);
});

test('a hundred texts of another script are told apart', () => {
  const texts = Array.from(
    { length: 100 },
    (_, index) => `東京${String.fromCharCode(0x4e00 + (index % 50))}`,
  );
  expect(new Set(rankTexts(texts)).size).toBe(new Set(texts).size);
});
