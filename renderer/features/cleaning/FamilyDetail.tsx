import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanCommand } from '../../../shared/plan/command';
import type { FamilyFinding } from '../../../shared/plan/cleaning/findFamilies';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { selectRows } from '../../state/viewStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';
import { ParentField } from './ParentField';
import type { CleaningData } from './useCleaningData';

interface FamilyDetailProps {
  readonly data: CleaningData;
  readonly family: FamilyFinding;
  readonly scenario: Scenario;
}

/** The members of a family with their territories, and what mends it. */
export function FamilyDetail({ data, family, scenario }: FamilyDetailProps) {
  const { accounts, assignment } = data;
  const format = usePlanFormat();
  const title = family.kind === 'missingParent' ? family.missingId : accounts.names[family.rows[0]!]!;
  const territoryOf = (row: number): string =>
    scenario.territories[assignment?.[row] ?? -1]?.name ?? 'Unassigned';
  return (
    <Panel label="Family">
      <PanelHeader
        title={title}
        note={family.rows.length === 1 ? '1 account' : `${format.number(family.rows.length)} accounts`}
      >
        <Button
          variant="subtle"
          onClick={() => {
            selectRows(family.rows);
            goTo('territories');
          }}
        >
          Show on the map
        </Button>
      </PanelHeader>
      <p className={classes.lead}>{sentenceOf(family, title)}</p>
      <div className={classes.compare}>
        <table className={classes.table} aria-label="Members of the family">
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Id</th>
              <th scope="col">Territory</th>
              {family.kind === 'circle' && <th scope="col">Mend</th>}
            </tr>
          </thead>
          <tbody>
            {family.rows.map((row, at) => (
              <tr key={row}>
                <th scope="row" style={{ paddingLeft: 12 + 16 * Math.min(6, family.depths[at]!) }}>
                  {accounts.names[row]}
                </th>
                <td>{accounts.ids[row]}</td>
                <td>{territoryOf(row)}</td>
                {family.kind === 'circle' && (
                  <td>
                    <Button
                      size="compact-xs"
                      onClick={() => setParents([row], '', `end the circle at ${accounts.names[row]!}`)}
                    >
                      Make it the top
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {family.kind === 'missingParent' && <MissingParentFoot accounts={accounts} family={family} />}
      {family.kind === 'split' && (
        <SplitFoot
          family={family}
          scenario={scenario}
          assignment={assignment}
          format={(count) => format.number(count)}
        />
      )}
    </Panel>
  );
}

function sentenceOf(family: FamilyFinding, title: string): string {
  if (family.kind === 'missingParent')
    return `${family.rows.length === 1 ? 'This account names' : 'These accounts name'} ${title} as parent, and no account has that id or name.`;
  if (family.kind === 'circle')
    return 'Each of these accounts is a child of the next, and the last of the first. One of them has to be the top.';
  if (family.kind === 'split') return 'Members of this family are in several territories.';
  return 'All members are in one territory.';
}

/** Gives accounts another parent, '' = none, as one step. */
function setParents(rows: readonly number[], parentId: string, label: string): void {
  const commands = rows.map((row): PlanCommand => ({
    kind: 'editAccountCell',
    row,
    column: { attributeId: 'parent', value: parentId },
  }));
  planStore.dispatch({ kind: 'batch', label, commands });
}

function MissingParentFoot({
  accounts,
  family,
}: {
  readonly accounts: CleaningData['accounts'];
  readonly family: FamilyFinding;
}) {
  const [parentRow, setParentRow] = useState<number | null>(null);
  return (
    <footer className={classes.foot}>
      <ParentField accounts={accounts} notRows={family.rows} onChange={setParentRow} />
      <Button
        variant="filled"
        disabled={parentRow === null}
        onClick={() => {
          if (parentRow === null) return;
          const name = accounts.names[parentRow]!;
          setParents(family.rows, accounts.ids[parentRow]!, `make ${name} the parent`);
        }}
      >
        Make it the parent
      </Button>
      <Button onClick={() => setParents(family.rows, '', `take off the missing parent ${family.missingId}`)}>
        Take the parent off
      </Button>
    </footer>
  );
}

interface SplitFootProps {
  readonly family: FamilyFinding;
  readonly scenario: Scenario;
  readonly assignment: Int32Array | null;
  readonly format: (count: number) => string;
}

/** Brings the whole family into one of the territories that it is in. */
function SplitFoot({ family, scenario, assignment, format }: SplitFootProps) {
  const counts = new Map<number, number>();
  for (const row of family.rows) {
    const index = assignment?.[row] ?? -1;
    if (index >= 0) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const choices = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([index, count]) => ({
      value: scenario.territories[index]!.id,
      label: `${scenario.territories[index]!.name} · has ${format(count)}`,
    }));
  const [chosen, setChosen] = useState(choices[0]?.value ?? null);
  if (choices.length === 0) return null;
  return (
    <footer className={classes.foot}>
      <Select
        aria-label="Territory for the family"
        w={260}
        data={choices}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        variant="filled"
        disabled={chosen === null}
        onClick={() =>
          chosen !== null &&
          planStore.dispatch({
            kind: 'assignAccounts',
            scenarioId: scenario.id,
            rows: Int32Array.from(family.rows).sort(),
            target: { territoryId: chosen },
          })
        }
      >
        Move the family there
      </Button>
    </footer>
  );
}
