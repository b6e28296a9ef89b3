import type { PlanDocument } from '../../shared/model/planDocument';

/** Names that SUMIFS would read more into: comparisons, wildcards, numbers alike, nothing at all, and very much. */
const ODD = [
  '=Ann',
  'Key*',
  'Key accounts',
  '>5 M',
  '<Co>',
  'Who?',
  '~x',
  '',
  '01',
  '1',
  'Ж'.repeat(300),
  '+North',
];

/** The plan with such names of territories, reps, roles and comp plans. */
export function oddNames(plan: PlanDocument): PlanDocument {
  const named = (at: number, name: string) => ODD[at] ?? name;
  return {
    ...plan,
    reps: plan.reps.map((rep, at) => ({
      ...rep,
      name: named(at, rep.name),
      role: ['A*', 'AE', '', '=AE'][at % 4]!,
    })),
    compPlans: plan.compPlans.map((each) => ({ ...each, name: `*${each.name}` })),
    scenarios: plan.scenarios.map((scenario) => {
      let at = 0;
      return {
        ...scenario,
        territories: scenario.territories.map((each) => ({ ...each, name: named(at++, each.name) })),
      };
    }),
  };
}
