import { scoreSum } from '../../../comp/components/objectives';
import { findComponent } from '../../../comp/resultInputs';
import { roundHalfAway } from '../../../model/money';
import type { PayResult } from '../../../model/payResult';
import { payResultKey } from '../../../model/payResult';
import type { ExportContext } from '../exportContext';
import { unitsShown } from '../pay/componentTable';
import { actualReps } from '../pay/paidReps';
import type { PaidRep, PayLine } from '../pay/payLines';
import { payParts, type LineParts, type PayPart, type PayParts } from '../pay/payParts';
import { ACTUAL_PAY } from '../sheetNames';
import type { CellPlace, ProposedEdits, WorkbookReview } from './workbookReview';

/** Column of the amounts on the sheet of results, and on that of their parts. */
const CREDITED = 3;
const PART_CREDITED = 5;

/** Results as they are changed so far, by key. */
type Drafts = Map<string, PayResult>;

/** Credited results, values of measures and single deals, on the sheets of the results that the plan holds. */
export function resultChanges(context: ExportContext, review: WorkbookReview): ProposedEdits {
  const sheet = ACTUAL_PAY.results;
  if (!review.cells.has(sheet) || !review.hasColumn(sheet, CREDITED, 'Credited')) return [];
  const paid = actualReps(context);
  const every = new Set(context.document.reps.map(({ id }) => id));
  const parts = payParts(context, paid, { dealsOf: every, most: Number.POSITIVE_INFINITY });
  const drafts: Drafts = new Map();
  const placeOf = placeFinder(review);
  for (const rep of paid) {
    for (const line of rep.lines.flat()) {
      const place = placeOf(rep.name, line.component.name, line.periodName);
      if (place) takeLine(context, review, { rep, line, parts, place, drafts });
    }
    takeMeasures(context, review, rep, placeOf, drafts);
    takeScores(context, review, rep, placeOf, drafts);
  }
  takeDeals(review, context, parts, drafts);
  return drafts.size === 0
    ? []
    : [{ kind: 'putPayResults', results: [...drafts.values()], replacesAll: false }];
}

/** Finds a row by what it is of, wherever it was sorted to. */
function placeFinder({ cells }: WorkbookReview) {
  const rowOf = new Map<string, number>();
  const key = (texts: readonly string[]) => texts.join('\u0001');
  for (let row = cells.lastRow(ACTUAL_PAY.results); row > 1; row--) {
    rowOf.set(key([0, 1, 2].map((column) => cells.text(ACTUAL_PAY.results, row, column))), row);
  }
  return (...texts: [rep: string, what: string, period: string]): CellPlace | null => {
    const row = rowOf.get(key(texts));
    return row === undefined ? null : [ACTUAL_PAY.results, row, CREDITED];
  };
}

interface TakenLine {
  readonly rep: PaidRep;
  readonly line: PayLine;
  readonly parts: PayParts;
  readonly place: CellPlace;
  readonly drafts: Drafts;
}

function takeLine(context: ExportContext, review: WorkbookReview, taken: TakenLine): void {
  const { rep, line, parts, place, drafts } = taken;
  const { component, periodAt, paid } = line;
  const facts = rep.inputs.periods[periodAt]!.components[component.id];
  // Without a result of its own, or made of scores or parts, the cell is no input.
  if (!facts || facts.scores || parts.get(line)?.kind === 'team' || listsDeals(review, parts, line)) return;
  const units = unitsShown(component);
  const known = paid.credited / units;
  const after = review.number(place, known, Number.NEGATIVE_INFINITY);
  if (after === undefined) return;
  const what = `${component.name} of ${rep.name} in ${line.periodName}`;
  if (after === null)
    return review.problem(place, `${what}: an empty cell says no number. Write 0 for none.`);
  const found = resultOf(context, rep, line);
  if (!found || found.deals || facts.team) {
    return review.problem(
      place,
      found?.deals
        ? `${what} came deal by deal: change its deals in the list they came from.`
        : `${what} follows from other results: change those.`,
    );
  }
  if (!review.note(place, { what, before: String(known), after: String(after) })) return;
  drafts.set(payResultKey(found), { ...found, credited: inUnits(line, after) });
}

/** Money in whole cents, anything else as it is. */
const inUnits = ({ component }: PayLine, shown: number) =>
  component.measureUnit === 'money' ? roundHalfAway(shown * unitsShown(component)) : shown;

/** The one result that a line's period is of; null where it is none, or put together from several. */
function resultOf({ document }: ExportContext, rep: PaidRep, line: PayLine): PayResult | null {
  const own = (document.payResults ?? []).filter(
    ({ repId, period, component }) =>
      repId === rep.pay.rep.id &&
      period === line.periodName &&
      findComponent(rep.compPlan, component) === line.component,
  );
  return own.length === 1 ? own[0]! : null;
}

function takeMeasures(
  { document }: ExportContext,
  review: WorkbookReview,
  rep: PaidRep,
  placeOf: ReturnType<typeof placeFinder>,
  drafts: Drafts,
): void {
  rep.inputs.periods.forEach(({ measures }, periodAt) => {
    const { name } = rep.periods[periodAt]!;
    for (const [measure, known] of Object.entries(measures ?? {})) {
      const place = placeOf(rep.name, measure, name);
      const after = place && review.number(place, known, Number.NEGATIVE_INFINITY);
      if (place === null || after === undefined || after === null) continue;
      const what = `${measure} of ${rep.name} in ${name}`;
      const found = (document.payResults ?? []).find(
        ({ repId, period, component }) =>
          repId === rep.pay.rep.id &&
          period === name &&
          component.trim().toLowerCase() === measure.trim().toLowerCase(),
      );
      if (!found) {
        review.problem(place, `${what} stands since an earlier period: change it there.`);
      } else if (review.note(place, { what, before: String(known), after: String(after) })) {
        drafts.set(payResultKey(found), { ...found, credited: after });
      }
    }
  });
}

/** Scores of objectives; what is credited follows from them. */
function takeScores(
  context: ExportContext,
  review: WorkbookReview,
  rep: PaidRep,
  placeOf: ReturnType<typeof placeFinder>,
  drafts: Drafts,
): void {
  for (const line of rep.lines.flat()) {
    const { component, periodAt, periodName } = line;
    const scores = rep.inputs.periods[periodAt]!.components[component.id]?.scores;
    if (component.kind !== 'objectives' || !scores) continue;
    for (const { id, name } of component.objectives) {
      const known = scores[id] ?? 0;
      const place = placeOf(rep.name, `${component.name}: ${name}`, periodName);
      const after = place && review.number(place, known, Number.NEGATIVE_INFINITY);
      if (place === null || after === undefined) continue;
      const what = `Score of ${rep.name} for ${name} in ${periodName}`;
      const found = resultOf(context, rep, line);
      if (after === null) {
        review.problem(place, `${what}: an empty cell says no number. Write 0 where it was missed.`);
      } else if (!found?.scores) {
        review.problem(place, `${what} stands since an earlier period: change it there.`);
      } else if (review.note(place, { what, before: String(known), after: String(after) })) {
        const draft = drafts.get(payResultKey(found)) ?? found;
        const changed = { ...draft.scores, [id]: after };
        drafts.set(payResultKey(found), {
          ...draft,
          scores: changed,
          credited: scoreSum(component, changed),
        });
      }
    }
  }
}

/** The row of a deal on the sheet of parts; null where the workbook does not list it. */
function dealPlace(
  { cells }: WorkbookReview,
  { rep, line }: LineParts,
  { label }: PayPart,
): CellPlace | null {
  const sheet = ACTUAL_PAY.parts;
  const texts = [rep.name, rep.planName, line.component.name, line.periodName, label];
  const row = cells.rowOfTexts(sheet, texts);
  return row === null ? null : [sheet, row, PART_CREDITED];
}

/** Whether the workbook lists the deals of a line, so that its result is a sum of them. */
function listsDeals(review: WorkbookReview, parts: PayParts, line: PayLine): boolean {
  const found = parts.get(line);
  const first = found?.parts.find(({ isNew }) => isNew);
  return found?.kind === 'deals' && first !== undefined && dealPlace(review, found, first) !== null;
}

/** Deals in the period that they are credited in. */
function takeDeals(review: WorkbookReview, context: ExportContext, parts: PayParts, drafts: Drafts): void {
  const sheet = ACTUAL_PAY.parts;
  if (!review.cells.has(sheet) || !review.hasColumn(sheet, PART_CREDITED, 'Credited')) return;
  for (const of of parts.values()) {
    if (of.kind !== 'deals') continue;
    const { rep, line } = of;
    const units = unitsShown(line.component);
    const listed = of.parts.filter(({ isNew }) => isNew);
    listed.forEach((part, at) => {
      const { label, credited } = part;
      const place = dealPlace(review, of, part);
      const after = place && review.number(place, credited / units, Number.NEGATIVE_INFINITY);
      if (place === null || after === undefined || after === null) return;
      const what = `${label} of ${rep.name} in ${line.periodName}, ${line.component.name}`;
      const found = resultOf(context, rep, line);
      if (!found?.deals || found.cancelled) {
        return review.problem(place, `${what} can’t be changed by itself: import the list of deals again.`);
      }
      const before = String(credited / units);
      if (!review.note(place, { what, before, after: String(after) })) return;
      const draft = drafts.get(payResultKey(found)) ?? found;
      const changed = (draft.deals ?? []).with(at, inUnits(line, after));
      const sum = changed.reduce((total, each) => total + each, 0);
      drafts.set(payResultKey(found), { ...draft, credited: sum, deals: changed });
    });
  }
}
