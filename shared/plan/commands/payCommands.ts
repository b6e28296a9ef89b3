import type { PayAdjustment } from '../../model/payAdjustment';
import { payAdjustmentSchema } from '../../model/payAdjustment';
import type { PayResult, PayResultKey } from '../../model/payResult';
import { payResultKey, payResultSchema } from '../../model/payResult';
import type { PlanDocument } from '../../model/planDocument';
import { referenceFigureSchema } from '../../model/referenceFigure';
import { roleSchema } from '../../model/role';
import { CommandError } from '../commandError';
import type { PayEdit } from '../payEdit';
import type { PlanDiff } from '../planDiff';

type EditOf<Kind extends PayEdit['kind']> = Extract<PayEdit, { kind: Kind }>;

/** Edits of results, adjustments, roles and reference figures. @throws CommandError */
export function runPayEdit(document: PlanDocument, edit: PayEdit): PlanDiff {
  switch (edit.kind) {
    case 'putPayResults':
      return putPayResults(document, edit);
    case 'removePayResults':
      return removePayResults(document, edit);
    case 'putPayAdjustment':
      return putPayAdjustment(document, edit.adjustment);
    case 'removePayAdjustment':
      return removePayAdjustment(document, edit.adjustmentId);
    case 'setRoles':
      return {
        label: 'change roles',
        changes: [
          {
            kind: 'planFields',
            before: { roles: document.roles },
            after: { roles: checked(edit.roles, (role) => roleSchema.safeParse(role).success, 'role') },
          },
        ],
      };
    case 'setReferenceFigures':
      return {
        label: 'change reference figures',
        changes: [
          {
            kind: 'planFields',
            before: { referenceFigures: document.referenceFigures },
            after: {
              referenceFigures: checked(
                edit.figures,
                (figure) => referenceFigureSchema.safeParse(figure).success && figure.low <= figure.high,
                'reference figure',
              ),
            },
          },
        ],
      };
  }
}

function checked<Item extends { readonly name: string }>(
  items: readonly Item[] | null,
  isGood: (item: Item) => boolean,
  what: string,
): readonly Item[] | undefined {
  const bad = items?.find((item) => !isGood(item));
  if (bad) throw new CommandError(`The ${what} "${bad.name}" has a name or a figure that can't be.`);
  return items ?? undefined;
}

function putPayResults(document: PlanDocument, edit: EditOf<'putPayResults'>): PlanDiff {
  const bad = edit.results.find((result) => !payResultSchema.safeParse(result).success);
  if (bad) {
    throw new CommandError(
      `The result of ${bad.repId} for ${bad.component} in "${bad.period}" can't be: a period is 2026-01, 2026-Q1 or 2026, and an amount is a number.`,
    );
  }
  const after = new Map<string, PayResult | null>();
  if (edit.replacesAll) for (const result of document.payResults ?? []) after.set(payResultKey(result), null);
  for (const result of edit.results) after.set(payResultKey(result), result);
  const count = edit.results.length;
  return resultsDiff(document, after, edit.label ?? `put in ${count} ${count === 1 ? 'result' : 'results'}`);
}

function removePayResults(document: PlanDocument, edit: EditOf<'removePayResults'>): PlanDiff {
  const after = new Map(edit.keys.map((key) => [payResultKey(key), null]));
  return resultsDiff(document, after, edit.label ?? `remove ${after.size} results`);
}

/** @param after results by key, null where one goes */
function resultsDiff(
  document: PlanDocument,
  after: ReadonlyMap<string, PayResult | null>,
  label: string,
): PlanDiff {
  const known = new Map((document.payResults ?? []).map((result) => [payResultKey(result), result]));
  const changed = [...after].flatMap(([key, next]) => {
    const before = known.get(key) ?? null;
    return isSameResult(before, next) ? [] : [{ before, after: next }];
  });
  if (changed.length === 0) return { label, changes: [] };
  const keyOf = ({ repId, component, period }: PayResultKey) => ({ repId, component, period });
  return {
    label,
    changes: [
      {
        kind: 'payResults',
        keys: changed.map((each) => keyOf((each.after ?? each.before)!)),
        before: changed.map((each) => each.before),
        after: changed.map((each) => each.after),
      },
    ],
  };
}

function isSameResult(before: PayResult | null, after: PayResult | null): boolean {
  if (before === after) return true;
  if (!before || !after || before.credited !== after.credited || before.quota !== after.quota) return false;
  const rest = ({ deals, splitAway, cancelled, scores }: PayResult) =>
    JSON.stringify([deals, splitAway, cancelled, scores]);
  return rest(before) === rest(after);
}

function putPayAdjustment(document: PlanDocument, adjustment: PayAdjustment): PlanDiff {
  const rep = document.reps.find(({ id }) => id === adjustment.repId);
  if (!rep) throw new CommandError('That rep is no longer in the plan.');
  if (adjustment.reason.trim() === '') throw new CommandError('A dispute or correction needs a reason.');
  if (!payAdjustmentSchema.safeParse(adjustment).success) {
    throw new CommandError('A dispute or correction needs an author, a date and, to be paid, whole cents.');
  }
  const before = document.payAdjustments ?? [];
  const isKnown = before.some(({ id }) => id === adjustment.id);
  const after = isKnown
    ? before.map((each) => (each.id === adjustment.id ? adjustment : each))
    : [...before, adjustment];
  const isSettled = adjustment.kind === 'dispute' && adjustment.resolution !== null;
  const verb = isSettled ? 'settle' : isKnown ? 'change' : 'add';
  return adjustmentsDiff(document, after, `${verb} ${adjustment.kind} of ${rep.name}, ${adjustment.period}`);
}

function removePayAdjustment(document: PlanDocument, adjustmentId: string): PlanDiff {
  const before = document.payAdjustments ?? [];
  const gone = before.find(({ id }) => id === adjustmentId);
  if (!gone) throw new CommandError('That dispute or correction is no longer in the plan.');
  const left = before.filter((each) => each !== gone);
  return adjustmentsDiff(document, left, `remove ${gone.kind} of ${gone.period}`);
}

function adjustmentsDiff(document: PlanDocument, after: readonly PayAdjustment[], label: string): PlanDiff {
  return {
    label,
    changes: [
      {
        kind: 'planFields',
        before: { payAdjustments: document.payAdjustments },
        after: { payAdjustments: after.length > 0 ? after : undefined },
      },
    ],
  };
}
