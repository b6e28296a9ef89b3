import { HostError, type ExportProgress } from '../../../shared/bridge/contract';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { appInfoStore } from '../../state/appInfoStore';
import { hostApi, logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import { packPlanFile } from '../../workers/planFiles';
import { exportFileName, type HostChoice } from './exportChoices';
import { comparedPair, exportPresetStore, exportRunsStore, type ExportRun } from './exportStore';
import { optionalSheetsWanted } from './workbookSheets';

/** Writes files of a scenario: the plan is packed here, and the host writes them beside the window. */
export async function startExport(
  choice: HostChoice,
  plan: PlanDocument,
  scenario: Scenario,
  withoutPay: boolean,
): Promise<void> {
  const { folder, orgTerritories, orgAssociations } = exportRunsStore.getState();
  const comparedPlans = comparedPair(plan, exportRunsStore.getState());
  exportRunsStore.setState({ isPacking: true });
  const name = exportFileName(choice, plan.name, scenario.name, withoutPay);
  // A short job may be done before its number is known: what is heard meanwhile is kept.
  const early: ExportProgress[] = [];
  let jobId: string | null = null;
  let hear = (progress: ExportProgress): void => void early.push(progress);
  const stopListening = hostApi().onEvent((event) => {
    if (event.type === 'export' && (jobId === null || event.job.jobId === jobId)) hear(event.job);
  });
  try {
    const bytes = await packPlanFile(plan);
    const started = await hostApi().startExport({
      kind: choice.kind,
      suggestedName: name,
      source: { from: 'planFile', bytes },
      options: {
        scenarioId: scenario.id,
        withoutPay: choice.holdsPay && withoutPay,
        sheets: wantedSheets(choice),
        orgTerritories: orgTerritories?.text ?? null,
        orgAssociations: orgAssociations?.text ?? null,
        oldPlan: comparedPlans?.oldId ?? null,
        newPlan: comparedPlans?.newId ?? null,
      },
      folderId: folder?.folderId ?? null,
    });
    if (started === null) {
      stopListening();
      return;
    }
    const { jobId: startedId } = started;
    jobId = startedId;
    const job = startJob(`Exporting ${name}`, () => void hostApi().cancelExport({ jobId: startedId }));
    const first: ExportRun = {
      jobId: startedId,
      name,
      scenarioName: scenario.name,
      state: 'running',
      doneShare: 0,
      step: 'Starting',
      file: null,
    };
    exportRunsStore.setState(({ runs }) => ({ runs: [first, ...runs] }));
    hear = (progress) => {
      updateRun(progress);
      if (progress.state === 'running') {
        job.report({ doneShare: progress.doneShare, step: progress.step });
        return;
      }
      job.finish();
      stopListening();
      tell(progress, name);
    };
    early.filter((progress) => progress.jobId === startedId).forEach((progress) => hear(progress));
  } catch (error) {
    stopListening();
    const message = error instanceof HostError ? error.message : 'Try again, or choose another place.';
    if (!(error instanceof HostError)) logProblem(`Export failed: ${String(error)}`);
    notify('error', 'The export could not start', message);
  } finally {
    exportRunsStore.setState({ isPacking: false });
  }
}

/** Names of the optional sheets, a line each; null = all. */
function wantedSheets(choice: HostChoice): string | null {
  const { sheetsLeftOut } = exportPresetStore.getState();
  if (choice.kind !== 'xlsx' || sheetsLeftOut.length === 0) return null;
  return optionalSheetsWanted(sheetsLeftOut).join('\n');
}

function updateRun(progress: ExportProgress): void {
  exportRunsStore.setState(({ runs }) => ({
    runs: runs.map((run) =>
      run.jobId === progress.jobId
        ? {
            ...run,
            state: progress.state,
            doneShare: progress.doneShare,
            step: progress.error?.message ?? progress.step,
            file: progress.file,
          }
        : run,
    ),
  }));
}

function tell(progress: ExportProgress, name: string): void {
  if (progress.state === 'failed') {
    notify('error', `${name} was not written`, progress.error?.message ?? '');
    return;
  }
  if (progress.state !== 'done') return;
  const { file } = progress;
  const canShow = file !== null && (appInfoStore.getState().info?.canShowInFolder ?? false);
  notify(
    'done',
    `${file?.name ?? name} is ready`,
    canShow ? (file.folder ?? '') : 'It is where this browser keeps its downloads.',
    canShow ? { label: 'Open', run: () => openFile(file.fileId) } : null,
  );
}

/** Opens the folder that holds a file. */
export function showInFolder(fileId: string): void {
  hostApi()
    .showInFolder({ fileId })
    .catch((error: unknown) =>
      notify('error', 'The folder could not be opened', error instanceof HostError ? error.message : ''),
    );
}

/** Opens a finished file in the program that the machine keeps for it. */
export function openFile(fileId: string): void {
  hostApi()
    .openFile({ fileId })
    .catch((error: unknown) =>
      notify('error', 'The file could not be opened', error instanceof HostError ? error.message : ''),
    );
}
