import { Button, Radio, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { useActiveScenario } from '../../state/activeScenario';
import { openDialog } from '../../state/dialogStore';
import { savePlanFile } from '../../state/planSession';
import { usePlanStore } from '../../state/planStore';
import { printChoicesStore } from '../../state/printChoices';
import { showScenario } from '../../state/viewStore';
import { useStatus } from '../../ui/useStatus';
import { ChoiceList } from './ChoiceList';
import { ContentList } from './ContentList';
import {
  EXPORT_CHOICES,
  exportFileName,
  isHostChoice,
  isPrintWork,
  type ExportChoice,
} from './exportChoices';
import { ExportRuns } from './ExportRuns';
import classes from './ExportScreen.module.css';
import { exportPresetStore, useExportPreset, useExportRuns } from './exportStore';
import { ExportPlace } from './ExportPlace';
import { OrgFiles } from './OrgFiles';
import { startExport } from './startExport';
import { WorkbookChoices } from './WorkbookChoices';

/** Export: what, which scenario, where. */
export function ExportScreen() {
  const plan = usePlanStore((state) => state.plan);
  return plan ? <ExportBody plan={plan} /> : null;
}

function ExportBody({ plan }: { readonly plan: PlanDocument }) {
  const scenario = useActiveScenario();
  const { kind, withoutPay } = useExportPreset((preset) => preset);
  const isPacking = useExportRuns((state) => state.isPacking);
  const choice = EXPORT_CHOICES.find((each) => each.kind === kind) ?? EXPORT_CHOICES[0]!;
  useStatus(useMemo(() => [{ value: '', text: 'The plan stays as it is: an export is a copy' }], []));
  if (!scenario) return null;
  const name = exportFileName(choice, plan.name, scenario.name, withoutPay);
  const leavesPayOut = choice.holdsPay && withoutPay;
  return (
    <div className={classes.screen}>
      <ChoiceList kind={choice.kind} />
      <section className={classes.form} aria-label="Export">
        <header className={classes.head}>
          <span className={classes.icon}>
            <choice.icon size={22} stroke={1.6} aria-hidden />
          </span>
          <div>
            <h1 className={classes.title}>{choice.title}</h1>
            <p className={classes.lead}>{choice.lead}</p>
          </div>
        </header>
        {choice.kind !== 'evenland' && <ScenarioChoice plan={plan} scenario={scenario} />}
        {choice.holdsPay && <PayChoice withoutPay={withoutPay} />}
        {choice.kind === 'salesforce' && <OrgFiles />}
        {choice.kind === 'xlsx' && !withoutPay && <WorkbookChoices plan={plan} />}
        <ContentList choice={choice} plan={plan} scenarioId={scenario.id} withoutPay={leavesPayOut} />
        {isHostChoice(choice) && <ExportPlace />}
        <footer className={classes.foot}>
          <span className={classes.file} title={name}>
            {choice.kind === 'evenland' ? '' : name}
          </span>
          <Button
            variant="filled"
            loading={isPacking}
            onClick={() => exportNow(choice, plan, scenario, withoutPay)}
          >
            {isPrintWork(choice.kind) ? 'Export…' : 'Export'}
          </Button>
        </footer>
      </section>
      <ExportRuns />
    </div>
  );
}

function ScenarioChoice({ plan, scenario }: { readonly plan: PlanDocument; readonly scenario: Scenario }) {
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Scenario</h2>
      <Select
        aria-label="Scenario"
        w={280}
        data={plan.scenarios.map((each) => ({ value: each.id, label: each.name }))}
        value={scenario.id}
        onChange={(id) => id && showScenario(id)}
      />
    </div>
  );
}

/** Paper is chosen in a dialog of its own; the rest is written at once. */
function exportNow(choice: ExportChoice, plan: PlanDocument, scenario: Scenario, withoutPay: boolean): void {
  if (isPrintWork(choice.kind)) {
    printChoicesStore.setState({ work: choice.kind });
    openDialog({ kind: 'print', shown: null });
  } else if (isHostChoice(choice)) void startExport(choice, plan, scenario, withoutPay);
  else void savePlanFile({ withoutPay });
}

function PayChoice({ withoutPay }: { readonly withoutPay: boolean }) {
  return (
    <div className={classes.field}>
      <h2 className={classes.label} id="export-what">
        What
      </h2>
      <Radio.Group
        aria-labelledby="export-what"
        value={withoutPay ? 'without' : 'with'}
        onChange={(value) => exportPresetStore.setState({ withoutPay: value === 'without' })}
      >
        <div className={classes.radios}>
          <Radio
            value="with"
            size="xs"
            label="Everything"
            description="For finance and for those who plan pay"
          />
          <Radio
            value="without"
            size="xs"
            label="Without pay"
            description="No quotas, plans or payouts: for those who may not see them"
          />
        </div>
      </Radio.Group>
    </div>
  );
}
