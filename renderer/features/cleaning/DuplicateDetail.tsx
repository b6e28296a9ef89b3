import { Button, Checkbox, Radio, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { DuplicateGroup } from '../../../shared/plan/cleaning/findDuplicates';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { selectRows } from '../../state/viewStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';
import { cleaningStore, useCleaning } from './cleaningStore';
import { compareRows } from './compareRows';
import type { CleaningData } from './useCleaningData';

interface DuplicateDetailProps {
  readonly data: CleaningData;
  readonly group: DuplicateGroup;
}

/** One group side by side: which account is kept, which become part of it, what becomes of the measures. */
export function DuplicateDetail({ data, group }: DuplicateDetailProps) {
  const { accounts, assignment } = data;
  const scenario = useActiveScenario();
  const format = usePlanFormat();
  const measures = useCleaning((view) => view.measures);
  const [keptRow, setKeptRow] = useState(group.rows[0]!);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const lines = compareRows(accounts, group.rows, scenario, assignment, format);
  const merged = group.rows.filter((row) => row !== keptRow && !left.has(row));
  const name = accounts.names[keptRow]!;

  function toggle(row: number): void {
    const next = new Set(left);
    if (!next.delete(row)) next.add(row);
    setLeft(next);
  }
  function sayDifferent(): void {
    const { plan } = planStore.store.getState();
    if (!plan) return;
    const accountsApart = [...(plan.settings.accountsApart ?? []), group.key];
    planStore.dispatch({
      kind: 'batch',
      label: `say that ${group.rows.length} accounts named ${name} are different`,
      commands: [{ kind: 'updateSettings', settings: { accountsApart } }],
    });
  }
  return (
    <Panel label="Comparison">
      <PanelHeader title={name} note={`${format.number(group.rows.length)} rows`}>
        <Button
          variant="subtle"
          onClick={() => {
            selectRows(group.rows);
            goTo('territories');
          }}
        >
          Show on the map
        </Button>
      </PanelHeader>
      <div className={classes.compare}>
        <table className={classes.table} aria-label="Accounts compared">
          <thead>
            <tr>
              <th scope="col">Keep</th>
              {group.rows.map((row) => (
                <th key={row} scope="col" data-kept={row === keptRow || undefined}>
                  <Radio
                    size="xs"
                    name="kept"
                    label={`Row ${format.number(row + 1)}`}
                    checked={row === keptRow}
                    onChange={() => setKeptRow(row)}
                  />
                  {row !== keptRow && group.rows.length > 2 && (
                    <Checkbox
                      size="xs"
                      mt={4}
                      label="Merge"
                      checked={!left.has(row)}
                      onChange={() => toggle(row)}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} data-differs={line.differs || undefined}>
                <th scope="row">{line.title}</th>
                {line.cells.map((cell, at) => (
                  <td
                    key={group.rows[at]}
                    data-number={line.isNumber || undefined}
                    data-kept={group.rows[at] === keptRow || undefined}
                  >
                    {cell === '' ? <span className={classes.blank}>blank</span> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className={classes.foot}>
        <SegmentedControl
          size="xs"
          aria-label="Measures of merged accounts"
          data={[
            { value: 'keep', label: 'Keep its measures' },
            { value: 'sum', label: 'Add up measures' },
          ]}
          value={measures}
          onChange={(value) => cleaningStore.setState({ measures: value })}
        />
        <p className={classes.hint}>
          {measures === 'keep'
            ? 'The kept account’s cells stand; its blanks are filled from the others.'
            : 'Measures are added up, as where each row holds a part of the business; other blanks are filled.'}
        </p>
        <Button onClick={sayDifferent}>They are different</Button>
        <Button
          variant="filled"
          disabled={merged.length === 0}
          onClick={() =>
            planStore.dispatch({ kind: 'mergeAccounts', merges: [{ keptRow, rows: merged }], measures })
          }
        >
          Merge {merged.length === 1 ? '1 account' : `${format.number(merged.length)} accounts`} into row{' '}
          {format.number(keptRow + 1)}
        </Button>
      </footer>
    </Panel>
  );
}
