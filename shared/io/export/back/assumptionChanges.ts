import { fromCents, toCents } from '../../../model/money';
import type { QuotaSettings } from '../../../model/quotaSettings';
import type { ScenarioFields } from '../../../model/scenario';
import type { PlanCommand } from '../../../plan/command';
import type { ExportContext } from '../exportContext';
import { ASSUMPTIONS_SHEET } from '../sheets/assumptionsSheet';
import type { ProposedEdits, WorkbookReview } from './workbookReview';

/** Assumptions of the scenario and of quotas, found by the name that formulas call them. */
export function assumptionChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const { scenario, document, withoutPay } = context;
  const take = (name: string, before: number | null, put: (value: number) => void, least = 0) => {
    const row = review.cells.rowOf(ASSUMPTIONS_SHEET, 4, name);
    if (row === null) return;
    const after = review.number([ASSUMPTIONS_SHEET, row, 1], before, least);
    if (after === undefined || after === null) return;
    const what = review.cells.text(ASSUMPTIONS_SHEET, row, 0);
    const words = { what, before: before === null ? 'none' : String(before), after: String(after) };
    if (review.note([ASSUMPTIONS_SHEET, row, 1], words)) put(after);
  };
  let fields: Partial<Pick<ScenarioFields, 'corridorShare' | 'attainment' | 'budgetCents'>> = {};
  take('A_Corridor', scenario.corridorShare, (value) => (fields = { ...fields, corridorShare: value }));
  let quota: QuotaSettings = document.quotaSettings;
  if (!withoutPay) {
    const { attainment, budgetCents } = scenario;
    if (attainment.kind === 'uniform') {
      take('A_Attainment', attainment.attainmentRatio, (value) => {
        fields = { ...fields, attainment: { kind: 'uniform', attainmentRatio: value } };
      });
    } else {
      take(
        'A_Growth',
        attainment.growthShare,
        (value) => (fields = { ...fields, attainment: { ...attainment, growthShare: value } }),
        -1,
      );
    }
    take('A_Budget', budgetCents === null ? null : fromCents(budgetCents), (value) => {
      fields = { ...fields, budgetCents: toCents(value) };
    });
    take('A_QuotaTarget', fromCents(context.evaluation.pay.quotaPlan.targetCents), (value) => {
      quota = { ...quota, targetCents: toCents(value) };
    });
    take('A_RoundingStep', fromCents(quota.roundingStepCents), (value) => {
      quota = { ...quota, roundingStepCents: Math.max(1, toCents(value)) };
    });
    const weights = { WeightPotential: 'potential', WeightHistory: 'history', WeightEven: 'even' } as const;
    for (const [name, key] of Object.entries(weights)) {
      take(`A_${name}`, quota.weights[key], (value) => {
        quota = { ...quota, weights: { ...quota.weights, [key]: value } };
      });
    }
  }
  const commands: PlanCommand[] = [];
  if (Object.keys(fields).length > 0) {
    commands.push({ kind: 'updateScenario', scenarioId: scenario.id, fields });
  }
  if (quota !== document.quotaSettings) commands.push({ kind: 'setQuotaSettings', quotaSettings: quota });
  return commands;
}
