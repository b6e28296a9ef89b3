import { useMemo } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { rollUp, type RollUpNode } from './rollUp';
import type { RepRow } from './repColumns';
import classes from './TeamTables.module.css';

/** Who reports to whom, and what each team adds up to. */
export function RollUpView({
  rows,
  onSelect,
}: {
  readonly rows: readonly RepRow[];
  readonly onSelect: (repId: string) => void;
}) {
  const format = usePlanFormat();
  const nodes = useMemo(() => rollUp(rows), [rows]);
  const unit = format.measureUnitSuffix('money');
  const money = (cents: number) => format.number(cents / 100);
  return (
    <section className={classes.scroll} aria-label="Roll-up" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col" data-text>
              Role
            </th>
            <th scope="col">Reports</th>
            <th scope="col">Own quota{unit}</th>
            <th scope="col">Team quotas{unit}</th>
            <th scope="col">Over-assignment</th>
            <th scope="col">Team history{unit}</th>
            <th scope="col">Team incentives{unit}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.row.rep.id}>
              <th scope="row" style={{ paddingLeft: 14 + node.depth * 18 }}>
                <button type="button" className={classes.link} onClick={() => onSelect(node.row.rep.id)}>
                  {node.row.rep.name}
                </button>
              </th>
              <td data-text>{node.row.rep.role}</td>
              <td>{node.reportCount > 0 ? node.reportCount : ''}</td>
              <td>{(node.row.pay?.quotaCents ?? 0) > 0 ? money(node.row.pay!.quotaCents) : 'none'}</td>
              <td>{node.reportCount > 0 ? money(node.teamQuotaCents) : ''}</td>
              <td>{overText(node, (ratio) => format.percentChange(ratio, 1))}</td>
              <td>{node.reportCount > 0 ? money(node.teamHistoryCents) : ''}</td>
              <td>{node.reportCount > 0 ? money(node.teamPayCents) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {nodes.every(({ depth }) => depth === 0) && (
        <p className={classes.note}>
          Nobody reports to anybody yet. Choose a manager in the fields of a rep, or import a roster with a
          column manager.
        </p>
      )}
    </section>
  );
}

/** What a manager's reports carry above the manager's own quota. */
function overText(
  { reportCount, row, teamQuotaCents }: RollUpNode,
  print: (ratio: number) => string,
): string {
  const own = row.pay?.quotaCents ?? 0;
  return reportCount > 0 && own > 0 ? print(teamQuotaCents / own - 1) : '';
}
