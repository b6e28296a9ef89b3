import type { PlanDocument } from '../../../shared/model/planDocument';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { ExportChoice } from './exportChoices';
import classes from './ExportScreen.module.css';
import { workbookSheets } from './workbookSheets';

interface ContentListProps {
  readonly choice: ExportChoice;
  readonly plan: PlanDocument;
  readonly withoutPay: boolean;
}

/** The sheets, files or slides that will be written. */
export function ContentList({ choice, plan, withoutPay }: ContentListProps) {
  const format = usePlanFormat();
  const parts = choice.kind === 'xlsx' ? workbookSheets : choice.contents;
  if (parts.length === 0) return null;
  const counts: Readonly<Record<string, number>> = {
    Accounts: plan.accounts.rowCount,
    Plans: plan.compPlans.length,
    Quotas: plan.reps.length,
  };
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>{choice.kind === 'xlsx' ? 'Sheets' : 'Contents'}</h2>
      <ol className={classes.sheets}>
        {parts
          .filter((part) => !withoutPay || !part.isPay)
          .map((part) => (
            <li key={part.name} className={classes.sheet}>
              <strong>{part.name}</strong>
              <span>{part.text}</span>
              <em>{counts[part.name] === undefined ? '' : format.number(counts[part.name]!)}</em>
            </li>
          ))}
      </ol>
    </div>
  );
}
