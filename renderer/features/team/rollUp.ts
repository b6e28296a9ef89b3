import type { Rep } from '../../../shared/model/rep';
import type { RepRow } from './repColumns';

/** A rep in the roll-up tree, with what the reports at all levels below add up to; cents. */
export interface RollUpNode {
  readonly row: RepRow;
  /** 0 = nobody above. */
  readonly depth: number;
  readonly reportCount: number;
  /** Reports at all levels; 0 for those who manage nobody. */
  readonly teamQuotaCents: number;
  readonly teamHistoryCents: number;
  readonly teamPayCents: number;
}

/** The team as a tree by manager, each manager before the reports; a circle of managers stands at the top. */
export function rollUp(rows: readonly RepRow[]): RollUpNode[] {
  const known = new Map(rows.map((row) => [row.rep.id, row]));
  const reports = new Map<string | null, RepRow[]>();
  for (const row of rows) {
    const { managerId } = row.rep;
    const above =
      managerId !== null && known.has(managerId) && !isCircular(row.rep, known) ? managerId : null;
    reports.set(above, [...(reports.get(above) ?? []), row]);
  }
  const nodes: RollUpNode[] = [];
  const add = (row: RepRow, depth: number): RollUpNode => {
    const at = nodes.length;
    const own = reports.get(row.rep.id) ?? [];
    const empty = { teamQuotaCents: 0, teamHistoryCents: 0, teamPayCents: 0 };
    nodes.push({ row, depth, reportCount: own.length, ...empty });
    const sums = { ...empty };
    for (const report of own) {
      const node = add(report, depth + 1);
      // A manager without a territory has the team's quota, which those below add up to already.
      const isOfTeam = node.teamQuotaCents > 0 && report.pay?.territoryIndex === null;
      sums.teamQuotaCents += node.teamQuotaCents + (isOfTeam ? 0 : (report.pay?.quotaCents ?? 0));
      sums.teamHistoryCents += node.teamHistoryCents + (report.rep.historyCents ?? 0);
      sums.teamPayCents += node.teamPayCents + (report.pay?.payoutCents ?? 0);
    }
    return (nodes[at] = { row, depth, reportCount: own.length, ...sums });
  };
  for (const row of reports.get(null) ?? []) add(row, 0);
  return nodes;
}

function isCircular(rep: Rep, known: ReadonlyMap<string, RepRow>): boolean {
  const seen = new Set<string>();
  for (let id: string | null = rep.id; id !== null; id = known.get(id)?.rep.managerId ?? null) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

/** Whether a rep can report to another: not to themselves, nor to one of their own reports. */
export function canReportTo(reps: readonly Rep[], repId: string, managerId: string): boolean {
  const above = new Map(reps.map((rep) => [rep.id, rep.managerId]));
  const seen = new Set<string>();
  for (let id: string | null = managerId; id !== null && !seen.has(id); id = above.get(id) ?? null) {
    if (id === repId) return false;
    seen.add(id);
  }
  return true;
}
