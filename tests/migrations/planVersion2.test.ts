import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import { evaluatePlan } from '../../shared/plan/evaluatePlan';

/** A file as version 2 wrote it, frozen: it is never written again, only read. */
const frozen = readFileSync(new URL('plan-v2.evenland', import.meta.url));

describe('a plan file of version 2', () => {
  const plan = readPlanFile(frozen);

  it('opens with everything in it, and without what version 3 adds', () => {
    expect(plan.scenarios.map(({ name, keepsFamilies }) => [name, keepsFamilies])).toEqual([
      ['A · Today', true],
      ['B · Rebalance', true],
    ]);
    expect(plan.unitMeasures).toMatchObject([{ id: 'beds', values: { '26161': 12.5 } }]);
    expect(plan.unitBridges).toEqual([['26001', '26003']]);
    expect([plan.payResults, plan.payAdjustments, plan.roles, plan.referenceFigures]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('gives the figures that it gave when it was saved', () => {
    const { pay } = evaluatePlan(plan, 's1');
    expect(pay.reps.map((rep) => [rep.quotaCents, rep.payoutCents])).toEqual([
      [31_500, 1_000_000],
      [73_500, 1_000_000],
    ]);
  });

  it('is written by this version so that nothing of it is lost', () => {
    expect(readPlanFile(writePlanFile(plan))).toEqual(plan);
  });
});
