import type { CompPlan } from '../model/compPlan';
import type { Rep } from '../model/rep';

/** Whether a plan pays on the results of those below, where there are any. */
export function creditsTeam(plan: CompPlan | null): boolean {
  return plan?.components.some(({ crediting }) => crediting !== 'own') ?? false;
}

/**
 * Everybody below each manager, at any depth, whose results are their own: one who is paid on a team's results has
 * those of the team. Nobody is below themselves, however managers go round in a circle.
 * @returns by the manager's id; in the order of the team, each before those below them
 */
export function reportsBelow<One extends { readonly rep: Rep }>(
  team: readonly One[],
  isLeader: (one: One) => boolean,
): Map<string, One[]> {
  const direct = new Map<string, One[]>();
  for (const one of team) {
    const { managerId } = one.rep;
    if (managerId !== null) direct.set(managerId, [...(direct.get(managerId) ?? []), one]);
  }
  const below = (id: string, seen: Set<string>): One[] =>
    (direct.get(id) ?? []).flatMap((one) => {
      if (seen.has(one.rep.id)) return [];
      seen.add(one.rep.id);
      const others = below(one.rep.id, seen);
      return isLeader(one) && others.length > 0 ? others : [one, ...others];
    });
  return new Map([...direct.keys()].map((id) => [id, below(id, new Set([id]))]));
}
