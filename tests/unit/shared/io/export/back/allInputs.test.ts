import { describe, expect, it } from 'vitest';
import { workbookProposal } from '../../../../../../shared/io/export/back/workbookProposal';
import { buildWorkbook } from '../../../../../../shared/io/export/buildWorkbook';
import { columnName } from '../../../../../../shared/io/export/cellAddress';
import type { PlanDocument } from '../../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../../../shared/plan/runCommand';
import { withActuals, withMixedTiming } from '../../../../../recalc/actualsPlan';
import { clawbackPlan } from '../../../../../recalc/clawbackPlan';
import { everyKindPlan } from '../../../../../recalc/everyKindPlan';
import { payingPlan } from '../../../plan/planFixture';
import { rawOf } from './rawOf';

/** Change the look of a table in the workbook, or are for notes; the plan has nothing of the kind. */
const OF_THE_WORKBOOK = ['Distribution', 'Change log'];

/** Enough reps that every comp plan has some. */
function withReps(plan: PlanDocument): PlanDocument {
  const reps = Array.from({ length: 12 }, (_, at) => ({
    ...plan.reps[at % 2]!,
    id: `r${at + 1}`,
    name: `Rep ${at + 1}`,
  }));
  return { ...plan, reps };
}

/** Months of results of every kind of component, with scores of objectives. */
function everyKind(): PlanDocument {
  const paid = withActuals(withMixedTiming(everyKindPlan(withReps(payingPlan()))));
  const objectives = paid.compPlans
    .flatMap(({ components }) => components)
    .find(({ kind }) => kind === 'objectives')!;
  return {
    ...paid,
    payResults: paid.payResults!.map((result) =>
      result.component === objectives.id ? { ...result, credited: 0.68, scores: { a: 0.8, b: 0.5 } } : result,
    ),
  };
}

const options = { scenarioId: 's1', madeOn: '2026-11-29', withoutPay: false };

/** One input of each sheet, column and label, as address and the number that it holds. */
function inputsOf(plan: PlanDocument): { address: string; value: number }[] {
  const found = new Map<string, { address: string; value: number }>();
  for (const sheet of buildWorkbook(plan, options).sheets) {
    if (OF_THE_WORKBOOK.includes(sheet.name)) continue;
    [...sheet.rows()].forEach((row, at) =>
      row.forEach(({ style, value }, column) => {
        if (style !== 'input' || typeof value !== 'number') return;
        // Rows of Plans and Assumptions differ each; in a table the label or component tells the kind of row.
        const label = sheet.name === 'Plans' ? at : (row[sheet.name === 'Assumptions' ? 0 : 1]?.value ?? '');
        const key = [sheet.name, column, label].join('\u0001');
        const address = `${sheet.name}!${columnName(column)}${at + 1}`;
        if (!found.has(key)) found.set(key, { address, value });
      }),
    );
  }
  return [...found.values()];
}

describe.each([
  ['every kind of component, with results', everyKind()],
  ['cancelled deals, teams and compared plans', clawbackPlan(withReps(payingPlan()))],
])('an exported workbook of %s', (_, plan) => {
  const model = buildWorkbook(plan, options);

  it('asks for nothing where nothing was edited', () => {
    expect(workbookProposal(plan, rawOf(model))).toMatchObject({ command: null, changes: [], problems: [] });
  });

  const inputs = inputsOf(plan);
  it(
    'passes over no input that was edited: each is a difference, or said not to be taken',
    { timeout: 300_000 },
    () => {
      expect(inputs.length).toBeGreaterThan(40);
      const edits = Object.fromEntries(
        inputs.map(({ address, value }) => [address, String(Math.abs(value) >= 1e15 ? 99 : value + 1)]),
      );
      const { changes, problems } = workbookProposal(plan, rawOf(model, edits));
      const told = new Set([...changes, ...problems].map(({ sheet, cell }) => `${sheet}!${cell}`));
      expect(inputs.map(({ address }) => address).filter((address) => !told.has(address))).toEqual([]);
    },
  );

  it('holds what was edited when it is exported again', { timeout: 300_000 }, () => {
    // One at a time: together they need not make a plan.
    const some = inputs.filter(
      ({ value, address }, at) =>
        // Whether a band re-rates those below is yes or no.
        Math.abs(value) < 1e15 && at % 19 === 0 && !address.startsWith('Plans!D'),
    );
    for (const { address, value } of some) {
      // Too little to put an edge past the next one, and a whole cent of money.
      const after = String(Math.round((value + 0.01) * 1e9) / 1e9);
      const { command } = workbookProposal(plan, rawOf(model, { [address]: after }));
      if (!command) continue;
      const changed = applyDiff(plan, runCommand(plan, command));
      const again = workbookProposal(changed, rawOf(model, { [address]: after }));
      expect([address, again.changes]).toEqual([address, []]);
    }
  });
});
