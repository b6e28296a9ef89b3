import { usePlanStore } from '../../state/planStore';
import { useMemo } from 'react';
import { AddComponentMenu } from './AddComponentMenu';
import { ComponentCard } from './ComponentCard';
import classes from './ComponentList.module.css';
import { ConditionCards, LimitCards } from './LimitCards';
import type { ShownCompPlan } from './useCompPlan';

/** Measures that plans usually pay on, beside those that the account list has. */
const USUAL_MEASURES = [
  'bookings',
  'revenue',
  'gross margin',
  'units',
  'new logos',
  'renewals',
  'meetings held',
];

/** The plan in sentences: components in pay order, conditions, limits and draw. */
export function ComponentList({ shown }: { readonly shown: ShownCompPlan }) {
  const { plan, component } = shown;
  const accountMeasures = usePlanStore((state) => state.plan?.accounts.measures);
  const measureNames = useMemo(() => {
    const used = plan.components.map((each) => each.measure);
    const named = accountMeasures?.map((measure) => measure.name) ?? [];
    return [...new Set([...used, ...USUAL_MEASURES, ...named])];
  }, [plan, accountMeasures]);

  return (
    <section className={classes.panel} aria-label="Components">
      <header className={classes.header}>
        <h2 className={classes.title}>
          Components <span>in the order they are paid</span>
        </h2>
        <AddComponentMenu plan={plan} />
      </header>
      <div className={classes.list}>
        {plan.components.map((each) => (
          <ComponentCard
            key={each.id}
            plan={plan}
            component={each}
            isSelected={each.id === component?.id}
            measureNames={measureNames}
          />
        ))}
        <ConditionCards plan={plan} />
        <LimitCards plan={plan} />
      </div>
    </section>
  );
}
