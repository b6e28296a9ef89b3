import { fromCents, toCents } from '../../../model/money';
import type { QuotaSettings } from '../../../model/quotaSettings';
import type { ScenarioFields } from '../../../model/scenario';
import type { PlanCommand } from '../../../plan/command';
import { cascadeOverAssignment } from '../../../comp/quota';
import { definedName } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import { ASSUMPTIONS_SHEET, seasonKey } from '../sheets/assumptionsSheet';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

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
  let fields: Partial<Pick<ScenarioFields, 'corridorShare' | 'attainment' | 'budgetCents' | 'measures'>> = {};
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
    const weights = {
      WeightPotential: 'potential',
      WeightHistory: 'history',
      WeightPipeline: 'pipeline',
      WeightEven: 'even',
    } as const;
    for (const [name, key] of Object.entries(weights)) {
      take(`A_${name}`, quota.weights[key], (value) => {
        quota = { ...quota, weights: { ...quota.weights, [key]: value } };
      });
    }
    const blend = { BlendFair: 'fair', BlendHistory: 'history', BlendCapacity: 'capacity' } as const;
    for (const [name, key] of Object.entries(blend)) {
      take(`A_${name}`, quota.blend[key], (value) => {
        quota = { ...quota, blend: { ...quota.blend, [key]: value } };
      });
    }
    const ratios = { HistoryGrowth: 'growthRatio', HistoryRelief: 'reliefRatio' } as const;
    for (const [name, key] of Object.entries(ratios)) {
      take(`A_${name}`, quota[key], (value) => (quota = { ...quota, [key]: value }), -1);
    }
    take('A_Productivity', fromCents(quota.productivityCents), (value) => {
      quota = { ...quota, productivityCents: toCents(value) };
    });
    document.quotaSettings.seasonalityRatios.forEach((ratio, at) => {
      take(definedName('A', seasonKey(at), new Set()), ratio, (value) => {
        quota = { ...quota, seasonalityRatios: quota.seasonalityRatios.with(at, value) };
      });
    });
    takeOverAssignment(review, quota, (overAssignment) => (quota = { ...quota, overAssignment }));
  }
  const commands: PlanCommand[] = [];
  const measures = takeMeasureWeights(context, review);
  if (measures) fields = { ...fields, measures };
  if (Object.keys(fields).length > 0) {
    commands.push({ kind: 'updateScenario', scenarioId: scenario.id, fields });
  }
  if (quota !== document.quotaSettings) commands.push({ kind: 'setQuotaSettings', quotaSettings: quota });
  return commands;
}

/** All levels together stand in one cell: with one level it is that level's, with more nothing says whose it is. */
function takeOverAssignment(
  review: WorkbookReview,
  { overAssignment }: QuotaSettings,
  put: (levels: QuotaSettings['overAssignment']) => void,
): void {
  const row = review.cells.rowOf(ASSUMPTIONS_SHEET, 4, 'A_OverAssignment');
  if (row === null) return;
  const place: CellPlace = [ASSUMPTIONS_SHEET, row, 1];
  const known =
    (cascadeOverAssignment(
      1e12,
      overAssignment.map(({ ratio }) => ratio),
    ).at(-1) ?? 1e12) /
      1e12 -
    1;
  const after = review.number(place, known, -1);
  if (after === undefined || after === null) return;
  if (overAssignment.length > 1) {
    const levels = overAssignment.map(({ level }) => level).join(', ');
    return review.problem(place, `Over-assignment compounds over ${levels}: change it by level in Quotas.`);
  }
  const words = { what: 'Over-assignment', before: String(known), after: String(after) };
  const level = overAssignment[0]?.level ?? 'Company';
  if (review.note(place, words)) put([{ level, ratio: after }]);
}

/** Weights of the measures in the index; null where none was changed. */
function takeMeasureWeights(
  { scenario, document }: ExportContext,
  review: WorkbookReview,
): ScenarioFields['measures'] | null {
  let isTaken = false;
  const taken = new Set<string>();
  const measures = scenario.measures.map((measure) => {
    const row = review.cells.rowOf(
      ASSUMPTIONS_SHEET,
      4,
      definedName('A', `Weight ${measure.measureId}`, taken),
    );
    const after = row === null ? undefined : review.number([ASSUMPTIONS_SHEET, row, 1], measure.weight);
    if (row === null || after === undefined || after === null) return measure;
    const name =
      document.accounts.measures.find(({ id }) => id === measure.measureId)?.name ?? measure.measureId;
    const words = {
      what: `Weight of ${name} in the index`,
      before: String(measure.weight),
      after: String(after),
    };
    if (!review.note([ASSUMPTIONS_SHEET, row, 1], words)) return measure;
    isTaken = true;
    return { ...measure, weight: after };
  });
  return isTaken ? measures : null;
}
