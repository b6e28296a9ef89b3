import type { SimulatedRep } from '../comp/simulationRun';
import type { RepPay } from './evaluatePay';

/** A rep with a plan, as simulation sees them, expected to reach what the scenario assumes; [] without a plan. */
export function simulatedRep({ rep, compPlan, quotaCents, attainmentRatio }: RepPay): SimulatedRep[] {
  if (!compPlan) return [];
  return [
    {
      repId: rep.id,
      plan: compPlan,
      quotaCents,
      targetIncentiveCents: rep.targetIncentiveCents,
      baseSalaryCents: rep.baseSalaryCents,
      expectedRatio: attainmentRatio ?? 1,
    },
  ];
}

/**
 * A whole team as simulation sees it: managers whose plan is paid on others' results come after the reps below them
 * and share their luck.
 */
export function simulatedTeam(reps: readonly RepPay[]): SimulatedRep[] {
  const isRolledUp = ({ compPlan }: RepPay) =>
    compPlan?.components.some(({ crediting }) => crediting !== 'own') ?? false;
  const leaders = new Set(reps.filter((pay) => isRolledUp(pay) && hasReports(pay, reps)));
  const sellers = reps.filter((pay) => !leaders.has(pay)).flatMap(simulatedRep);
  const positionOf = new Map(sellers.map((rep, position) => [rep.repId, position]));
  const managers = [...leaders].flatMap((leader) => {
    const team = below(leader.rep.id, reps, new Set()).flatMap((id) => positionOf.get(id) ?? []);
    return simulatedRep(leader).map((rep) => ({
      ...rep,
      team,
      quotaCents: team.reduce((sum, at) => sum + sellers[at]!.quotaCents, 0),
    }));
  });
  return [...sellers, ...managers];
}

const hasReports = ({ rep }: RepPay, reps: readonly RepPay[]) =>
  reps.some((other) => other.rep.managerId === rep.id);

/** Ids of everybody below a manager, at any depth. */
function below(managerId: string, reps: readonly RepPay[], seen: Set<string>): string[] {
  return reps.flatMap(({ rep }) => {
    if (rep.managerId !== managerId || seen.has(rep.id)) return [];
    seen.add(rep.id);
    return [rep.id, ...below(rep.id, reps, seen)];
  });
}
