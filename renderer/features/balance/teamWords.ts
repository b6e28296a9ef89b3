import type { PlanFormat } from '../../ui/planFormat';
import { gapText } from './gapText';
import type { Proposal } from './proposal';

/**
 * What a changed team means, in words, and whether they tell a proven bound of travel; null where the team stays, the
 * run was stopped, or its plan is out of tolerance.
 */
export function teamWords(
  { task, team, result }: Pick<Proposal, 'task' | 'team' | 'result'>,
  within: string,
  format: Pick<PlanFormat, 'number' | 'percent'>,
): { readonly title: string; readonly text: string; readonly isBounded: boolean } | null {
  if (!task.effect || !team || !result?.feasible) return null;
  const { added, removed } = task.effect;
  const nameOf = (index: number) => task.scenario.territories[index]!.name;
  const { lowerBound, travelKm } = result;
  const isBounded = lowerBound !== null && lowerBound > 0;
  const bound = isBounded
    ? ` Travel within ${gapText(travelKm / lowerBound - 1, format)} of the best possible from these bases.`
    : '';
  const accounts = (count: number) => (count === 1 ? '1 account' : `${format.number(count)} accounts`);
  if (removed.length === 0) {
    const places = added.map((index) => task.scenario.territories[index]!.base?.name ?? nameOf(index));
    const reps = added.length === 1 ? '1 rep more' : `${added.length} reps more`;
    return {
      title: `${reps}: ${accounts(team.movedCount)} change hands`,
      text: `Based in ${listed(places)}. The others stay where they are, every territory within ${within}.${bound}`,
      isBounded,
    };
  }
  const [, next] = team.trials;
  // Trials count territories as they were: those that stay and those that go, in the scenario's order.
  const before = [...task.made.territoryIndices, ...removed]
    .filter((index) => !added.includes(index))
    .sort((a, b) => a - b);
  const other = next
    ? ` Without ${nameOf(before[next.territory]!)}, next in line, it would be about ${format.number(next.changedCount)}.`
    : '';
  return {
    title: `Without ${listed(removed.map(nameOf))}: ${accounts(team.inheritedCount + team.movedCount)} get another rep`,
    text: `${accounts(team.inheritedCount)} of theirs, and ${accounts(team.movedCount)} that others hand on to come within ${within}.${other}${bound}`,
    isBounded,
  };
}

function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
}
