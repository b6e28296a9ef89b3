import { Button } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useRoute } from '../../state/routeStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useStatus } from '../../ui/useStatus';
import { CompHeader } from './CompHeader';
import { addBlankPlan, addFromTemplate } from './CompPlanMenu';
import classes from './CompScreen.module.css';
import { Designer } from './Designer';
import { planTemplates } from '../../../shared/comp/planTemplates';
import { ResultsView } from './ResultsView';
import { useCompPlan, type ShownCompPlan } from './useCompPlan';

/** Compensation: the plan designer, and what the plan pays. */
export function CompScreen() {
  const shown = useCompPlan();
  const isResults = useRoute((route) => route.section === 'results');
  return shown ? <CompBody shown={shown} isResults={isResults} /> : <NoCompPlan />;
}

function CompBody({ shown, isResults }: { readonly shown: ShownCompPlan; readonly isResults: boolean }) {
  const format = usePlanFormat();
  const { group } = shown;
  const overRatio = shown.pay?.quotaPlan.overAssignmentRatio ?? null;
  useStatus(
    useMemo(
      () => [
        { value: String(group.reps.length), text: 'reps on this plan' },
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
      <CompHeader shown={shown} section={isResults ? 'results' : 'design'} />
      {isResults ? <ResultsView shown={shown} /> : <Designer shown={shown} />}
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
