import { Checkbox } from '@mantine/core';
import { COMPARE_PLANS_SHEET } from '../../../shared/io/export/sheetNames';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { useResultStore } from '../../state/resultStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { ExportChoice } from './exportChoices';
import classes from './ExportScreen.module.css';
import { comparedPair, exportPresetStore, useExportPreset, useExportRuns } from './exportStore';
import { sheetNeedsOf, sheetsOf } from './workbookSheets';

interface ContentListProps {
  readonly choice: ExportChoice;
  readonly plan: PlanDocument;
  readonly scenarioId: string;
  readonly withoutPay: boolean;
}

/** The sheets, files or slides that will be written. */
export function ContentList({ choice, plan, scenarioId, withoutPay }: ContentListProps) {
  const sheetsLeftOut = useExportPreset((preset) => preset.sheetsLeftOut);
  const format = usePlanFormat();
  const isCompared = useExportRuns((state) => comparedPair(plan, state) !== null);
  const figures = useResultStore((state) => state.evaluation);
  const isLeftOut = (name: string) => sheetsLeftOut.includes(name);
  const parts =
    choice.kind === 'xlsx'
      ? sheetsOf(withoutPay, sheetNeedsOf(plan, scenarioId, isCompared, figures)).filter(
          ({ name, needs }) =>
            needs !== 'comparison' || name === COMPARE_PLANS_SHEET || !isLeftOut(COMPARE_PLANS_SHEET),
        )
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
                checked={!isLeftOut(part.name)}
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
