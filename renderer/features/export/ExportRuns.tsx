import { ActionIcon, Button, Progress, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExternalLink, IconFolderOpen } from '@tabler/icons-react';
import { useAppInfo } from '../../state/appInfoStore';
import { hostApi } from '../../state/hostAccess';
import classes from './ExportScreen.module.css';
import { useExportRuns, type ExportRun } from './exportStore';
import { openFile, showInFolder } from './startExport';

/** Exports of this window's life, the latest first: progress, and what to do with the result. */
export function ExportRuns() {
  const runs = useExportRuns((state) => state.runs);
  if (runs.length === 0) return null;
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
  const canShow = info?.canShowInFolder ?? false;
  return (
    <li className={classes.run} data-state={run.state}>
      {run.state === 'done' && <IconCircleCheck size={16} stroke={1.6} role="img" aria-label="Done" />}
      {(run.state === 'failed' || run.state === 'cancelled') && (
        <IconAlertTriangle size={16} stroke={1.6} role="img" aria-label={run.state} />
      )}
      <div className={classes.runWords}>
        <strong>{file?.name ?? run.name}</strong>
        <span>
          {run.state === 'done' ? (canShow && file?.folder) || 'In the downloads of this browser' : run.step}
        </span>
        {run.state === 'running' && (
          <Progress value={run.doneShare * 100} size={4} aria-label={`Writing ${run.name}`} />
        )}
      </div>
      {run.state === 'running' && (
        <Button onClick={() => void hostApi().cancelExport({ jobId: run.jobId })}>Cancel</Button>
      )}
      {run.state === 'done' && file && canShow && (
        <>
          <RunAction label={`Open ${file.name}`} onClick={() => openFile(file.fileId)}>
            <IconExternalLink size={16} stroke={1.6} />
          </RunAction>
          <RunAction label={`Show ${file.name} in its folder`} onClick={() => showInFolder(file.fileId)}>
            <IconFolderOpen size={16} stroke={1.6} />
          </RunAction>
        </>
      )}
    </li>
  );
}

interface RunActionProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function RunAction({ label, onClick, children }: RunActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
