import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedValues } from '../../../../shared/model/accountTable';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { countedColumn } from '../../../../shared/plan/accountColumns';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../shared/plan/runCommand';
import { payingPlan } from './planFixture';

const VALUE = fc.oneof(fc.constantFrom(Number.NaN, -999, 0, -0.5), fc.double({ min: 0, max: 1e6 }));

test('a measure of which cells are edited is counted as if it were counted anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ row: fc.nat({ max: 2 }), value: VALUE }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (edits, isNegativeReal) => {
        const start = payingPlan();
        const [first, ...others] = start.accounts.measures;
        const measures = [{ ...first!, isNegativeReal }, ...others];
        let plan: PlanDocument = { ...start, accounts: { ...start.accounts, measures } };
        countedColumn(plan.accounts, plan.accounts.measures[0]!);
        for (const { row, value } of edits) {
          const before = countedColumn(plan.accounts, plan.accounts.measures[0]!).slice();
          const edit = {
            kind: 'editAccountCell',
            row,
            column: { measureId: first!.id, value },
          } as const;
          const next = applyDiff(plan, runCommand(plan, edit));
          const measure = next.accounts.measures[0]!;
          expect(countedColumn(next.accounts, measure)).toEqual(countedValues(next.accounts, measure));
          expect(countedColumn(plan.accounts, plan.accounts.measures[0]!)).toEqual(before);
          plan = next;
        }
      },
    ),
    { seed: 11 },
  );
});
