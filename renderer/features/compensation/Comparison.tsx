import { Button, Select } from '@mantine/core';
import type { Comparison } from '../../../shared/comp/comparePlans';
import type { Spread } from '../../../shared/comp/simulationResult';
import type { CompPlan } from '../../../shared/model/compPlan';
import { quantileOf } from '../../../shared/model/quantile';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compViewStore, showCompPlan } from './compViewStore';
import classes from './ResultsView.module.css';
import type { ShownCompPlan } from './useCompPlan';
import { comparedOnText, type ShownComparison, type ShownYear } from './useComparison';

/** A year as the choice names it: its kind, or the fiscal year. */
const valueOf = (on: ShownYear): string => (on.kind === 'results' ? String(on.fiscalYear) : on.kind);

/** Chooses the plan to compare with, and the year that both are priced on. */
export function CompareChoice({
  shown,
  compared,
}: {
  readonly shown: ShownCompPlan;
  readonly compared: ShownComparison | null;
}) {
  const { plan, plans } = shown;
  if (plans.length < 2) return null;
  return (
    <div className={classes.compareChoice}>
      <Select
        aria-label="Compare with"
        className={classes.compare}
        placeholder="Compare with another plan"
        clearable
        data={plans
          .filter((each) => each.id !== plan.id)
          .map((each) => ({
            value: each.id,
            label: nameBeside(each, plan),
          }))}
        value={compared?.other.id ?? null}
        onChange={(id) => compViewStore.setState({ comparedPlanId: id })}
      />
      {compared && compared.years.length > 1 && (
        <Select
          aria-label="Compare on"
          className={classes.compareOn}
          allowDeselect={false}
          data={compared.years.map((on) => ({
            value: valueOf(on),
            label: `On ${comparedOnText(on)}`,
          }))}
          value={valueOf(compared.on)}
          onChange={(value) => {
            const on = compared.years.find((each) => valueOf(each) === value);
            compViewStore.setState({
              comparedYear:
                on?.kind === 'results' ? on.fiscalYear : on?.kind === 'simulated' ? on.kind : null,
            });
          }}
        />
      )}
    </div>
  );
}

/** Who gains and who loses against the other plan, what it costs, and what keeps those who lose whole. */
export function Winners({
  shown,
  compared,
}: {
  readonly shown: ShownCompPlan;
  readonly compared: ShownComparison;
}) {
  const format = usePlanFormat();
  const { comparison, other, on, spreads } = compared;
  if (!comparison) {
    return (
      <p className={classes.winners} role="status">
        Simulating the year under both plans…
      </p>
    );
  }
  const { winners, losers, neutral, oldCents, newCents, deltaCents, rows } = comparison;
  if (rows.length === 0) return <NobodyCompared shown={shown} other={other} />;
  const whole = wholeText(rows, format);
  return (
    <p className={classes.winners}>
      <span className={classes.chip} data-tone="gain">
        {winners} gain
      </span>
      <span className={classes.chip} data-tone="loss">
        {losers} lose
      </span>
      {neutral > 0 && <span className={classes.chip}>{neutral} unchanged</span>}
      <span>
        This plan pays {format.cents(newCents)} against {format.cents(oldCents)} under{' '}
        {nameBeside(other, shown.plan)} on {comparedOnText(on)}: {format.centsChange(deltaCents)}
        {oldCents > 0 && `, ${format.percentChange(deltaCents / oldCents)}`}.{whole && ` ${whole}`}
        {spreads && ` ${spreadText(spreads, format)}`}
      </span>
    </p>
  );
}

/** Pay is compared for the reps of the plan on screen: a new version that nobody is on is compared from the other side. */
function NobodyCompared({ shown, other }: { readonly shown: ShownCompPlan; readonly other: CompPlan }) {
  const { plan } = shown;
  const name = nameBeside(other, plan);
  return (
    <p className={classes.winners} role="status">
      Nobody is on this plan yet, so nobody’s pay changes.
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          showCompPlan(other.id);
          compViewStore.setState({ comparedPlanId: plan.id });
        }}
      >
        Compare for the reps on {name}
      </Button>
    </p>
  );
}

/** A plan's name; with its version where the one that it stands beside has the same. */
const nameBeside = ({ name, version }: CompPlan, beside: CompPlan): string =>
  name === beside.name ? `${name}, version ${version}` : name;

/** How far the cost of either plan may go in the years simulated, in words. */
function spreadText(
  { oldCost, newCost }: NonNullable<ShownComparison['spreads']>,
  format: PlanFormat,
): string {
  const range = ({ p10, p90 }: Spread) =>
    `${format.centsCompact(p10).text} to ${format.centsCompact(p90).text}`;
  return `In eight years of ten this plan costs ${range(newCost)}, the other ${range(oldCost)}.`;
}

/** What attainment keeps those who lose whole, in words; '' where nobody loses. */
function wholeText(rows: readonly Comparison[], format: PlanFormat): string {
  const losing = rows.filter((row) => row.verdict === 'loses');
  if (losing.length === 0) return '';
  const reachable = losing.flatMap((row) => row.wholeAtRatio ?? []);
  const never = losing.length - reachable.length;
  const not = never === 0 ? '' : ` ${never} of them can’t be at any attainment up to 500%.`;
  if (reachable.length === 0) return `Those who lose can’t be kept whole at any attainment up to 500%.`;
  const median = format.percent(quantileOf(reachable, 0.5) ?? 0, 1);
  const most = format.percent(Math.max(...reachable), 1);
  const need =
    reachable.length === 1 || median === most
      ? `To be whole, who loses needs ${most} attainment.`
      : `To be whole, those who lose need ${median} attainment at the median, ${most} at most.`;
  return need + not;
}
