import { Button } from '@mantine/core';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { FindingKind } from '../../workers/importContract';
import { decideKind, refuseRepair, takeBackRefusals } from './importActions';
import { useImport } from './importStore';
import classes from './ProblemsPanel.module.css';

/** What can be decided about the finding in hand, or about all of its kind; and what was decided, to take back. */
export function KindChoice({ kind }: { readonly kind: FindingKind | null }) {
  const refusedCount = useImport((state) => state.refused.length);
  return (
    <>
      {kind?.choice && <Choice kind={kind} />}
      {refusedCount > 0 && <KeptAsWritten count={refusedCount} />}
    </>
  );
}

function Choice({ kind }: { readonly kind: FindingKind }) {
  const isBusy = useImport((state) => state.running !== null);
  const columns = useImport((state) => state.columns);
  const hasCell = useImport((state) => state.focusedCell !== null);
  const format = usePlanFormat();
  const header = columns.find((column) => column.columnIndex === kind.columnIndex)?.header ?? '';
  const [text, action] = wordsOf(kind, header, format.number(kind.count));
  return (
    <div className={classes.choice}>
      <span className={classes.choiceText}>{text}</span>
      {kind.choice === 'keepAsWritten' && kind.count > 1 && (
        <Button disabled={isBusy || !hasCell} onClick={() => void refuseRepair(kind)}>
          Keep this one
        </Button>
      )}
      <Button disabled={isBusy} onClick={() => void decideKind(kind)}>
        {action}
      </Button>
    </div>
  );
}

function wordsOf(kind: FindingKind, header: string, count: string): readonly [string, string] {
  if (kind.choice === 'realNegatives') return [`Values below zero in ${header} count as 0.`, 'They are real'];
  if (kind.choice === 'keepDoubles')
    return ['Rows whose id is there already are left out.', kind.count > 1 ? `Keep all ${count}` : 'Keep it'];
  return [
    'The list keeps its own text where you say so.',
    kind.count > 1 ? `Keep all ${count}` : 'Keep as written',
  ];
}

function KeptAsWritten({ count }: { readonly count: number }) {
  const isBusy = useImport((state) => state.running !== null);
  const format = usePlanFormat();
  return (
    <div className={classes.choice}>
      <span className={classes.choiceText}>
        {count === 1 ? '1 cell stays' : `${format.number(count)} cells stay`} as written.
      </span>
      <Button disabled={isBusy} onClick={() => void takeBackRefusals()}>
        Correct again
      </Button>
    </div>
  );
}
