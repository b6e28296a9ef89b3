import { creditsTeam } from '../../../comp/reportsBelow';
import type { CompComponent } from '../../../model/compComponent';
import type { PlanDocument } from '../../../model/planDocument';
import type { Rep } from '../../../model/rep';
import type { ExportContext } from '../exportContext';
import { FIRST_PAY_ROW, type PaidRep, type PayLine } from './payLines';

/** A report of a team, or a deal, that a line of Calc is made of. Results in the engine's units. */
export interface PayPart {
  readonly label: string;
  /** Whose it is in a team; null = a deal. */
  readonly repId: string | null;
  /** Row on the sheet of parts. */
  readonly row: number;
  /** A report's in this line's period; a deal's as it was credited. */
  readonly credited: number;
  /** Whether a deal is credited in this line's period, and not in an earlier one of the window. */
  readonly isNew: boolean;
  /** What is paid before any deal is, where deals are priced by what they add. */
  readonly isBeforeDeals: boolean;
  /** A report's; null = none. */
  readonly quota: number | null;
  /** What is priced: a report's window so far, a deal alone, or all deals up to it. */
  readonly priced: { readonly credited: number; readonly quota: number };
  /** Row of the same report or deal in an earlier period of the window. */
  readonly earlierRow: number | null;
}

export interface LineParts {
  readonly rep: PaidRep;
  readonly componentAt: number;
  readonly line: PayLine;
  readonly kind: 'team' | 'deals';
  readonly parts: readonly PayPart[];
  /** Whether the parts are priced one by one, or but add up to the line's credit. */
  readonly isPriced: boolean;
  /** Deals that are priced from the first tier each; else each earns what it adds to those before. */
  readonly isAlone: boolean;
}

/** Parts by the line that they are of, in the order of their rows. */
export type PayParts = ReadonlyMap<PayLine, LineParts>;

/** More rows than this would make the workbook slow for a detail: their lines stand as values. */
const MOST_PARTS = 20_000;

/** Gives each report and each deal that lines of pay are made of its row. */
export function payParts({ document, repNames }: ExportContext, paid: readonly PaidRep[]): PayParts {
  const nameOf = new Map(document.reps.map(({ id }, at) => [id, repNames[at]!]));
  const found = new Map<PayLine, LineParts>();
  let row = FIRST_PAY_ROW;
  for (const rep of paid) {
    rep.compPlan.components.forEach((_, componentAt) => {
      const window: Window = { team: new Map(), deals: [] };
      for (const line of rep.lines[componentAt]!) {
        if (line.opensWindow) Object.assign(window, { team: new Map(), deals: [] });
        const made = partsOf(rep, componentAt, line, window, row, nameOf);
        if (!made || row + made.parts.length > MOST_PARTS) continue;
        found.set(line, made);
        row += made.parts.length;
      }
    });
  }
  return found;
}

/** Whether anybody is paid on the results of those below. */
export function mayHaveTeams({ compPlans, reps }: PlanDocument): boolean {
  const planOf = new Map(compPlans.map((plan) => [plan.id, plan]));
  const managers = new Set(reps.map(({ managerId }) => managerId));
  return reps.some(
    ({ id, compPlanId }) => managers.has(id) && creditsTeam(planOf.get(compPlanId ?? '') ?? null),
  );
}

/** Whether results of the plan are paid by the parts that they are made of: by a team's reports, or deal by deal. */
export function mayHaveParts(document: PlanDocument): boolean {
  const { compPlans, reps, payResults = [] } = document;
  const planOf = new Map(compPlans.map((plan) => [plan.id, plan]));
  const withDeals = new Set(payResults.filter(({ deals }) => deals).map(({ repId }) => repId));
  const isPaidByParts = ({ id, compPlanId }: Rep) => {
    const plan = planOf.get(compPlanId ?? '');
    if (!plan) return false;
    return withDeals.has(id) && (plan.caps.dealCents !== null || plan.components.some(isPricedAlone));
  };
  return payResults.length > 0 && (mayHaveTeams(document) || reps.some(isPaidByParts));
}

const isPricedAlone = (component: CompComponent) =>
  'processing' in component && component.processing === 'perTransaction';

/** What a measurement window has so far. */
interface Window {
  team: Map<string, { credited: number; quota: number; row: number }>;
  deals: { credited: number; row: number }[];
}

function partsOf(
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  window: Window,
  row: number,
  nameOf: ReadonlyMap<string, string>,
): LineParts | null {
  const { component, periodAt } = line;
  const facts = rep.inputs.periods[periodAt]!.components[component.id];
  const common = { rep, componentAt, line };
  if (component.crediting !== 'own') {
    if (!facts?.team || facts.team.some(({ repId }) => repId === undefined)) return null;
    const parts = facts.team.map(({ repId = '', credited, quota }, at): PayPart => {
      const before = window.team.get(repId);
      const priced = {
        credited: (before?.credited ?? 0) + credited,
        quota: (before?.quota ?? 0) + (quota ?? 0),
      };
      window.team.set(repId, { ...priced, row: row + at });
      const earlierRow = before?.row ?? null;
      const label = nameOf.get(repId) ?? repId;
      const common = { isNew: true, isBeforeDeals: false };
      return { ...common, label, repId, row: row + at, credited, quota, priced, earlierRow };
    });
    const isPriced = component.crediting === 'eachRep';
    return { ...common, kind: 'team', parts, isPriced, isAlone: true };
  }
  const isAlone = isPricedAlone(component);
  if (!isAlone && rep.compPlan.caps.dealCents === null) return null;
  const earlier = window.deals.length;
  for (const credited of facts?.deals ?? []) window.deals.push({ credited, row: 0 });
  if (window.deals.length === 0 || !line.hasResult) return null;
  const quota = line.paid.quotaToDate;
  const start = { label: 'Before the first deal', repId: null, row, credited: 0, quota: null };
  const before: PayPart[] = isAlone
    ? []
    : [{ ...start, isNew: false, isBeforeDeals: true, priced: { credited: 0, quota }, earlierRow: null }];
  let sum = 0;
  const deals = window.deals.map((deal, at): PayPart => {
    sum += deal.credited;
    const own = row + before.length + at;
    const earlierRow = deal.row > 0 ? deal.row : null;
    deal.row ||= own;
    return {
      ...start,
      label: `Deal ${at + 1}`,
      row: own,
      credited: deal.credited,
      isNew: at >= earlier,
      isBeforeDeals: false,
      priced: { credited: isAlone ? deal.credited : sum, quota },
      earlierRow,
    };
  });
  return { ...common, kind: 'deals', parts: [...before, ...deals], isPriced: true, isAlone };
}
