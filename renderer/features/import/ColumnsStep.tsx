import { Badge, Button } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled, IconEyeOff } from '@tabler/icons-react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { BuildError } from './BuildError';
import classes from './ColumnsStep.module.css';
import { rememberColumns } from './importActions';
import { useImport } from './importStore';
import { MappingGrid } from './MappingGrid';
import { PlacesPanel } from './PlacesPanel';
import { ProblemsPanel } from './ProblemsPanel';
import { ReadingPanel } from './ReadingPanel';
import { RunningLine } from './RunningLine';

/** Columns matched to fields, what was found in them, and where the accounts lie. */
export function ColumnsStep() {
  const hasBuild = useImport((state) => state.build !== null);
  return (
    <div className={classes.step}>
      <section className={classes.main} aria-label="Columns">
        <Toolbar />
        <RunningLine />
        <BuildError />
        <MappingGrid />
      </section>
      <aside className={classes.aside} aria-label="Problems and places">
        {hasBuild && <ProblemsPanel />}
        <ReadingPanel />
        <PlacesPanel />
      </aside>
    </div>
  );
}

function Toolbar() {
  const columns = useImport((state) => state.columns);
  const build = useImport((state) => state.build);
  const preset = useImport((state) => state.preset);
  const isRemembered = useImport((state) => state.isRemembered);
  const format = usePlanFormat();
  const skipped = columns.filter((column) => column.field === 'ignore');
  const matched = columns.length - skipped.length;
  const skippedRows = build?.skipped.filter(({ reason }) => !reason.startsWith('Blank')) ?? [];
  return (
    <div className={classes.toolbar}>
      <h2 className={classes.title}>Match columns to fields</h2>
      <p className={classes.note}>
        {format.number(matched)} of {format.number(columns.length)} matched.
        {isRemembered && ' Fields as you saved them.'}
        {!isRemembered && preset && preset !== 'Home-made' && ` Recognised as ${preset}.`}
        {skippedRows.length > 0 && ` ${leftOut(skippedRows)}`}
      </p>
      {skipped.length > 0 && (
        <Badge
          color="gray"
          className={classes.skipped ?? ''}
          leftSection={<IconEyeOff size={12} stroke={1.6} aria-hidden />}
          title={skipped.map((column) => column.header).join(', ')}
        >
          {skipped.length === 1
            ? `1 column skipped: ${skipped[0]!.header}`
            : `${format.number(skipped.length)} columns skipped`}
        </Badge>
      )}
      <Button
        leftSection={
          isRemembered ? (
            <IconBookmarkFilled size={14} aria-hidden />
          ) : (
            <IconBookmark size={14} stroke={1.6} aria-hidden />
          )
        }
        disabled={isRemembered}
        onClick={rememberColumns}
      >
        {isRemembered ? 'Mapping saved' : 'Save mapping'}
      </Button>
    </div>
  );
}

/** Names the first row that is no account, e.g. "The totals row 2504 is left out." */
function leftOut(rows: readonly { readonly row: number; readonly reason: string }[]): string {
  const [first] = rows;
  if (rows.length === 1 && first) return `Row ${first.row} is left out: ${first.reason.toLowerCase()}.`;
  return `${rows.length} rows are left out: ${first!.reason.toLowerCase()} in row ${first!.row} and others.`;
}
