import { memo } from 'react';
import { isApproximate } from '../../../shared/model/placeLevel';
import type { Territory } from '../../../shared/model/territory';
import { NOTHING } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './AccountCell.module.css';
import { accountsStore, useAccountsView } from './accountsStore';
import { CellEditor } from './CellEditor';
import { cellText, territoryIndexOfEntry, type TableColumn } from './tableColumns';

interface AccountCellProps {
  readonly column: TableColumn;
  readonly row: number;
  readonly territories: readonly Territory[];
}

/** A cell: its value, or the field that it is typed in. */
export const AccountCell = memo(function AccountCell({ column, row, territories }: AccountCellProps) {
  const isEditing = useAccountsView(
    ({ editing }) => editing !== null && editing.row === row && editing.columnId === column.id,
  );
  if (isEditing) return <CellEditor column={column} row={row} />;
  return (
    <span
      className={classes.value}
      onDoubleClick={
        column.isEditable ? () => accountsStore.setState({ lastColumnId: column.id }) : undefined
      }
    >
      <CellValue column={column} row={row} territories={territories} />
    </span>
  );
});

function CellValue({ column: { source }, row, territories }: AccountCellProps) {
  const format = usePlanFormat();
  if (source.kind === 'measure') {
    const value = source.measure.values[row]!;
    if (Number.isNaN(value)) return <span className={classes.nothing}>none</span>;
    const text = format.measureValue(source.measure.kind, value);
    const isUncounted = value < 0 && !source.measure.isNegativeReal;
    return isUncounted ? (
      <s className={classes.uncounted} title={`${text} counts as 0`}>
        {text}
      </s>
    ) : (
      text
    );
  }
  const text = cellText(source, row);
  if (source.kind === 'territory') {
    const territory = territories[territoryIndexOfEntry(source.codes[row]!)];
    return (
      <span className={classes.territory} data-nobody={territory ? undefined : true}>
        {territory ? (
          <TerritorySwatch colorIndex={territory.colorIndex} />
        ) : (
          <TerritorySwatch colorIndex={null} nobody={text === 'House' ? 'house' : 'unassigned'} />
        )}
        {text}
      </span>
    );
  }
  if (source.kind === 'place') {
    const code = source.codes[row]!;
    return (
      <span data-rough={code === 0 || isApproximate(code) || undefined} className={classes.place}>
        {text}
      </span>
    );
  }
  return text === '' ? <span className={classes.nothing}>{NOTHING}</span> : text;
}
