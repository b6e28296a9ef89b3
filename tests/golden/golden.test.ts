import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mismatches } from './caseMatch';
import { readCases, readText, runCase } from './runCases';

const lookAlikes = new URL('lookAlikes.json', import.meta.url);
const worked = new URL('../../../shared/data/comp/golden.json', import.meta.url);

/** Cases as one test each, so that a failure names its case. */
function eachCase(file: URL) {
  for (const golden of readCases(readFileSync(file, 'utf8'))) {
    it(`${golden.id} ${golden.kind}`, () => {
      expect(runCase(golden)).toEqual({ id: golden.id, kind: golden.kind, verdict: 'passed', details: [] });
    });
  }
}

describe('invented cases, at least one a kind', () => {
  eachCase(lookAlikes);
});

describe('a file of cases', () => {
  it('that is not there, or is a folder, is said for what it is', () => {
    expect(() => readText('nowhere.json')).toThrow('there is no such file; check the name and the folder');
    expect(() => readText('.')).toThrow('it is a folder; name a file in it');
    expect(() => readCases('{}')).toThrow('it holds no list of cases');
    expect(() => readCases('{')).toThrow('it is not JSON');
  });
});

describe('worked cases of the field', () => {
  if (!existsSync(worked)) {
    console.warn('Skipped: the worked cases, for ../shared/data/comp/golden.json is not on this machine.');
    it('have their file elsewhere', () => {
      expect(existsSync(worked)).toBe(false);
    });
    return;
  }
  eachCase(worked);
});

describe('the comparison itself', () => {
  const [first] = readCases(readFileSync(lookAlikes, 'utf8'));

  it('catches a wrong cent, a missing figure and an unknown kind', () => {
    const { expected } = first!;
    const wrong = { ...first!, expected: { ...expected, net: Number(expected.net) + 0.01 } };
    expect(runCase(wrong).verdict).toBe('failed');
    expect(runCase({ ...first!, expected: { nowhere: 1 } }).verdict).toBe('failed');
    expect(runCase({ ...first!, kind: 'astrology' }).verdict).toBe('unsupported');
    expect(runCase({ ...first!, plan: {}, inputs: {} }).verdict).toBe('failed');
  });

  it('says in one line what a case lacks', () => {
    const lacking = (kind: string, plan: object) =>
      runCase({ ...first!, kind, plan: { ...plan }, inputs: { amount: 1, pairs: [] } }).details;
    expect(lacking('marginal_tiers', { basis: 'amount' })).toEqual([
      expect.stringMatching(/^the plan of the case is not whole: components\.0\.tiers: .+$/),
    ]);
    expect(lacking('overage_at_highest_tier', { quota: 1, bcr: 1 })).toEqual([
      expect.stringMatching(/^the case has not the form of its kind; .+$/),
    ]);
  });

  it('compares to the printed decimals, and whole figures exactly', () => {
    expect(mismatches(0.8329, 0.832877)).toEqual([]);
    expect(mismatches(0.8329, 0.83284)).toHaveLength(1);
    expect(mismatches(100, 100.004)).toHaveLength(1);
    expect(mismatches(null, 0)).toHaveLength(1);
    expect(mismatches([1, 2], [1])).toHaveLength(1);
    expect(mismatches({ mean: 100, toleranceRel: 0.01 }, { mean: 100.9 })).toEqual([]);
    expect(mismatches({ mean: 100, toleranceRel: 0.01 }, { mean: 101.1 })).toHaveLength(1);
  });

  it('says what is wrong with a file', () => {
    expect(() => readCases('{')).toThrow(/not JSON/);
    expect(() => readCases('{"cases": 3}')).toThrow(/no list of cases/);
    expect(() => readCases('[{}]')).toThrow(/case 1 has no kind/);
  });
});
