import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPinnedOff } from '@tabler/icons-react';
import { bottomUpCents } from '../../../shared/comp/quota';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import { bottomUpBasis } from '../../../shared/plan/bottomUp';
import { quotaCarriers, type PayFigures } from '../../../shared/plan/evaluatePay';
import { activeQuotaCents } from '../../../shared/plan/payInputs';
import { planStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { PanelBody, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './QuotaPanel.module.css';
import { negativeHistory, quotaCheck } from './quotaCheck';
import { OverAssignment, Seasonality, type FieldsProps } from './QuotaLevels';

interface QuotaPanelProps {
  readonly settings: QuotaSettings;
  readonly pay: PayFigures | null;
  readonly measures: readonly MeasureColumn[];
}

const METHODS = [
  { value: 'fair', label: 'Fair' },
  { value: 'history', label: 'History' },
  { value: 'capacity', label: 'Capacity' },
  { value: 'blend', label: 'Blend' },
] as const;

/** How quotas are made from the target, and whether they add up to it. */
export function QuotaPanel({ settings, pay, measures }: QuotaPanelProps) {
  const format = usePlanFormat();
  const set = (fields: Partial<QuotaSettings>) =>
    planStore.dispatch({ kind: 'setQuotaSettings', quotaSettings: { ...settings, ...fields } });
  const symbol = format.measureUnitSuffix('money').replace(', ', '');

  return (
    <>
      <PanelBody>
        <PanelSection title="Target">
          <CommitNumberInput
            aria-label="Target of the company"
            placeholder="not set: the sum of what reps yield"
            value={settings.targetCents === null ? null : settings.targetCents / 100}
            prefix={symbol}
            min={0}
            onCommit={(amount) => set({ targetCents: amount === null ? null : Math.round(amount * 100) })}
          />
        </PanelSection>
        <PanelSection title="Over-assignment">
          <OverAssignment settings={settings} onSet={set} />
        </PanelSection>
        <PanelSection title="Method">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Method"
            value={settings.method}
            data={METHODS.map((method) => ({ ...method }))}
            onChange={(method) => set({ method: METHODS.find((each) => each.value === method)!.value })}
          />
          <MethodFields settings={settings} measures={measures} symbol={symbol} onSet={set} />
        </PanelSection>
        <PanelSection title="Seasonality">
          <Seasonality settings={settings} onSet={set} />
        </PanelSection>
        <PanelSection title="Rounding">
          <div className={classes.field}>
            <span>Quotas in steps of</span>
            <CommitNumberInput
              aria-label="Quotas in steps of"
              value={settings.roundingStepCents / 100}
              prefix={symbol}
              min={0.01}
              w={96}
              onCommit={(step) =>
                step !== null && step > 0 && set({ roundingStepCents: Math.round(step * 100) })
              }
            />
          </div>
          <p className={classes.hint}>The sum stays exact: one quota takes what is left of the step.</p>
        </PanelSection>
      </PanelBody>
      {pay && <SumCheck settings={settings} pay={pay} />}
    </>
  );
}

function MethodFields({
  settings,
  measures,
  symbol,
  onSet,
}: FieldsProps & { readonly measures: readonly MeasureColumn[]; readonly symbol: string }) {
  const { method, weights, blend } = settings;
  const percent = (label: string, ratio: number, set: (ratio: number) => void) => (
    <div className={classes.field} key={label}>
      <span>{label}</span>
      <CommitNumberInput
        aria-label={label}
        w={96}
        suffix="%"
        value={Number((ratio * 100).toFixed(4))}
        onCommit={(value) => set(Number(((value ?? 0) / 100).toFixed(6)))}
      />
    </div>
  );
  const isIn = (each: 'fair' | 'history' | 'capacity') =>
    method === each || (method === 'blend' && blend[each] > 0);
  return (
    <div className={classes.stack}>
      {method === 'blend' &&
        (['fair', 'history', 'capacity'] as const).map((each) =>
          percent(
            `Weight of ${METHODS.find((known) => known.value === each)!.label.toLowerCase()}`,
            blend[each],
            (ratio) => onSet({ blend: { ...blend, [each]: Math.max(0, ratio) } }),
          ),
        )}
      {isIn('fair') && (
        <>
          <Select
            label="Potential is"
            data={measures.map((measure) => ({ value: measure.id, label: measure.name }))}
            value={settings.potentialMeasure ?? measures[0]?.id ?? null}
            onChange={(potentialMeasure) => onSet({ potentialMeasure })}
          />
          {percent('Weight of potential', weights.potential, (ratio) =>
            onSet({ weights: { ...weights, potential: Math.max(0, ratio) } }),
          )}
          {percent('Weight of history', weights.history, (ratio) =>
            onSet({ weights: { ...weights, history: Math.max(0, ratio) } }),
          )}
          <Select
            label="Pipeline is"
            placeholder="no measure"
            clearable
            data={measures.map((measure) => ({ value: measure.id, label: measure.name }))}
            value={settings.pipelineMeasure}
            onChange={(pipelineMeasure) => onSet({ pipelineMeasure })}
          />
          {settings.pipelineMeasure !== null &&
            percent('Weight of pipeline', weights.pipeline, (ratio) =>
              onSet({ weights: { ...weights, pipeline: Math.max(0, ratio) } }),
            )}
          {percent('Weight of an even part', weights.even, (ratio) =>
            onSet({ weights: { ...weights, even: Math.max(0, ratio) } }),
          )}
        </>
      )}
      {isIn('history') && (
        <>
          {percent('Growth on history', settings.growthRatio, (growthRatio) => onSet({ growthRatio }))}
          {percent('Relief', settings.reliefRatio, (reliefRatio) => onSet({ reliefRatio }))}
        </>
      )}
      {isIn('capacity') && (
        <div className={classes.field}>
          <span>Sales a year of one rep</span>
          <CommitNumberInput
            aria-label="Sales a year of one rep"
            w={112}
            prefix={symbol}
            min={0}
            value={settings.productivityCents / 100}
            onCommit={(amount) => onSet({ productivityCents: Math.round((amount ?? 0) * 100) })}
          />
        </div>
      )}
    </div>
  );
}

/** Quotas against target × (1 + over-assignment), and against what the reps add up to themselves. */
function SumCheck({ settings, pay }: { readonly settings: QuotaSettings; readonly pay: PayFigures }) {
  const format = usePlanFormat();
  const { quotaPlan } = pay;
  const check = quotaCheck(quotaPlan);
  const carrying = quotaCarriers(pay.reps);
  const bottomUp = bottomUpCents(settings, carrying.map(bottomUpBasis));
  const yearCents = carrying.reduce((sum, each) => sum + activeQuotaCents(each), 0);
  const isInPart = carrying.some(({ time }) => time.quotaShare !== 1);
  const pinned = pay.reps.filter((each) => each.isPinned);
  const belowZero = negativeHistory(
    settings,
    carrying.map(({ rep }) => rep),
  );
  const overRatio = quotaPlan.overAssignmentRatio;
  return (
    <div className={classes.check}>
      <dl className={classes.sums}>
        <dt>Quotas add up to</dt>
        <dd>{format.cents(quotaPlan.sumCents)}</dd>
        <dt>Target × over-assignment</dt>
        <dd>{format.cents(quotaPlan.poolCents)}</dd>
        {isInPart && (
          <>
            <dt>In the year, by dates and ramp</dt>
            <dd>{format.cents(yearCents)}</dd>
          </>
        )}
        <dt>Over target</dt>
        <dd>{overRatio === null ? 'none' : format.percentChange(overRatio, 2)}</dd>
        {bottomUp > 0 && (
          <>
            <dt>Bottom-up, {settings.productivityCents > 0 ? 'by capacity' : 'by history'}</dt>
            <dd>{format.cents(bottomUp)}</dd>
            {settings.targetCents !== null && (
              <>
                <dt>Target above it</dt>
                <dd>{format.centsChange(settings.targetCents - bottomUp)}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <p className={classes.verdict} data-ok={check.isExact || undefined}>
        {check.isExact ? (
          <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
        )}
        <span>
          {check.isExact
            ? 'Quotas add up to the cent.'
            : check.gapCents === 0
              ? check.reason
              : `Quotas are ${format.cents(Math.abs(check.gapCents))} ${check.gapCents > 0 ? 'above' : 'below'} the sum. ${check.reason}`}
        </span>
      </p>
      {belowZero !== '' && (
        <p className={classes.verdict}>
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{belowZero}</span>
        </p>
      )}
      {pinned.length > 0 && (
        <Button
          leftSection={<IconPinnedOff size={14} stroke={1.8} />}
          onClick={() =>
            planStore.dispatch({
              kind: 'putReps',
              reps: pinned.map(({ rep }) => ({ ...rep, quotaPinCents: null })),
              label: `unpin ${pinned.length === 1 ? `the quota of ${pinned[0]!.rep.name}` : `${pinned.length} quotas`}`,
            })
          }
        >
          {pinned.length === 1 ? 'Unpin 1 quota' : `Unpin ${pinned.length} quotas`}
        </Button>
      )}
    </div>
  );
}
