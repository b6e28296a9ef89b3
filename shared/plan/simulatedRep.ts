import type { SimulatedRep } from '../comp/simulationRun';
import { creditsTeam, reportsBelow } from '../comp/reportsBelow';
import type { RepPay } from './evaluatePay';
import { yearBasisOf } from './payInputs';

/**
 * A whole team as simulation sees it, each expected to reach what the scenario assumes: managers whose plan is paid on
 * others' results come after the reps below them and share their luck. Who has no comp plan is left out.
 * @param isPaid whose pay is asked for; of the others only those come along whose results a manager is paid on
 */
export function simulatedTeam(
  reps: readonly RepPay[],
  isPaid: (pay: RepPay) => boolean = () => true,
): SimulatedRep[] {
  const withPlan = reps.filter(({ compPlan }) => compPlan !== null);
  const isLeader = ({ compPlan }: RepPay) => creditsTeam(compPlan);
  const below = reportsBelow(withPlan, isLeader);
  const leaders = withPlan.filter((pay) => isPaid(pay) && isLeader(pay) && below.has(pay.rep.id));
  const known = new Set(leaders);
  const wanted = new Set(leaders.flatMap((pay) => below.get(pay.rep.id)!));
  const sellers = withPlan.filter((pay) => !known.has(pay) && (isPaid(pay) || wanted.has(pay)));
  const positionOf = new Map(sellers.map((pay, position) => [pay, position]));
  return [
    ...sellers.map((pay) => ({ ...simulated(pay), ...(isPaid(pay) ? {} : { isUnpaid: true }) })),
    ...leaders.map((pay) => {
      const team = below.get(pay.rep.id)!.flatMap((report) => positionOf.get(report) ?? []);
      const quotaCents = team.reduce((sum, at) => sum + sellers[at]!.quotaCents, 0);
      return { ...simulated(pay), team, quotaCents };
    }),
  ];
}

function simulated(pay: RepPay): SimulatedRep {
  return {
    repId: pay.rep.id,
    plan: pay.compPlan!,
    ...yearBasisOf({ ...pay, team: null }),
    expectedRatio: pay.attainmentRatio ?? 1,
  };
}
