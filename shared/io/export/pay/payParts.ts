import type { CompComponent } from '../../../model/compComponent';
import type { CompPlan } from '../../../model/compPlan';
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
  /** A report's quota of the whole window, where attainment is of that and the window begins here; null = not asked for. */
  readonly windowQuota: number | null;
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

/**
 * More rows than this Excel opens and reckons but slowly: lines beyond them stand as values, which Calc says of each and
 * Data notes of all.
 */
export const MOST_PARTS = 100_000;

interface PartsAsked {
  /** Reps by id whose deals are listed though their own plan does not price them, since others look at them. */
  readonly dealsOf?: ReadonlySet<string> | undefined;
  readonly most?: number;
  /** Hears of each line that stands as a value, since its parts are too many. */
  readonly onLeftOut?: () => void;
}

/** Gives each report and each deal that lines of pay are made of its row; lines whose rows would be too many get none. */
export function payParts(
  { document, repNames }: ExportContext,
  paid: readonly PaidRep[],
  { dealsOf = new Set<string>(), most = MOST_PARTS, onLeftOut }: PartsAsked = {},
): PayParts {
  const nameOf = new Map(document.reps.map(({ id }, at) => [id, repNames[at]!]));
  const found = new Map<PayLine, LineParts>();
  let row = FIRST_PAY_ROW;
  for (const rep of paid) {
    rep.compPlan.components.forEach((_, componentAt) => {
      let window: Window = { team: new Map(), deals: [], isFull: false };
      for (const line of rep.lines[componentAt]!) {
        if (line.opensWindow) window = { team: new Map(), deals: [], isFull: false };
        const made =
          teamParts(rep, componentAt, line, window, row, nameOf) ??
          dealParts(rep, componentAt, line, window, row, dealsOf);
        if (!made) continue;
        if (window.isFull || row + made.parts.length > most) {
          onLeftOut?.();
          // Later periods of the window look at the rows of this one.
          window.isFull = true;
          continue;
        }
        found.set(line, made);
        row += made.parts.length;
      }
    });
  }
  return found;
}

/** Whether a plan prices or caps single deals. */
export function pricesDeals({ caps, components }: CompPlan): boolean {
  return caps.dealCents !== null || components.some(isPricedAlone);
}

const isPricedAlone = (component: CompComponent) =>
  'processing' in component && component.processing === 'perTransaction';

/** What a measurement window has so far. */
interface Window {
  team: Map<string, { credited: number; quota: number; row: number }>;
  deals: { credited: number; row: number }[];
  isFull: boolean;
}

/** The reports of a manager whose component is paid on them. */
function teamParts(
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  window: Window,
  row: number,
  nameOf: ReadonlyMap<string, string>,
): LineParts | null {
  const { component, periodAt } = line;
  const team = rep.inputs.periods[periodAt]!.components[component.id]?.team;
  if (component.crediting === 'own' || !team || team.some(({ repId }) => repId === undefined)) return null;
  const isWhole = component.timing.attainmentOf === 'whole' && line.opensWindow;
  const parts = team.map(({ repId = '', credited, quota, windowQuota }, at): PayPart => {
    const before = window.team.get(repId);
    const priced = {
      credited: (before?.credited ?? 0) + credited,
      quota: (before?.quota ?? 0) + (quota ?? 0),
    };
    window.team.set(repId, { ...priced, row: row + at });
    return {
      label: nameOf.get(repId) ?? repId,
      repId,
      row: row + at,
      credited,
      isNew: true,
      isBeforeDeals: false,
      quota,
      priced,
      earlierRow: before?.row ?? null,
      windowQuota: isWhole ? (windowQuota ?? quota ?? 0) : null,
    };
  });
  const isPriced = component.crediting === 'eachRep';
  return { rep, componentAt, line, kind: 'team', parts, isPriced, isAlone: true };
}

/** The deals of a window so far where the plan prices or caps single ones; else this period's, where they are asked for. */
function dealParts(
  rep: PaidRep,
  componentAt: number,
  line: PayLine,
  window: Window,
  row: number,
  dealsOf: ReadonlySet<string>,
): LineParts | null {
  const { component, periodAt } = line;
  if (component.crediting !== 'own') return null;
  const facts = rep.inputs.periods[periodAt]!.components[component.id];
  const isAlone = isPricedAlone(component);
  const isPriced = isAlone || rep.compPlan.caps.dealCents !== null;
  if (!isPriced && !dealsOf.has(rep.pay.rep.id)) return null;
  const earlier = window.deals.length;
  for (const credited of facts?.deals ?? []) window.deals.push({ credited, row: 0 });
  if (window.deals.length === 0 || !line.hasResult) return null;
  const quota = line.paid.quotaToDate;
  const start = { repId: null, quota: null, windowQuota: null };
  const before: PayPart[] =
    isAlone || !isPriced
      ? []
      : [
          {
            ...start,
            label: 'Before the first deal',
            row,
            credited: 0,
            isNew: false,
            isBeforeDeals: true,
            priced: { credited: 0, quota },
            earlierRow: null,
          },
        ];
  let sum = 0;
  const deals = window.deals.map((deal, at): PayPart => {
    sum += deal.credited;
    const own = row + before.length + (isPriced ? at : at - earlier);
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
  const parts = [...before, ...(isPriced ? deals : deals.slice(earlier))];
  if (parts.length === 0) return null;
  return { rep, componentAt, line, kind: 'deals', parts, isPriced, isAlone };
}
