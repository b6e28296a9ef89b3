import type { CompComponent } from '../../../model/compComponent';
import { compPlanSchema } from '../../../model/compPlan';
import type { ExportContext } from '../exportContext';
import { rateShown, unitsShown } from '../pay/componentTable';
import { PLANS_SHEET } from '../sheetNames';
import { plansSheet, type PlansSheet } from '../sheets/plansSheet';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Takes a cell of Plans: its absolute address, what the plan has there, and what to do with another number. */
type Take = (address: string, what: string, before: number, put: (value: number) => void) => void;

/** Shares, rates, points and bands of the comp plans in use. */
export function compPlanChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const plans = plansSheet(context);
  const used = new Set(context.evaluation.pay.reps.map((pay) => pay.compPlan?.id));
  return context.document.compPlans
    .filter(({ id }) => used.has(id))
    .flatMap((compPlan) => {
      // A copy to write on; what comes back goes through the schema.
      const draft = structuredClone(compPlan);
      const first = review.changes.length;
      let isTaken = false;
      const take: Take = (address, what, known, put) => {
        const place = placeOf(address);
        const after = review.number(place, known, Number.NEGATIVE_INFINITY);
        if (after === null) review.problem(place, `${compPlan.name}, ${what}: an empty cell says no number.`);
        if (after === undefined || after === null) return;
        const words = { what: `${compPlan.name}, ${what}`, before: String(known), after: String(after) };
        if (!review.note(place, words)) return;
        put(after);
        isTaken = true;
      };
      compPlan.components.forEach((component, at) =>
        takeComponent(component, draft.components[at]!, plans, take),
      );
      if (!isTaken) return [];
      const changed = compPlanSchema.safeParse(draft);
      if (changed.success) return [{ kind: 'putCompPlan', compPlan: changed.data } as const];
      review.reject(first, changed.error.issues[0]?.message ?? '');
      return [];
    });
}

/** 'Plans'!$B$12 → sheet, row and column. */
function placeOf(address: string): CellPlace {
  const [, letters = 'A', row = '1'] = /\$([A-Z]+)\$(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [PLANS_SHEET, Number(row), column];
}

function takeComponent(known: CompComponent, draft: CompComponent, plans: PlansSheet, take: Take): void {
  const what = (words: string) => `${known.name}: ${words}`;
  take(plans.cell(known, 'share'), what('share of target incentive'), known.targetShareRatio, (value) => {
    draft.targetShareRatio = value;
  });
  if (known.kind === 'flat' && draft.kind === 'flat') {
    const { rate } = known;
    const shown =
      rate.kind === 'base'
        ? rate.multiple
        : rateShown(known, rate.kind === 'share' ? rate.ratio : rate.cents);
    const scale = rate.kind === 'base' ? 1 : rateShown(known, 1);
    take(plans.cell(known, 'rate'), what('rate'), shown, (value) => {
      if (draft.rate.kind === 'base') draft.rate.multiple = value;
      else if (draft.rate.kind === 'share') draft.rate.ratio = value / scale;
      else draft.rate.cents = value / scale;
    });
  }
  if (known.kind === 'curve' && draft.kind === 'curve') {
    const scale = known.axis === 'value' ? unitsShown(known) : 1;
    const table = plans.table(known);
    draft.points.sort((a, b) => a.x - b.x);
    [...known.points]
      .sort((a, b) => a.x - b.x)
      .forEach((point, row) => {
        const own = draft.points[row]!;
        take(
          table.cell(row, 0),
          what(`point ${row + 1}`),
          point.x / scale,
          (value) => (own.x = value * scale),
        );
        take(table.cell(row, 1), what(`pay at point ${row + 1}`), point.payRatio, (value) => {
          own.payRatio = value;
        });
      });
  }
  if (known.kind === 'tiers' && draft.kind === 'tiers') {
    const edge = known.basis === 'amount' ? unitsShown(known) : 1;
    const scale = known.rateOf === 'base' ? 1 : rateShown(known, 1);
    const table = plans.table(known);
    draft.tiers.sort((a, b) => a.from - b.from);
    [...known.tiers]
      .sort((a, b) => a.from - b.from)
      .forEach((tier, row) => {
        const own = draft.tiers[row]!;
        take(table.cell(row, 0), what(`band ${row + 1}, from`), tier.from / edge, (value) => {
          own.from = value * edge;
        });
        if (tier.to !== null) {
          take(table.cell(row, 1), what(`band ${row + 1}, to`), tier.to / edge, (value) => {
            own.to = value * edge;
          });
        }
        take(table.cell(row, 2), what(`rate of band ${row + 1}`), tier.rate * scale, (value) => {
          own.rate = value / scale;
        });
      });
  }
}
