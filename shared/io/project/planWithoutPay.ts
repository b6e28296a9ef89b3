import type { PlanDocument } from '../../model/planDocument';
import { quotaSettingsSchema } from '../../model/quotaSettings';

/**
 * A copy of the plan for those who may not see pay: territories, accounts and reps, without comp plans, quotas, salaries,
 * results, budgets and what they rest on. It has an id of its own, so that opening it replaces no plan that holds them.
 */
export function planWithoutPay(document: PlanDocument): PlanDocument {
  const { id, name, settings, accounts, scenarios, reps, quotaSettings, unitMeasures, unitBridges } =
    document;
  const { potentialMeasure } = quotaSettings;
  return {
    id: `${id}-without-pay`,
    name: `${name} (without pay)`,
    settings,
    accounts,
    // What reps are taken to sell is told against their quotas.
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      attainment: { kind: 'uniform', attainmentRatio: 1 },
      budgetCents: null,
    })),
    reps: reps.map((rep) => ({
      ...rep,
      compPlanId: null,
      baseSalaryCents: 0,
      targetIncentiveCents: 0,
      rampRatios: [],
      quotaPinCents: null,
      historyCents: null,
    })),
    compPlans: [],
    quotaSettings: quotaSettingsSchema.parse({ potentialMeasure }),
    ...(unitMeasures ? { unitMeasures } : {}),
    ...(unitBridges ? { unitBridges } : {}),
  };
}
