import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { CompComponentOf } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { PanelSection } from '../../ui/Panel';
import { withMatrixLine, withoutMatrixLine, type MatrixSide } from './matrixEdits';
import { SentenceField } from './SentenceField';
import { subjectText } from './subjectChoice';
import classes from './Settings.module.css';
import type { SetField } from './SettingsList';

interface MatrixTableProps {
  readonly plan: CompPlan;
  readonly matrix: CompComponentOf<'matrix'>;
  readonly onSet: SetField;
  readonly onPut: (matrix: CompComponentOf<'matrix'>, label: string) => void;
}

/** The cells of a matrix, by row attainment and column value; rows and columns come and go. */
export function MatrixTable({ plan, matrix, onSet, onPut }: MatrixTableProps) {
  const remove = (side: MatrixSide, at: number) => {
    const name = `${side === 'rows' ? 'row' : 'column'} ${at + 1}`;
    const less = withoutMatrixLine(matrix, side, at);
    return (
      <ActionIcon
        size={16}
        aria-label={`Remove ${name}`}
        disabled={less === null}
        onClick={() => less && onPut(less, `remove ${name} of ${matrix.name}`)}
      >
        <IconX size={10} stroke={2} />
      </ActionIcon>
    );
  };
  const add = (side: MatrixSide) => (
    <Button
      variant="subtle"
      className={classes.add}
      leftSection={<IconPlus size={14} stroke={1.8} />}
      onClick={() => onPut(withMatrixLine(matrix, side), `add a ${side.slice(0, -1)} to ${matrix.name}`)}
    >
      Add {side.slice(0, -1)}
    </Button>
  );
  const field = (context: string, path: readonly (string | number)[], value: number) => (
    <SentenceField context={context} value={value} unit="ratio" onSet={(next) => onSet(path, next)} />
  );
  return (
    <PanelSection title="Cells, share of target">
      <p className={classes.note}>
        Rows by attainment of {matrix.name}, columns by {subjectText(matrix.column, plan)}.
      </p>
      <div className={classes.matrix} tabIndex={0} role="group" aria-label="Cells of the matrix">
        <table className={classes.rows} aria-label="Matrix">
          <thead>
            <tr>
              <th scope="col">From</th>
              {matrix.columns.map((edge, at) => (
                <th key={at} scope="col">
                  <span className={classes.input}>
                    {field(`Column ${at + 1} from`, ['columns', at], edge)}
                    {remove('columns', at)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((edge, row) => (
              <tr key={row}>
                <th scope="row">
                  <span className={classes.input}>
                    {field(`Row ${row + 1} from`, ['rows', row], edge)}
                    {remove('rows', row)}
                  </span>
                </th>
                {matrix.columns.map((_, column) => (
                  <td key={column}>
                    {field(
                      `Row ${row + 1}, column ${column + 1} pays`,
                      ['cells', row, column],
                      matrix.cells[row]?.[column] ?? 0,
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {add('rows')} {add('columns')}
    </PanelSection>
  );
}
