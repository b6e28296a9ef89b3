import { Popover, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { corridorSide } from '../../palette/indexBand';
import { Figure } from '../../ui/Figure';
import { IndexBar } from '../../ui/IndexBar';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { indexSteps } from './indexSteps';
import classes from './Inspector.module.css';
import type { TerritoriesData } from './useTerritoriesData';
import { WhyIndex } from './WhyIndex';

/** Each measure with its own bar, what the index is made of, and the way to its arithmetic. */
export function InspectorMeasures({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex } = data;
  const format = usePlanFormat();
  const figures = evaluation.territories;
  const steps = indexSteps(plan, scenario, figures, selectedIndex);
  const mix = steps.map((step) => `${format.percent(step.share)} ${step.name.toLowerCase()}`).join(' + ');
  return (
    <div className={classes.measures}>
      {figures.measures.map((measure) => {
        const known =
          plan.accounts.measures.find(({ id }) => id === measure.measureId) ??
          plan.unitMeasures?.find(({ measureId }) => measureId === measure.measureId);
        const kind = known?.kind ?? 'number';
        const index = measure.index[selectedIndex]!;
        const side = Number.isNaN(index) ? 'inside' : corridorSide(index, scenario.corridorShare);
        return (
          <div key={measure.measureId} className={classes.measure}>
            <span className={classes.measureName} title={measure.name}>
              {measure.name}
            </span>
            <IndexBar index={index} corridorShare={scenario.corridorShare} width={76} />
            <span className={classes.end}>
              <Figure
                value={format.index(index, scenario.corridorShare)}
                tone={side === 'inside' ? 'strong' : side}
              />
            </span>
            <span className={classes.end}>
              <Figure value={format.measure(kind, measure.totals[selectedIndex]!)} tone="muted" />
            </span>
          </div>
        );
      })}
      {steps.length > 0 && (
        <p className={classes.mix}>
          {mix} · <WhyButton />
        </p>
      )}
    </div>
  );
}

const WhyButton = memo(function WhyButton() {
  return (
    <Popover width={352} position="left-start" offset={12} trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.link}>Why this number?</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <WhyIndex />
      </Popover.Dropdown>
    </Popover>
  );
});
