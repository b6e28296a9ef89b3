import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import type { ChartTable } from '../../charts/chartTable';
import { PayoutCurveChart } from '../../charts/PayoutCurveChart';
import { payoutCurve, type PayoutCurve } from '../../../shared/comp/payoutCurve';
import { contestOf } from '../../../shared/comp/components/rankBonus';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { clearPreview, commitPreview, previewCommand } from '../../state/resultStore';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compViewStore, useCompView } from './compViewStore';
import classes from './Designer.module.css';
import { curveHandles, moveHandle } from './curveHandles';
import { withComponent } from './listEdits';
import { chartReach } from './chartReach';
import type { ShownCompPlan } from './useCompPlan';

/** The payout curve of the selected component, with points to drag. */
export function CurvePanel({
  shown,
  component,
}: {
  readonly shown: ShownCompPlan;
  readonly component: CompComponent;
}) {
  const format = usePlanFormat();
  const { plan, saved, plans, group } = shown;
  const comparedId = useCompView((view) => view.comparedPlanId);
  const markedRatio = useCompView((view) => view.markedRatio);
  const savedComponent = saved.components.find((each) => each.id === component.id) ?? component;
  // The reach is that of the plan as it stands, so that the axis does not move under a drag.
  const xMax = chartReach(savedComponent, group.basis);
  const curve = useMemo(
    () => payoutCurve(plan, component, group.basis, xMax),
    [plan, component, group.basis, xMax],
  );
  const handles = useMemo(() => curveHandles(component, xMax), [component, xMax]);
  const other = plans.find((each) => each.id === comparedId && each.id !== plan.id) ?? null;
  const compared = useMemo(
    () => comparedCurve(other, component, group.basis, xMax),
    [other, component, group.basis, xMax],
  );
  const targetCents = group.basis.targetIncentiveCents * component.targetShareRatio;

  function move(index: number, to: { readonly x: number; readonly y: number }): void {
    const moved = moveHandle(component, index, { x: to.x, payRatio: to.y }, xMax);
    const handle = curveHandles(moved, xMax)[index];
    const name = handle?.name || `point ${index + 1}`;
    const label = `set ${name.toLowerCase()} of ${component.name} to ${format.percent(handle?.payRatio ?? 0)}`;
    previewCommand({ kind: 'putCompPlan', compPlan: withComponent(plan, moved), label });
  }

  return (
    <ChartPanel
      title={`${component.name} payout curve`}
      hint={hintOf(component, handles.length > 0)}
      table={curveTable(curve, targetCents, format)}
      controls={
        plans.length > 1 && (
          <Select
            aria-label="Compare the curve with"
            className={classes.compare}
            placeholder="Compare with"
            clearable
            data={plans
              .filter((each) => each.id !== plan.id)
              .map((each) => ({ value: each.id, label: `${each.name}${versionText(each, plan)}` }))}
            value={other?.id ?? null}
            onChange={(id) => compViewStore.setState({ comparedPlanId: id })}
          />
        )
      }
    >
      <PayoutCurveChart
        label={`Pay of ${component.name} by attainment`}
        samples={curve.samples}
        jumps={curve.jumps}
        compared={other && compared ? { name: other.name, samples: compared.samples } : null}
        points={handles.map((handle) => ({
          x: handle.x,
          y: handle.payRatio,
          name: handle.name,
          text: `${format.percent(handle.x, 1)} pays ${format.percent(handle.payRatio, 1)}`,
        }))}
        xMax={xMax}
        markedX={markedRatio}
        percent={(ratio) => format.percent(ratio)}
        amount={targetCents > 0 ? (payRatio) => format.centsCompact(payRatio * targetCents).text : null}
        onMove={move}
        onDrop={commitPreview}
        onCancel={clearPreview}
      />
    </ChartPanel>
  );
}

function versionText(each: CompPlan, shown: CompPlan): string {
  return each.name === shown.name ? `, version ${each.version}` : '';
}

/** The component of the same measure in another plan, else its heaviest. */
function comparedCurve(
  other: CompPlan | null,
  component: CompComponent,
  basis: ShownCompPlan['group']['basis'],
  xMax: number,
): PayoutCurve | null {
  const counterpart =
    other?.components.find((each) => each.name === component.name) ??
    other?.components.find((each) => each.measure === component.measure);
  return other && counterpart ? payoutCurve(other, counterpart, basis, xMax) : null;
}

function curveTable(curve: PayoutCurve, targetCents: number, format: PlanFormat): ChartTable {
  return {
    columns: ['Attainment', 'Share of target', 'Pay'],
    rows: curve.samples.flatMap(({ x, payRatio }) =>
      payRatio === null || Math.abs(x * 20 - Math.round(x * 20)) > 1e-6
        ? []
        : [[format.percent(x), format.percent(payRatio, 1), format.cents(payRatio * targetCents)]],
    ),
  };
}

function hintOf(component: CompComponent, isDraggable: boolean): string {
  if (contestOf(component)) return 'prizes go by place among the reps, not by attainment';
  return isDraggable ? 'drag a point, or type in the sentence' : 'share of its target incentive';
}
