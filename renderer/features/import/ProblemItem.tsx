import { IconAlertCircle, IconAlertTriangle, IconInfoCircle, IconWand, type Icon } from '@tabler/icons-react';
import { columnLetters } from '../../../shared/io/import/rawSheets';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { FindingKind, FindingTone } from '../../workers/importContract';
import { goToKind } from './findingActions';
import classes from './ProblemsPanel.module.css';

const ICONS: Readonly<Record<FindingTone, { readonly icon: Icon; readonly label: string }>> = {
  bad: { icon: IconAlertCircle, label: 'Needs you' },
  warn: { icon: IconAlertTriangle, label: 'Check' },
  fix: { icon: IconWand, label: 'Corrected' },
  info: { icon: IconInfoCircle, label: 'Good to know' },
};

interface ProblemItemProps {
  readonly kind: FindingKind;
  readonly topPx: number;
  readonly isCurrent: boolean;
}

/** One kind of finding: what, how often, and where the first one is. */
export function ProblemItem({ kind, topPx, isCurrent }: ProblemItemProps) {
  const format = usePlanFormat();
  const { icon: ToneIcon, label } = ICONS[kind.tone];
  const column = kind.columnIndex >= 0 ? `column ${columnLetters(kind.columnIndex)}` : '';
  const first = kind.firstRowNumber === 0 ? 'whole file' : `row ${format.number(kind.firstRowNumber)}`;
  const row = kind.tone === 'fix' && kind.count > 1 ? '' : first;
  return (
    <button
      type="button"
      className={classes.item}
      style={{ transform: `translateY(${topPx}px)` }}
      aria-current={isCurrent || undefined}
      title={`${kind.title}: ${kind.detail}`}
      onClick={() => goToKind(kind)}
    >
      <span className={classes.icon} data-tone={kind.tone}>
        <ToneIcon size={15} stroke={1.6} aria-label={label} />
      </span>
      <span className={classes.itemTitle}>{kind.title}</span>
      <span className={classes.itemCount}>{format.number(kind.count)}</span>
      <span className={classes.detail}>{kind.detail}</span>
      <span className={classes.where}>{[row, column].filter(Boolean).join(', ')}</span>
    </button>
  );
}
