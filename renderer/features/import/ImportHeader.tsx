import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { cancelImport, goToStep } from './importActions';
import { commitImport } from './commitImport';
import classes from './ImportHeader.module.css';
import { IMPORT_STEPS, useImport, type ImportStep } from './importStore';

const STEP_LABELS: Readonly<Record<ImportStep, string>> = {
  file: 'File',
  sheet: 'Sheet and header',
  columns: 'Columns',
  places: 'Places',
  review: 'Review',
};

/** File, steps and the way on; the same height on all steps, so that nothing moves. */
export function ImportHeader() {
  return (
    <header className={classes.header}>
      <FileTitle />
      <Steps />
      <Ways />
    </header>
  );
}

function FileTitle() {
  const file = useImport((state) => state.file);
  const sheetIndex = useImport((state) => state.sheetIndex);
  const build = useImport((state) => state.build);
  const format = usePlanFormat();
  const sheet = file?.sheets[sheetIndex];
  return (
    <div className={classes.file}>
      <span className={classes.icon} data-empty={file ? undefined : true}>
        <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.names}>
        <h1 className={classes.name} title={file?.fileName}>
          {file?.fileName ?? 'Import accounts'}
        </h1>
        <p className={classes.facts}>
          {file && sheet
            ? [
                file.format === 'workbook' ? `Sheet ${sheet.name}` : encodingText(file.encoding),
                `${format.number(sheet.columnCount)} columns`,
                `${format.number(build?.rowCount ?? sheet.rowCount)} rows`,
              ]
                .filter(Boolean)
                .join(' · ')
            : 'CSV, TSV or Excel'}
        </p>
      </div>
    </div>
  );
}

function encodingText(encoding: string | null): string {
  return encoding ? encoding.toUpperCase().replace('WINDOWS', 'Windows') : '';
}

function Steps() {
  const step = useImport((state) => state.step);
  const hasFile = useImport((state) => state.file !== null);
  const hasBuild = useImport((state) => state.build !== null);
  const at = IMPORT_STEPS.indexOf(step);
  return (
    <ol className={classes.steps} aria-label="Steps of the import">
      {IMPORT_STEPS.map((id, index) => {
        const isReachable = id === 'file' || (hasFile && (id === 'sheet' || id === 'columns' || hasBuild));
        return (
          <li
            key={id}
            className={classes.step}
            data-state={index < at ? 'done' : index === at ? 'on' : 'ahead'}
          >
            <button
              type="button"
              disabled={!isReachable}
              aria-current={index === at ? 'step' : undefined}
              onClick={() => goToStep(id)}
            >
              <span className={classes.number}>
                {index < at ? <IconCheck size={12} stroke={2} aria-label="done" /> : index + 1}
              </span>
              <span className={classes.stepName}>{STEP_LABELS[id]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Ways() {
  const step = useImport((state) => state.step);
  const hasFile = useImport((state) => state.file !== null);
  const build = useImport((state) => state.build);
  const isBuilding = useImport((state) => state.running !== null);
  const at = IMPORT_STEPS.indexOf(step);
  const next = IMPORT_STEPS[at + 1];
  const previous = IMPORT_STEPS[at - 1];
  const isBlocked = next !== 'sheet' && next !== 'columns' && !build;
  return (
    <div className={classes.ways}>
      <Button variant="subtle" color="gray" onClick={cancelImport}>
        Cancel
      </Button>
      {previous && <Button onClick={() => goToStep(previous)}>Back</Button>}
      {next && hasFile && (
        <Button
          variant="filled"
          disabled={isBlocked}
          rightSection={<IconArrowRight size={14} stroke={1.6} aria-hidden />}
          onClick={() => goToStep(next)}
        >
          {STEP_LABELS[next]}
        </Button>
      )}
      {!next && (
        <Button variant="filled" disabled={!build || isBuilding} onClick={() => void commitImport()}>
          Import
        </Button>
      )}
    </div>
  );
}
