import { goalOf } from '../../../comp/measureWindow';
import { likeComponent } from '../../../comp/likeComponent';
import type { CompComponent } from '../../../model/compComponent';
import { cellAddress } from '../cellAddress';
import type { ResultsSheet } from '../sheets/resultsSheet';
import { CALC_COLUMNS } from './calcColumns';
import { partAddress } from './partColumns';
import type { PaidRep, PayLine } from './payLines';
import type { PayPart, PayParts } from './payParts';

/** Sheets that reps' own pay stands on. */
export interface OwnPay {
  readonly paid: readonly PaidRep[];
  readonly results: ResultsSheet;
  readonly parts: PayParts;
  readonly names: { readonly calc: string; readonly parts: string };
}

/** What a cell holds, and where it stands. */
interface LinkedCell {
  readonly value: number | null;
  readonly address: string;
}

/** Cells of other sheets that hold what a line is made of; null = none does. */
export interface ResultsLink {
  credited(rep: PaidRep, line: PayLine): string | null;
  other(rep: PaidRep, periodAt: number, key: string): string | null;
  /** Result and goal of a report of the line's team, in the engine's units. */
  report(rep: PaidRep, line: PayLine, repId: string): { credited: LinkedCell; quota: LinkedCell } | null;
  /** A deal of the line's period, by its place among them. */
  deal(rep: PaidRep, line: PayLine, at: number): LinkedCell | null;
}

const QUOTA_AT = CALC_COLUMNS.findIndex(([name]) => name === 'quota');

/** Reps under a comp plan that is compared are credited by the cells of their own plan's sheets; a team by its reports'. */
export function linkToResults({ paid, results, parts, names }: OwnPay): ResultsLink {
  const yearsOf = new Map<string, PaidRep[]>();
  for (const year of paid) {
    const { id } = year.pay.rep;
    yearsOf.set(id, [...(yearsOf.get(id) ?? []), year]);
  }
  const sameYear = ({ pay }: PaidRep, period: string) =>
    yearsOf.get(pay.rep.id)?.find(({ periods }) => periods.some(({ name }) => name === period));
  /** The one line of a rep's own pay that stands for a component of another plan. */
  const likeLine = (rep: PaidRep, { component, periodName }: PayLine): PayLine | null => {
    const year = sameYear(rep, periodName);
    const like = year?.lines.flat().filter((line) => {
      const here =
        year.compPlan === rep.compPlan ? line.component : likeComponent(rep.compPlan, line.component);
      return here?.id === component.id && line.periodName === periodName;
    });
    return like?.length === 1 ? like[0]! : null;
  };
  const listed = new Map<PayLine, readonly PayPart[]>();
  /** The deals of a line's own period; its many deals ask for them one by one. */
  const newParts = (line: PayLine): readonly PayPart[] => {
    const found = listed.get(line) ?? parts.get(line)?.parts.filter(({ isNew }) => isNew) ?? [];
    listed.set(line, found);
    return found;
  };
  return {
    credited(rep, line) {
      const own = likeLine(rep, line);
      return own?.paid.credited === line.paid.credited ? results.creditedAt(own) : null;
    },
    other(rep, periodAt, what) {
      const { name } = rep.periods[periodAt]!;
      const year = sameYear(rep, name);
      if (!year) return null;
      const at = year.periods.findIndex((period) => period.name === name);
      return results.otherAt(year, at, what);
    },
    report(_, line, repId) {
      const found = reportLine(yearsOf.get(repId) ?? [], line.component, line.periodName);
      return (
        found && {
          credited: { value: found.line.paid.credited, address: results.creditedAt(found.line) },
          quota: { value: found.goal, address: cellAddress(names.calc, QUOTA_AT, found.line.row) },
        }
      );
    },
    deal(rep, line, at) {
      const own = likeLine(rep, line);
      const part = own && newParts(own)[at];
      return part ? { value: part.credited, address: partAddress(names.parts, part, 'credited') } : null;
    },
  };
}

/** The line in which a report's own pay holds what the manager's component is credited with. */
function reportLine(years: readonly PaidRep[], component: CompComponent, periodName: string) {
  for (const year of years) {
    const at = year.periods.findIndex(({ name }) => name === periodName);
    const like = at < 0 ? null : likeComponent(year.compPlan, component);
    if (!like) continue;
    const line = year.lines[year.compPlan.components.indexOf(like)]![at]!;
    const { months, components } = year.inputs.periods[at]!;
    return { line, goal: goalOf(like, components[like.id], months) };
  }
  return null;
}
