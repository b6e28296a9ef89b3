import { Checkbox } from '@mantine/core';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { ExportChoice } from './exportChoices';
import classes from './ExportScreen.module.css';
import { exportPresetStore, useExportPreset } from './exportStore';
import { sheetsOf } from './workbookSheets';

interface ContentListProps {
  readonly choice: ExportChoice;
  readonly plan: PlanDocument;
  /** Whether the scenario has the plan's first one to be held against. */
  readonly hasBase: boolean;
  readonly withoutPay: boolean;
}

/** The sheets, files or slides that will be written. */
export function ContentList({ choice, plan, hasBase, withoutPay }: ContentListProps) {
  const sheetsLeftOut = useExportPreset((preset) => preset.sheetsLeftOut);
  const format = usePlanFormat();
  const parts =
    choice.kind === 'xlsx'
      ? sheetsOf(withoutPay, hasBase)
      : choice.contents.filter((part) => !withoutPay || !part.isPay);
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
        {parts.map((part) => (
          <li key={part.name} className={classes.sheet}>
            {'isOptional' in part && part.isOptional ? (
              <Checkbox
                size="xs"
                label={part.name}
                checked={!sheetsLeftOut.includes(part.name)}
                onChange={(event) => leaveOut(part.name, !event.currentTarget.checked)}
              />
            ) : (
              <strong>{part.name}</strong>
            )}
            <span>{part.text}</span>
            <em>{counts[part.name] === undefined ? '' : format.number(counts[part.name]!)}</em>
          </li>
        ))}
      </ol>
    </div>
  );
}

function leaveOut(name: string, isLeftOut: boolean): void {
  exportPresetStore.setState(({ sheetsLeftOut }) => {
    const others = sheetsLeftOut.filter((each) => each !== name);
    return { sheetsLeftOut: isLeftOut ? [...others, name] : others };
  });
}
