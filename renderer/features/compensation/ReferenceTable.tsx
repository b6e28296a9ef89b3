import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { acceleratorForLeverage, targetEconomics } from '../../../shared/comp/economics';
import { planPoints } from '../../../shared/comp/payoutCurve';
import { againstReference, referenceFigures } from '../../../shared/comp/referenceFigures';
import { shareReaching, type Simulation } from '../../../shared/comp/simulationResult';
import type { ReferenceFigure } from '../../../shared/model/referenceFigure';
import { notify } from '../../state/noticeStore';
import { planStore, usePlanStore } from '../../state/planStore';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './ReferenceTable.module.css';
import { SentenceField } from './SentenceField';
import type { ShownCompPlan } from './useCompPlan';

const STANDS = { below: 'below', within: 'within', above: 'above' } as const;

/** Figures quoted in the field beside the plan's own, each with source and date; all can be changed. */
export function ReferenceTable({
  shown,
  result,
}: {
  readonly shown: ShownCompPlan;
  readonly result: Simulation | null;
}) {
  const format = usePlanFormat();
  const figures = usePlanStore((state) => state.plan?.referenceFigures) ?? referenceFigures;
  const own = useMemo(() => ownFigures(shown, result), [shown, result]);
  const set = (next: readonly ReferenceFigure[] | null): string | null => {
    const put = planStore.dispatch({ kind: 'setReferenceFigures', figures: next });
    return put.ok ? null : put.message;
  };
  const put = (figure: ReferenceFigure): string | null => {
    if (figure.low > figure.high) return 'The range would end before it begins.';
    return set(figures.map((each) => (each.id === figure.id ? figure : each)));
  };
  const say = (refusal: string | null) => refusal !== null && notify('error', refusal);
  const text = (figure: ReferenceFigure, value: number | null | undefined) => {
    if (value === null || value === undefined) return 'none';
    return figure.unit === 'ratio' ? format.percent(value, 1) : format.number(value, 2);
  };
  return (
    <section className={classes.panel} aria-label="Reference figures">
      <p className={classes.note}>
        Quoted in the field, not evidence. Change what your company holds itself to.
      </p>
      <ul className={classes.list}>
        {figures.map((figure) => {
          const value = own[figure.id] ?? null;
          const stands = againstReference(value, figure);
          return (
            <li key={figure.id}>
              <div className={classes.row}>
                <strong>{figure.name}</strong>
                <span className={classes.own} data-stands={stands ?? undefined}>
                  {value === null ? '' : `this plan ${text(figure, value)}, ${stands ? STANDS[stands] : ''}`}
                </span>
                <span>
                  <SentenceField
                    context={`${figure.name}, from`}
                    unit={figure.unit}
                    value={figure.low}
                    onSet={(next) => put({ ...figure, low: Number(next) })}
                  />
                  {' to '}
                  <SentenceField
                    context={`${figure.name}, to`}
                    unit={figure.unit}
                    value={figure.high}
                    onSet={(next) => put({ ...figure, high: Number(next) })}
                  />
                </span>
              </div>
              <div className={classes.source}>
                <CommitTextInput
                  size="xs"
                  aria-label={`Source of ${figure.name}`}
                  value={figure.source}
                  onCommit={(source) => say(put({ ...figure, source }))}
                />
                <CommitTextInput
                  size="xs"
                  aria-label={`Date of ${figure.name}`}
                  value={figure.date}
                  onCommit={(date) => say(put({ ...figure, date }))}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <Button variant="subtle" onClick={() => say(set(null))}>
        Back to the figures as shipped
      </Button>
    </section>
  );
}

/** The plan's own figures by the id of the reference that they stand beside; what is not known is left out. */
function ownFigures(
  { plan, pay, group }: ShownCompPlan,
  result: Simulation | null,
): Readonly<Record<string, number | null>> {
  const { quotaToOteRatio } = targetEconomics(group.basis);
  const { thresholdRatio, excellenceRatio, leverageRatio } = planPoints(plan, group.basis);
  const reached = (ratio: number | null) => (result && ratio !== null ? shareReaching(result, ratio) : null);
  const atQuota = result?.atQuota?.mean ?? null;
  return {
    repsAtQuota: atQuota,
    repsAtQuotaSurveyed: atQuota,
    reachThreshold: reached(thresholdRatio),
    reachTarget: reached(1),
    reachExcellence: reached(excellenceRatio),
    quotaToOte: group.isExample ? null : quotaToOteRatio,
    overAssignment: pay?.quotaPlan.overAssignmentRatio ?? null,
    leverage: leverageRatio,
    // As a multiple of the base rate of the whole plan.
    accelerator: leverageRatio === null ? null : acceleratorForLeverage(leverageRatio, excellenceRatio),
  };
}
