import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { AddComponentMenu } from './AddComponentMenu';
import { ComponentCard } from './ComponentCard';
import classes from './ComponentList.module.css';
import { ConditionCards, LimitCards } from './LimitCards';
import { PLAN_SETTINGS, showSettings } from './compViewStore';
import type { ShownCompPlan } from './useCompPlan';
import { useMeasureNames } from './useMeasureNames';

/** The plan in sentences: components in pay order, conditions, limits and draw. */
export function ComponentList({ shown }: { readonly shown: ShownCompPlan }) {
  const { plan, component } = shown;
  const measureNames = useMeasureNames(plan);
  return (
    <section className={classes.panel} aria-label="Components">
      <header className={classes.header}>
        <h2 className={classes.title}>
          Components <span>in the order they are paid</span>
        </h2>
        <Tooltip label="Plan settings">
          <ActionIcon aria-label="Plan settings" onClick={() => showSettings(PLAN_SETTINGS)}>
            <IconAdjustmentsHorizontal size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <AddComponentMenu plan={plan} />
      </header>
      <div className={classes.list}>
        {plan.components.length === 0 && (
          <p className={classes.empty}>Nothing is paid yet. Add the first component.</p>
        )}
        {plan.components.map((each) => (
          <ComponentCard
            key={each.id}
            plan={plan}
            basis={shown.group.basis}
            component={each}
            isSelected={each.id === component?.id}
            measureNames={measureNames}
          />
        ))}
        <ConditionCards plan={plan} measureNames={measureNames} />
        <LimitCards plan={plan} />
      </div>
    </section>
  );
}
