import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { targetEconomics } from '../../../shared/comp/economics';
import { planPoints } from '../../../shared/comp/payoutCurve';
import type { Scenario } from '../../../shared/model/scenario';
import { useActiveScenario } from '../../state/activeScenario';
import { goTo } from '../../state/routeStore';
import type { PlanFormat } from '../../ui/planFormat';
import { Stat, StatRow } from '../../ui/Stat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CompHeader.module.css';
import { COMP_SECTIONS, type CompSection } from './compSection';
import { CompPlanMenu } from './CompPlanMenu';
import { ResultsStats } from './ResultsStats';
import type { ShownCompPlan } from './useCompPlan';

/** The plan's name and what it comes to for the average of its reps. */
export function CompHeader({
  shown,
  section,
}: {
  readonly shown: ShownCompPlan;
  readonly section: CompSection;
}) {
  return (
    <header className={classes.header} data-section={section}>
      <div className={classes.about}>
        <CompPlanMenu shown={shown} />
        <p className={classes.caption}>{captionOf(shown)}</p>
      </div>
      <SegmentedControl
        className={classes.parts}
        size="xs"
        aria-label="Part of compensation"
        value={section}
        onChange={(value) => goTo('comp', value === 'design' ? '' : value)}
        data={COMP_SECTIONS.map((each) => ({ ...each }))}
      />
      {section === 'results' ? <ResultsStats shown={shown} /> : <PlanStats shown={shown} />}
    </header>
  );
}

/** What the plan comes to for the average of its reps. */
function PlanStats({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const scenario = useActiveScenario();
  const { plan, group } = shown;
  const { basis } = group;
  const figures = useMemo(() => ({ ...targetEconomics(basis), ...planPoints(plan, basis) }), [plan, basis]);
  const of = group.isExample ? 'of an example' : '';
  const mix = figures.payMix;
  return (
    <StatRow>
      <Stat
        label="OTE"
        value={format.cents(figures.oteCents)}
        note={`base ${format.cents(basis.baseSalaryCents)} ${of}`}
      />
      <Stat
        label="Pay mix"
        value={mix ? `${format.number(mix.base * 100)} / ${format.number(mix.incentive * 100)}` : 'none'}
        note={`target incentive ${format.cents(basis.targetIncentiveCents)}`}
      />
      <Stat
        label="Leverage"
        value={figures.leverageRatio === null ? 'none' : `${format.number(figures.leverageRatio, 2)} : 1`}
        note={`at ${format.percent(figures.excellenceRatio)} attainment`}
      />
      <Stat
        label="Quota : OTE"
        value={figures.quotaToOteRatio === null ? 'none' : format.number(figures.quotaToOteRatio, 2)}
        note={`average quota ${format.cents(basis.quotaCents)}`}
      />
      <Stat
        label="BCR"
        value={figures.baseRateRatio === null ? 'none' : format.percent(figures.baseRateRatio, 2)}
        note="incentive / quota"
      />
      <Stat
        label={`Cost ${assumptionText(scenario, format)}`}
        value={{ ...format.centsCompact(group.payoutCents), exact: format.centsExact(group.payoutCents) }}
        note={budgetNote(scenario, format)}
      />
    </StatRow>
  );
}

function captionOf({ plan, group }: ShownCompPlan): string {
  const reps = group.reps.length === 1 ? '1 rep' : `${group.reps.length} reps`;
  const { effectiveFrom: from, effectiveTo: to } = plan;
  const span = from || to ? ` · ${from ?? 'open'} to ${to ?? 'open'}` : '';
  return `${reps}${span} · version ${plan.version}`;
}

/** What reps are taken to sell, as words after "Cost". */
export function assumptionText(scenario: Scenario | null, format: PlanFormat): string {
  if (scenario?.attainment.kind === 'uniform') {
    return `at ${format.percent(scenario.attainment.attainmentRatio)}`;
  }
  return scenario ? 'as forecast' : '';
}

function budgetNote(scenario: Scenario | null, format: PlanFormat): string {
  const budget = scenario?.budgetCents ?? null;
  return budget === null ? 'no budget set' : `budget ${format.centsCompact(budget).text}`;
}
