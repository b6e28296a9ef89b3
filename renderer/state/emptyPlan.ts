import { emptyAccountTable } from '../../shared/model/accountTable';
import { emptyAlignment } from '../../shared/model/alignment';
import type { PlanDocument } from '../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';
import { DEFAULT_SETTINGS } from '../../shared/model/settings';

/** A plan with one scenario and nothing in it. @param year the current one; a plan is for the next */
export function emptyPlan(id: string, scenarioId: string, name: string, year: number): PlanDocument {
  return {
    id,
    name,
    settings: { ...DEFAULT_SETTINGS, fiscalYear: year + 1 },
    accounts: emptyAccountTable(),
    scenarios: [
      {
        id: scenarioId,
        name: 'A',
        levels: ['Territory'],
        territories: [],
        measures: [],
        corridorShare: 0.15,
        attainment: { kind: 'uniform', attainmentRatio: 1 },
        budgetCents: null,
        alignments: [emptyAlignment('primary', 0)],
      },
    ],
    reps: [],
    compPlans: [],
    quotaSettings: quotaSettingsSchema.parse({}),
  };
}
