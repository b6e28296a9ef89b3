import { ActionIcon, Button, Progress, Radio, Select, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconFileSpreadsheet,
  IconFolder,
  IconFolderOpen,
  IconX,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { HostError } from '../../../shared/bridge/contract';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { useActiveScenario } from '../../state/activeScenario';
import { useAppInfo } from '../../state/appInfoStore';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { usePlanStore } from '../../state/planStore';
import { showScenario } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useStatus } from '../../ui/useStatus';
import classes from './ExportScreen.module.css';
import {
  exportPresetStore,
  exportRunsStore,
  useExportPreset,
  useExportRuns,
  type ExportRun,
} from './exportStore';
import { showInFolder, startWorkbookExport, workbookName } from './startWorkbookExport';
import { workbookSheets } from './workbookSheets';

/** Export: what, which scenario, where; the workbook that finance asks for. */
export function ExportScreen() {
  const plan = usePlanStore((state) => state.plan);
  return plan ? <ExportBody plan={plan} /> : null;
}

function ExportBody({ plan }: { readonly plan: PlanDocument }) {
  const scenario = useActiveScenario();
  const withoutPay = useExportPreset((preset) => preset.withoutPay);
  const isPacking = useExportRuns((state) => state.isPacking);
  const runs = useExportRuns((state) => state.runs);
  const name = scenario ? workbookName(plan.name, scenario.name, withoutPay) : '';
  useStatus(useMemo(() => [{ value: '', text: 'The plan stays as it is: an export is a copy' }], []));
  if (!scenario) return null;
  return (
    <div className={classes.screen}>
      <section className={classes.form} aria-label="Export">
        <header className={classes.head}>
          <span className={classes.icon}>
            <IconFileSpreadsheet size={22} stroke={1.6} aria-hidden />
          </span>
          <div>
            <h1 className={classes.title}>Excel workbook</h1>
            <p className={classes.lead}>
              A live model: change an assumption in Excel, and territories, quotas and payouts follow.
            </p>
          </div>
        </header>

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

        <SheetList plan={plan} withoutPay={withoutPay} />
        <Where />

        <footer className={classes.foot}>
          <span className={classes.file} title={name}>
            {name}
          </span>
          <Button
            variant="filled"
            loading={isPacking}
            onClick={() => void startWorkbookExport(plan, scenario, withoutPay)}
          >
            Export
          </Button>
        </footer>
      </section>
      {runs.length > 0 && <RunList runs={runs} />}
    </div>
  );
}

function SheetList({ plan, withoutPay }: { readonly plan: PlanDocument; readonly withoutPay: boolean }) {
  const format = usePlanFormat();
  const counts: Readonly<Record<string, number>> = {
    Accounts: plan.accounts.rowCount,
    Plans: plan.compPlans.length,
    Quotas: plan.reps.length,
  };
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Sheets</h2>
      <ol className={classes.sheets}>
        {workbookSheets
          .filter((sheet) => !withoutPay || !sheet.isPay)
          .map((sheet) => (
            <li key={sheet.name} className={classes.sheet}>
              <strong>{sheet.name}</strong>
              <span>{sheet.text}</span>
              <em>{counts[sheet.name] === undefined ? '' : format.number(counts[sheet.name]!)}</em>
            </li>
          ))}
      </ol>
    </div>
  );
}

/** A host on the desktop writes into a chosen folder; a browser has its downloads. */
function Where() {
  const info = useAppInfo();
  const folder = useExportRuns((state) => state.folder);
  if (info?.host !== 'desktop') {
    return (
      <div className={classes.field}>
        <h2 className={classes.label}>Where</h2>
        <p className={classes.lead}>It arrives where this browser keeps its downloads.</p>
      </div>
    );
  }
  async function choose(): Promise<void> {
    try {
      const chosen = await hostApi().chooseFolder({ purpose: 'export' });
      if (chosen) exportRunsStore.setState({ folder: chosen });
    } catch (error) {
      notify('error', 'No folder could be chosen', error instanceof HostError ? error.message : '');
    }
  }
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Where</h2>
      <div className={classes.where}>
        <Button leftSection={<IconFolder size={14} stroke={1.8} />} onClick={() => void choose()}>
          {folder ? 'Other folder' : 'Always into one folder'}
        </Button>
        <span>{folder ? folder.name : 'You are asked each time.'}</span>
        {folder && (
          <ActionIcon aria-label="Ask each time" onClick={() => exportRunsStore.setState({ folder: null })}>
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}

function RunList({ runs }: { readonly runs: readonly ExportRun[] }) {
  return (
    <section className={classes.runs} aria-label="Exports">
      <h2 className={classes.runsTitle}>Exports</h2>
      <ul>
        {runs.map((run) => (
          <RunLine key={run.jobId} run={run} />
        ))}
      </ul>
    </section>
  );
}

function RunLine({ run }: { readonly run: ExportRun }) {
  const info = useAppInfo();
  const { file } = run;
  return (
    <li className={classes.run} data-state={run.state}>
      {run.state === 'done' && <IconCircleCheck size={16} stroke={1.6} role="img" aria-label="Done" />}
      {(run.state === 'failed' || run.state === 'cancelled') && (
        <IconAlertTriangle size={16} stroke={1.6} role="img" aria-label={run.state} />
      )}
      <div className={classes.runWords}>
        <strong>{file?.name ?? run.name}</strong>
        <span>
          {run.state === 'done'
            ? (info?.canShowInFolder && file?.folder) || 'In the downloads of this browser'
            : run.step}
        </span>
        {run.state === 'running' && (
          <Progress value={run.doneShare * 100} size={4} aria-label={`Writing ${run.name}`} />
        )}
      </div>
      {run.state === 'running' && (
        <Button onClick={() => void hostApi().cancelExport({ jobId: run.jobId })}>Cancel</Button>
      )}
      {run.state === 'done' && file && info?.canShowInFolder && (
        <Tooltip label="Show in folder">
          <ActionIcon
            aria-label={`Show ${file.name} in its folder`}
            onClick={() => showInFolder(file.fileId)}
          >
            <IconFolderOpen size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
