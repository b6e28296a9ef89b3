import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import type { Slide } from './deck';
import type { DeckFormat } from './deckFormat';

/** What the year costs: the budget in figures, and by role. No slides where the plan has no reps. */
export function paySlides({ evaluation }: ExportContext, format: DeckFormat): Slide[] {
  const { budget, reps, quotaPlan } = evaluation.pay;
  if (reps.length === 0) return [];
  const quotaCents = reps.reduce((sum, pay) => sum + pay.quotaCents, 0);
  const overBudget = budget.budgetCents === null ? null : budget.payoutCents - budget.budgetCents;
  return [
    {
      kind: 'figures',
      title: 'Pay and budget',
      lead: 'At the results that the scenario assumes',
      figures: [
        {
          label: 'Quotas',
          value: format.money(quotaCents),
          note: `over ${format.integer(quotaPlan.quotas.length)} reps`,
        },
        {
          label: 'Incentives',
          value: format.money(budget.payoutCents),
          note: `target incentive ${format.money(budget.targetIncentiveCents)}`,
        },
        { label: 'Base salaries', value: format.money(budget.baseSalaryCents), note: 'a year' },
        {
          label: 'Cost of sales',
          value: budget.ccosShare === null ? '–' : format.percent(budget.ccosShare),
          note: '(base + incentives) / bookings',
        },
        {
          label: 'Budget for incentives',
          value: budget.budgetCents === null ? 'none set' : format.money(budget.budgetCents),
          note: overBudget === null ? '' : budgetNote(overBudget, format),
        },
      ],
    },
    {
      kind: 'table',
      title: 'Pay by role',
      lead: '',
      columns: [
        { header: 'Role', isNumber: false },
        { header: 'Reps', isNumber: true },
        { header: 'Quota', isNumber: true },
        { header: 'Target incentive', isNumber: true },
        { header: 'Payout', isNumber: true },
      ],
      rows: [...byRole(reps)].map(([role, own]) => [
        role,
        format.integer(own.length),
        format.money(sumOf(own, (pay) => pay.quotaCents)),
        format.money(sumOf(own, (pay) => pay.rep.targetIncentiveCents)),
        format.money(sumOf(own, (pay) => pay.payoutCents)),
      ]),
    },
  ];
}

function budgetNote(overCents: number, format: DeckFormat): string {
  if (overCents === 0) return 'met exactly';
  return overCents > 0 ? `${format.money(overCents)} over` : `${format.money(-overCents)} to spare`;
}

function byRole(reps: readonly RepPay[]): Map<string, RepPay[]> {
  const groups = new Map<string, RepPay[]>();
  for (const pay of reps) {
    const role = pay.rep.role || '(no role)';
    groups.set(role, [...(groups.get(role) ?? []), pay]);
  }
  return groups;
}

function sumOf(reps: readonly RepPay[], amount: (pay: RepPay) => number): number {
  return reps.reduce((sum, pay) => sum + amount(pay), 0);
}
