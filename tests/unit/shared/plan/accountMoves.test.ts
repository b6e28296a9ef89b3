import { describe, expect, it } from 'vitest';
import { encodeAttribute } from '../../../../shared/model/accountTable';
import { UNASSIGNED } from '../../../../shared/model/alignment';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { accountMoves, type AccountMove } from '../../../../shared/plan/accountMoves';
import { evaluateTerritories } from '../../../../shared/plan/evaluateTerritories';
import { closerKm, moveReason } from '../../../../shared/plan/moveReason';
import { smallPlan } from './planFixture';

/** A degree on the equator, km. */
const DEGREE = (2 * Math.PI * 6371.0088) / 360;

/** North sits at 0°, South at 4°; accounts stand a degree apart with revenue 10, 20, 30, 40 and 50.25. */
function planWith(claims: readonly number[], keepsFamilies = false): PlanDocument {
  const plan = smallPlan();
  const scenario = plan.scenarios[0]!;
  const bases = [0, 0, 4];
  return {
    ...plan,
    accounts: {
      ...plan.accounts,
      attributes: [
        ...plan.accounts.attributes,
        encodeAttribute('parent', 'Parent', ['', '', '', 'a3', '', '']),
      ],
    },
    scenarios: [
      {
        ...scenario,
        keepsFamilies,
        territories: scenario.territories.map((each, at) => ({
          ...each,
          capacity: 1,
          base: at === 0 ? null : { name: '', lat: 0, lng: bases[at]! },
        })),
        alignments: [{ ...scenario.alignments[0]!, claims: Int32Array.from(claims) }],
      },
    ],
  };
}

function movesBetween(from: readonly number[], to: readonly number[], keepsFamilies = false): AccountMove[] {
  const before = planWith(from, keepsFamilies);
  const after = planWith(to, keepsFamilies);
  const figures = (plan: PlanDocument) => evaluateTerritories(plan, plan.scenarios[0]!, null);
  return accountMoves(before, before.scenarios[0]!, figures(before), figures(after), [
    { measureId: null, toleranceShare: 0.05 },
  ]);
}

const words = {
  distance: (km: number) => `${Math.round(km)} km`,
  percent: (share: number) => `${Math.round(100 * share)}%`,
  territory: (index: number) => ['West', 'North', 'South'][index] ?? 'nobody',
};
const sentencesOf = (moves: readonly AccountMove[]) => moves.map((move) => moveReason(move, words).sentence);

describe('accountMoves', () => {
  it('tells the way saved and how far both sides were off', () => {
    // North has 100 of 150.25, South 50.25: North is 33.1% over, South as much under.
    const [move, ...others] = movesBetween([1, 1, 1, 1, 2, 2], [1, 1, 1, 2, 2, 2]);
    expect(others).toEqual([]);
    expect(move).toMatchObject({ row: 3, from: 1, to: 2, companions: 0 });
    expect(move!.kmBefore).toBeCloseTo(3 * DEGREE, 6);
    expect(move!.kmAfter).toBeCloseTo(DEGREE, 6);
    expect(move!.fromOff!.share).toBeCloseTo(100 / 75.125 - 1, 12);
    expect(move!.toOff!.share).toBeCloseTo(50.25 / 75.125 - 1, 12);
    expect(sentencesOf([move!])).toEqual(['Closer by 222 km, North was 33% over and South was 33% under.']);
  });

  it('tells what a move costs where it is no shorter', () => {
    const [move] = movesBetween([1, 1, 1, 1, 2, 2], [1, 2, 1, 1, 2, 2]);
    expect(closerKm(move!)).toBeCloseTo(-2 * DEGREE, 6);
    expect(sentencesOf([move!])).toEqual([
      'North was 33% over and South was 33% under, at the cost of 222 km.',
    ]);
  });

  it('counts the family that goes along, and leaves those out that stay nobody’s', () => {
    const moves = movesBetween([1, 1, 1, 1, 2, UNASSIGNED], [1, 1, 2, 2, 2, UNASSIGNED], true);
    expect(moves.map((move) => [move.row, move.companions])).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  it('says that nobody had an account', () => {
    const [move] = movesBetween([UNASSIGNED, 1, 1, 1, 2, 2], [1, 1, 1, 1, 2, 2]);
    expect(moveReason(move!, words).kinds[0]).toBe('unowned');
    expect(sentencesOf([move!])[0]).toBe('Nobody had it and it is 0 km away.');
  });

  it('finds the chain where neither side was off and no way is saved', () => {
    const plain: AccountMove = {
      row: 0,
      from: 1,
      to: 2,
      kmBefore: 5,
      kmAfter: 40,
      fromOff: { share: 0.01, measureName: null, isOutside: false },
      toOff: { share: -0.02, measureName: 'Revenue', isOutside: false },
      companions: 0,
      fromGains: 3,
      toLoses: 0,
      fromGoes: false,
      toIsNew: false,
    };
    const said = (fields: Partial<AccountMove>) => moveReason({ ...plain, ...fields }, words);
    expect(said({}).sentence).toBe('North passes load on, as it takes over 3 others, at the cost of 35 km.');
    expect(said({ fromGains: 0, toLoses: 1 }).sentence).toContain('South takes it in place of 1 account');
    expect(said({ fromGains: 0 }).sentence).toContain('North was 1% over');
    expect(said({ fromGains: 0, fromOff: null }).sentence).toContain('South was 2% under in Revenue');
    expect(said({ fromGains: 0, fromOff: null, toOff: null }).kinds).toEqual(['wholePlan']);
    expect(said({ fromGoes: true }).sentence).toBe('North is given up, at the cost of 35 km.');
    expect(said({ toIsNew: true }).sentence).toContain('South is new and needs accounts');
    expect(said({ companions: 2 }).sentence).toContain('Goes with 2 accounts of its family');
  });
});
