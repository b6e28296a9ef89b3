import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';

const KM_PER_MILE = 1.609344;

/** The unit that travel is shown in: the first measure's times distance, and how much of it a km is. */
export function travelUnit(
  plan: PlanDocument,
  scenario: Scenario,
  distanceUnit: 'km' | 'mi',
): { readonly name: string; readonly perKm: number } {
  const first = plan.accounts.measures.find((measure) => measure.id === scenario.measures[0]?.measureId);
  const activity = {
    hours: 'h',
    money: plan.settings.currency,
    count: first?.name ?? '',
    number: first?.name ?? '',
  };
  const name = first ? `${activity[first.kind]}·${distanceUnit}` : `account·${distanceUnit}`;
  return { name, perKm: distanceUnit === 'mi' ? 1 / KM_PER_MILE : 1 };
}
