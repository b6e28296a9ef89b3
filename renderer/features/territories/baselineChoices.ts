import type { Scenario } from '../../../shared/model/scenario';
import type { History } from '../../../shared/plan/history';
import type { Baseline } from './realignmentStore';

/** Earlier steps that are offered; the oldest is always the last of them. */
const MOST_STEPS = 40;

export function keyOfBaseline(baseline: Baseline): string {
  return baseline.kind === 'edit' ? `edit ${baseline.sequence}` : `scenario ${baseline.id}`;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface BaselineChoices {
  readonly groups: { readonly group: string; readonly items: Choice[] }[];
  readonly baselineOf: ReadonlyMap<string, Baseline>;
}

/** What a realignment can be compared with: the plan now, before its last edits, and other scenarios. */
export function baselineChoices(
  history: History,
  scenarios: readonly Scenario[],
  scenarioId: string,
  chosen: Baseline,
): BaselineChoices {
  const baselineOf = new Map<string, Baseline>();
  const choice = (baseline: Baseline, label: string): Choice => {
    const value = keyOfBaseline(baseline);
    baselineOf.set(value, baseline);
    return { value, label };
  };
  const before = ({ sequence, diff }: History['done'][number]): Choice =>
    choice({ kind: 'edit', sequence }, `Before: ${diff.label}`);
  const recent = history.done.slice(-MOST_STEPS).reverse();
  const steps = [
    choice({ kind: 'edit', sequence: history.nextSequence }, 'The plan as it is now'),
    ...recent.map(before),
  ];
  const oldest = history.done[0];
  if (oldest && !recent.includes(oldest)) steps.push(before(oldest));
  // A step that was chosen and then undone is what the plan is now.
  if (chosen.kind === 'edit' && !baselineOf.has(keyOfBaseline(chosen))) {
    steps.push(choice(chosen, 'A step that was undone'));
  }
  const others = scenarios
    .filter(({ id }) => id !== scenarioId)
    .map(({ id, name }) => choice({ kind: 'scenario', id }, name));
  const groups = [
    { group: 'Steps of this plan', items: steps },
    { group: 'Scenarios', items: others },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), baselineOf };
}
