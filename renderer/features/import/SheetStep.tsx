import { Checkbox, Radio } from '@mantine/core';
import { columnLetters } from '../../../shared/io/import/rawSheets';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { SheetSummary } from '../../workers/importContract';
import { BuildError } from './BuildError';
import { takeSheet } from './importActions';
import { useImport } from './importStore';
import { RunningLine } from './RunningLine';
import classes from './SheetStep.module.css';

/** Which sheet holds the accounts, and which of its rows names the columns. */
export function SheetStep() {
  const file = useImport((state) => state.file);
  const sheetIndex = useImport((state) => state.sheetIndex);
  const sheet = file?.sheets[sheetIndex];
  if (!file || !sheet) return <div className={classes.step} />;
  return (
    <div className={classes.step}>
      <RunningLine />
      <BuildError />
      <div className={classes.body}>
        {file.notes.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
        {file.sheets.length > 1 && <SheetChoice sheets={file.sheets} />}
        {sheet.stackNotes?.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
        <HeaderChoice sheet={sheet} />
      </div>
    </div>
  );
}

function SheetChoice({ sheets }: { readonly sheets: readonly SheetSummary[] }) {
  const sheetIndex = useImport((state) => state.sheetIndex);
  const format = usePlanFormat();
  return (
    <Radio.Group
      label="Sheet"
      value={String(sheetIndex)}
      onChange={(value) => void takeSheet(Number(value), sheets[Number(value)]!.header)}
    >
      <div className={classes.sheets}>
        {sheets.map((sheet, index) => (
          <Radio.Card
            key={sheet.name}
            value={String(index)}
            className={classes.sheet ?? ''}
            aria-label={sheet.name}
          >
            <Radio.Indicator size="xs" />
            <span>
              <span className={classes.sheetName}>{sheet.name}</span>
              {sheet.stackNotes && (
                <span className={classes.facts}>
                  Same columns, taken together; a column Sheet says which one
                </span>
              )}
              <span className={classes.facts}>
                {format.number(sheet.rowCount)} rows · {format.number(sheet.columnCount)} columns
                {sheet.isHidden && ' · hidden in the workbook'}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function HeaderChoice({ sheet }: { readonly sheet: SheetSummary }) {
  const sheetIndex = useImport((state) => state.sheetIndex);
  const header = useImport((state) => state.header);
  const letters = Array.from({ length: sheet.columnCount }, (_, column) => columnLetters(column));
  return (
    <section aria-labelledby="header-row">
      <h2 className={classes.title} id="header-row">
        Which row names the columns?
      </h2>
      <p className={classes.text}>Rows above it are left out, rows below it are accounts.</p>
      <div className={classes.switches}>
        <Checkbox
          size="xs"
          label="The file has no header"
          checked={header.rowCount === 0}
          onChange={(event) =>
            void takeSheet(sheetIndex, {
              firstRow: header.firstRow,
              rowCount: event.currentTarget.checked ? 0 : 1,
            })
          }
        />
        <Checkbox
          size="xs"
          label="The header has two rows"
          checked={header.rowCount === 2}
          disabled={header.rowCount === 0}
          onChange={(event) =>
            void takeSheet(sheetIndex, {
              firstRow: header.firstRow,
              rowCount: event.currentTarget.checked ? 2 : 1,
            })
          }
        />
      </div>
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="First rows of the sheet">
        <table className={classes.rows}>
          <thead>
            <tr>
              <th scope="col">Header</th>
              <th scope="col">Row</th>
              {letters.map((letter) => (
                <th key={letter} scope="col">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.firstRows.map((row, index) => {
              const isHeader = index >= header.firstRow && index < header.firstRow + header.rowCount;
              const isAbove = index < header.firstRow;
              return (
                <tr key={row.rowNumber} data-header={isHeader || undefined} data-above={isAbove || undefined}>
                  <td>
                    <Radio
                      size="xs"
                      name="header-row"
                      aria-label={`Row ${row.rowNumber} names the columns`}
                      checked={index === header.firstRow && header.rowCount > 0}
                      onChange={() =>
                        void takeSheet(sheetIndex, {
                          firstRow: index,
                          rowCount: header.rowCount === 2 ? 2 : 1,
                        })
                      }
                    />
                  </td>
                  <th scope="row">{row.rowNumber}</th>
                  {row.cells.map((cell, column) => (
                    <td key={column} title={cell}>
                      {cell}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
