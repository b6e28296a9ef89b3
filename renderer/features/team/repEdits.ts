import { repSchema, type Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanDocument } from '../../../shared/model/planDocument';

/** Pay that a new rep begins with where the team has none to go by: cents a year. */
const USUAL_PAY_CENTS = 10_000_000;

/** A rep like the others: the median pay, the most frequent role and comp plan. */
export function newRep(
  plan: PlanDocument,
  fields: { id: string; name: string; territoryId?: string | null },
): Rep {
  const { reps } = plan;
  return repSchema.parse({
    role: mostFrequent(reps.map((rep) => rep.role)) ?? 'AE',
    compPlanId: mostFrequent(reps.map((rep) => rep.compPlanId)) ?? plan.compPlans[0]?.id ?? null,
    baseSalaryCents: median(reps.map((rep) => rep.baseSalaryCents)) ?? USUAL_PAY_CENTS,
    targetIncentiveCents: median(reps.map((rep) => rep.targetIncentiveCents)) ?? USUAL_PAY_CENTS,
    ...fields,
  });
}

/**
 * Reps so that each territory of the primary alignment has one: those without a territory take the empty ones first, the
 * rest are new. Empty where every territory has a rep.
 * @param newId makes the ids of new reps
 */
export function oneRepPerTerritory(plan: PlanDocument, scenario: Scenario, newId: () => string): Rep[] {
  const seats = scenario.territories.filter(
    (territory) =>
      !territory.isRemoved && territory.role === undefined && territory.level === scenario.levels.length - 1,
  );
  const known = new Set(seats.map((territory) => territory.id));
  const taken = new Set(plan.reps.map((rep) => rep.territoryId));
  const free = plan.reps.filter((rep) => rep.territoryId === null || !known.has(rep.territoryId));
  return seats
    .filter((territory) => !taken.has(territory.id))
    .map((territory, at) => {
      const waiting = free[at];
      if (waiting) return { ...waiting, territoryId: territory.id };
      return newRep(plan, { id: newId(), name: `${territory.name} rep`, territoryId: territory.id });
    });
}

function mostFrequent<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
