import { Button } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useRoute } from '../../state/routeStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useStatus } from '../../ui/useStatus';
import { ActualsView } from './ActualsView';
import { CompHeader } from './CompHeader';
import { addBlankPlan, addFromTemplate } from './CompPlanMenu';
import classes from './CompScreen.module.css';
import { compSectionOf, type CompSection } from './compSection';
import { Designer } from './Designer';
import { planTemplates } from '../../../shared/comp/planTemplates';
import { ResultsView } from './ResultsView';
import { useCompPlan, type ShownCompPlan } from './useCompPlan';

/** Compensation: the plan designer, and what the plan pays. */
export function CompScreen() {
  const shown = useCompPlan();
  const section = useRoute((route) => compSectionOf(route.section));
  return shown ? <CompBody shown={shown} section={section} /> : <NoCompPlan />;
}

function CompBody({ shown, section }: { readonly shown: ShownCompPlan; readonly section: CompSection }) {
  const format = usePlanFormat();
  const { group } = shown;
  const overRatio = shown.pay?.quotaPlan.overAssignmentRatio ?? null;
  useStatus(
    useMemo(
      () => [
        {
          value: String(group.reps.length),
          text: group.reps.length === 1 ? 'rep on this plan' : 'reps on this plan',
        },
        { value: format.cents(group.targetIncentiveCents), text: 'target incentive' },
        {
          value: format.cents(group.quotaCents),
          text:
            overRatio === null
              ? 'quotas'
              : `quotas, all of them ${format.percentChange(overRatio)} over target`,
        },
      ],
      [group, format, overRatio],
    ),
  );
  return (
    <div className={classes.screen}>
      <CompHeader shown={shown} section={section} />
      {section === 'results' && <ResultsView shown={shown} />}
      {section === 'actuals' && <ActualsView shown={shown} />}
      {section === 'design' && <Designer shown={shown} />}
    </div>
  );
}

/** The next step where there is no comp plan yet. */
function NoCompPlan() {
  const [first] = planTemplates;
  return (
    <div className={classes.empty}>
      <EmptyState
        icon={IconCoins}
        title="No compensation plan yet"
        text="A plan turns quotas and results into pay. Begin with one of these and change every number in it."
        {...(first ? { action: { label: first.name, run: () => addFromTemplate(first) } } : {})}
      />
      <div className={classes.choices}>
        <Button variant="default" onClick={addBlankPlan}>
          Empty plan
        </Button>
        {planTemplates.slice(1).map((template) => (
          <Button key={template.id} onClick={() => addFromTemplate(template)}>
            {template.name}
          </Button>
        ))}
      </div>
    </div>
  );
}
