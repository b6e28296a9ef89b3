import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migratePlan } from '../../shared/io/project/migrations';
import { readPlanFile, writePlanFile } from '../../shared/io/project/planFile';
import { PLAN_VERSION } from '../../shared/model/planDocument';
import { evaluatePlan } from '../../shared/plan/evaluatePlan';

/** A file as version 1 wrote it, frozen: it is never written again, only read. */
const frozen = readFileSync(new URL('plan-v1.evenland', import.meta.url));

describe('a plan file of version 1', () => {
  const plan = readPlanFile(frozen);

  it('opens with everything in it', () => {
    expect(plan).toMatchObject({
      id: 'p1',
      name: 'Small plan',
      settings: { currency: 'USD', fiscalYear: 2027 },
    });
    expect(plan.accounts.ids).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(plan.accounts.names.slice(1)).toEqual([
      'Bolt, Inc.',
      'Cor "C" Labs',
      'Dune',
      'Ébène',
      'Fir\nand Sons',
    ]);
    expect(Array.from(plan.accounts.measures[0]!.values)).toEqual([10, 20, 30, 40, 50.25, -999]);
    expect(plan.accounts.measures[1]!.values[2]).toBeNaN();
    expect(plan.accounts.removed[5]).toBe(1);
    expect(plan.scenarios.map(({ name }) => name)).toEqual(['A · Today', 'B · Rebalance']);
    expect(Array.from(plan.scenarios[1]!.alignments[0]!.claims)).toEqual([1, -2, -3, 2, -1, 2]);
    expect(plan.scenarios[0]!.alignments[0]!.locks[0]).toBe(1);
    expect(plan.reps.map(({ name }) => name)).toEqual(['Ann Reyes', 'Bo Vos']);
    expect(plan.compPlans[0]!.components[0]).toMatchObject({
      kind: 'tiers',
      cap: { kind: 'ofTarget', ratio: 2 },
    });
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

describe('migrations', () => {
  const step = (from: number) => ({
    from,
    migrate: (json: Record<string, unknown>) => ({
      ...json,
      version: from + 1,
      seen: [...(json['seen'] as number[]), from],
    }),
  });

  it('run in order from the version of the file on', () => {
    const migrated = migratePlan({ version: 1, seen: [] }, new Map(), [step(2), step(1)]);
    expect(migrated).toEqual({ version: 3, seen: [1, 2] });
  });

  it('leave a file of this version alone and refuse a newer one', () => {
    expect(migratePlan({ version: PLAN_VERSION }, new Map())).toEqual({ version: PLAN_VERSION });
    expect(() => migratePlan({ version: PLAN_VERSION + 1 }, new Map())).toThrow('Update Evenland');
    expect(() => migratePlan({ version: 'one' }, new Map())).toThrow('which version');
  });
});
