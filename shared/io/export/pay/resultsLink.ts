import { likeComponent } from '../../../comp/likeComponent';
import type { ResultsSheet } from '../sheets/resultsSheet';
import type { PaidRep, PayLine } from './payLines';

/** Cells of another sheet of results that hold what a rep is credited with here too; null = none does. */
export interface ResultsLink {
  credited(rep: PaidRep, line: PayLine): string | null;
  other(rep: PaidRep, periodAt: number, key: string): string | null;
}

/** Reps under a comp plan that is compared are credited by the cells of their own plan's results. */
export function linkToResults(own: readonly PaidRep[], results: ResultsSheet): ResultsLink {
  const key = (repId: string, period: string) => `${repId}\u0001${period}`;
  const yearOf = new Map(
    own.flatMap((year) => year.periods.map(({ name }) => [key(year.pay.rep.id, name), year] as const)),
  );
  const sameYear = ({ pay }: PaidRep, period: string) => yearOf.get(key(pay.rep.id, period));
  return {
    credited(rep, { component, periodName, paid }) {
      const year = sameYear(rep, periodName);
      if (!year) return null;
      const like = year.lines.flat().filter((line) => {
        const here =
          year.compPlan === rep.compPlan ? line.component : likeComponent(rep.compPlan, line.component);
        return here?.id === component.id && line.periodName === periodName;
      });
      const [one] = like;
      return one && like.length === 1 && one.paid.credited === paid.credited ? results.creditedAt(one) : null;
    },
    other(rep, periodAt, what) {
      const { name } = rep.periods[periodAt]!;
      const year = sameYear(rep, name);
      if (!year) return null;
      const at = year.periods.findIndex((period) => period.name === name);
      return results.otherAt(year, at, what);
    },
  };
}
