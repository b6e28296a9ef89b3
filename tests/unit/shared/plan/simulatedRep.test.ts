import { describe, expect, it } from 'vitest';
import { FULL_YEAR } from '../../../../shared/comp/repYear';
import { compPlanSchema } from '../../../../shared/model/compPlan';
import { repSchema } from '../../../../shared/model/rep';
import type { RepPay } from '../../../../shared/plan/evaluatePay';
import { simulate } from '../../../../shared/comp/simulate';
import { simulatedTeam } from '../../../../shared/plan/simulatedRep';

const planOf = (id: string, crediting: 'own' | 'collective') =>
  compPlanSchema.parse({
    id,
    name: id,
    components: [
      { kind: 'flat', id: 'c', name: 'C', targetShareRatio: 1, crediting, rate: { kind: 'base' } },
    ],
  });
const seller = planOf('seller', 'own');
const leader = planOf('leader', 'collective');

function pay(id: string, managerId: string | null, quotaCents: number, compPlan = seller): RepPay {
  const rep = repSchema.parse({
    id,
    managerId,
    name: id,
    role: 'AE',
    baseSalaryCents: 0,
    targetIncentiveCents: 0,
  });
  return {
    rep,
    compPlan,
    territoryIndex: null,
    potential: 0,
    pipeline: 0,
    quotaCents,
    time: FULL_YEAR,
    isPinned: false,
    bookingsCents: 0,
    attainmentRatio: null,
    team: null,
    payout: null,
    payoutCents: 0,
  };
}

describe('a simulated team', () => {
  it('has managers after all those below them, at any depth, on the sum of their quotas', () => {
    const team = simulatedTeam([
      pay('head', null, 0, leader),
      pay('boss', 'head', 0, leader),
      pay('a', 'boss', 10),
      pay('b', 'boss', 20),
      pay('c', 'head', 30),
    ]);
    expect(team.map(({ repId, quotaCents, team: below }) => [repId, quotaCents, below ?? null])).toEqual([
      ['a', 10, null],
      ['b', 20, null],
      ['c', 30, null],
      ['head', 60, [0, 1, 2]],
      ['boss', 30, [0, 1]],
    ]);
  });

  it('of one plan takes others along for their manager’s sake alone', () => {
    const all = [pay('boss', null, 0, leader), pay('a', 'boss', 10), pay('b', null, 20)];
    const team = simulatedTeam(all, ({ compPlan }) => compPlan === leader);
    expect(team.map(({ repId, isUnpaid = false }) => [repId, isUnpaid])).toEqual([
      ['a', true],
      ['boss', false],
    ]);
    const steps = simulate(team, {
      trials: 20,
      seed: 1,
      model: { market: { kind: 'fixed', mean: 1 }, individual: { kind: 'normal', mean: 1, sd: 0.2 } },
    });
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.reps.map(({ repId }) => repId)).toEqual(['boss']);
    expect(step.value.bookingsCents.mean).toBe(0);
    expect(step.value.attainment.total).toBe(0);
  });

  it('keeps a manager who sells on a plan of their own as a seller, and goes round in no circle', () => {
    const circle = [pay('x', 'y', 10, leader), pay('y', 'x', 20, leader)];
    expect(simulatedTeam(circle)).toHaveLength(2);
    const [boss] = simulatedTeam([pay('boss', null, 5), pay('a', 'boss', 10)]);
    expect(boss).toMatchObject({ repId: 'boss', quotaCents: 5 });
    expect(boss!.team).toBeUndefined();
  });
});
