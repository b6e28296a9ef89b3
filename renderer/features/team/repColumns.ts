import { usualRoles, type Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { RepPay } from '../../../shared/plan/evaluatePay';

/** What a cell of the team table needs to know. */
export interface RepRow {
  readonly rep: Rep;
  readonly pay: RepPay | null;
  readonly territoryName: string | null;
  readonly colorIndex: number | null;
  /** Index of the rep's territory, 100 = on target; null where there is none. */
  readonly index: number | null;
}

export interface CellChoice {
  readonly value: string;
  readonly label: string;
}

/** A column of the team table: what it shows, and what typing in it does. */
export interface RepColumn {
  readonly id: string;
  readonly title: string;
  readonly widthPx: number;
  readonly isFigure: boolean;
  /** As shown and copied. */
  readonly text: (row: RepRow) => string;
  /** By what it is sorted. */
  readonly key: (row: RepRow) => string | number;
  readonly edit: CellEdit | null;
}

export type CellEdit =
  | {
      readonly kind: 'text';
      readonly value: (row: RepRow) => string;
      /** The rep after typing; a string says why it can't be. */
      readonly set: (rep: Rep, typed: string) => Rep | string;
    }
  | {
      readonly kind: 'choice';
      readonly choices: readonly CellChoice[];
      readonly value: (row: RepRow) => string | null;
      readonly set: (rep: Rep, value: string | null) => Rep;
    };

/** The rep's roles that the plan knows, the usual ones first. */
export function rolesOf(reps: readonly Rep[]): string[] {
  return [...new Set([...usualRoles, ...reps.map((rep) => rep.role)])];
}

/** Rows of the team table with the figures that the evaluation has for them. */
export function repRows(
  reps: readonly Rep[],
  scenario: Scenario | null,
  evaluation: PlanEvaluation | null,
): RepRow[] {
  const payOf = new Map(evaluation?.pay.reps.map((pay) => [pay.rep.id, pay]) ?? []);
  return reps.map((rep) => {
    const pay = payOf.get(rep.id) ?? null;
    const at = pay?.territoryIndex ?? null;
    const territory = at === null ? null : (scenario?.territories[at] ?? null);
    const figures = evaluation?.overlays.get(territory?.role ?? '') ?? evaluation?.territories;
    const index = at === null ? null : (figures?.index[at] ?? null);
    return {
      rep,
      pay,
      territoryName: territory?.name ?? null,
      colorIndex: territory?.colorIndex ?? null,
      index: index === null || Number.isNaN(index) ? null : index,
    };
  });
}
