import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';

const folded = (text: string) => text.trim().toLowerCase();

/** The component of a plan that another plan's stands for: of the same id, else name, else measure; same unit. */
export function likeComponent(plan: CompPlan, wanted: CompComponent): CompComponent | null {
  const alike = plan.components.filter(({ measureUnit }) => measureUnit === wanted.measureUnit);
  return (
    alike.find(({ id }) => id === wanted.id) ??
    alike.find(({ name }) => folded(name) === folded(wanted.name)) ??
    alike.find(({ measure }) => folded(measure) === folded(wanted.measure)) ??
    null
  );
}
