import { basename } from 'node:path';
import { deferredPay, type DeferredPay } from '../../../shared/comp/payments';
import type { PeriodPayout, RepPayout } from '../../../shared/comp/payTypes';
import { dealRatesOf } from '../../../shared/io/import/dealCurrency';
import { readPayResults } from '../../../shared/io/import/readPayResults';
import type { CompPlan } from '../../../shared/model/compPlan';
import { fromCents } from '../../../shared/model/money';
import type { PayAdjustment } from '../../../shared/model/payAdjustment';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { addCancellations } from '../../../shared/plan/cancellationList';
import { correctionOf } from '../../../shared/plan/evaluateActuals';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../shared/plan/runCommand';
import { writeCsvTable } from '../../../shared/io/project/csvTable';
import { writeFileAtomic } from '../../host/writeFileAtomic';
import type { CommandLineWorld, Verb } from '../commandLine';
import {
  numberOption,
  optionOf,
  requireOption,
  requirePositional,
  UsageError,
  WorkError,
} from '../commandLine';
import { readBytes, readPlan, resolveName } from '../planFiles';

const HEADER = [
  'repId',
  'rep',
  'plan',
  'component',
  'period',
  'credited',
  'quota',
  'attainment',
  'payout',
] as const;
/** Of what a row earns, where any comp plan holds back or pays in instalments: paid + held + owed = payout. */
const PAYMENT_HEADER = ['paid', 'held', 'owed', 'owedIn'] as const;

export const payoutVerb: Verb = {
  usage: 'payout PLAN [--results FILE | --attainment PCT] [--plan NAME] --out FILE.csv [--json]',
  summary: 'pays every rep on results, or at an attainment, to the cent',
  options: ['results', 'attainment', 'plan', 'out'],
  flags: [],
  async run(args, world) {
    const path = requirePositional(args, 0, 'PLAN');
    const out = requireOption(args, 'out');
    const results = optionOf(args, 'results');
    const attainmentPct = numberOption(args, 'attainment', 0, 1000);
    if (results !== null && attainmentPct !== null) {
      throw new UsageError('Give --results or --attainment, not both.');
    }
    const document = underPlan(await readPlan(path), optionOf(args, 'plan'));
    if (!document.reps.some(({ compPlanId }) => compPlanId !== null)) {
      throw new WorkError(
        'No rep of this plan has a comp plan. Name one with --plan, or give the reps theirs.',
      );
    }
    const paid =
      attainmentPct === null
        ? await paidOnResults(document, results, world)
        : paidAtAttainment(document, attainmentPct / 100);
    const isDeferring = paid.some(({ compPlan }) => compPlan !== null && defersPay(compPlan));
    const header = isDeferring ? [...HEADER, ...PAYMENT_HEADER] : HEADER;
    // An instalment is paid by now where the rep's results reach its period.
    const reached = new Set(
      paid.flatMap((pay) => pay.payout.periods.map(({ period }) => reachKey(pay, period))),
    );
    const rows = paid.flatMap((pay) => [
      ...rowsOf(pay, isDeferring ? reached : null),
      ...settledRows(pay, isDeferring),
    ]);
    await writeFileAtomic(out, new TextEncoder().encode(writeCsvTable(header, rows)));
    const totalCents = paid.reduce(
      (sum, { payout, corrections }) =>
        sum + payout.payoutCents + corrections.reduce((total, { cents }) => total + cents, 0),
      0,
    );
    const reps = new Set(paid.map((rep) => rep.rep.id)).size;
    const json = { reps, total: fromCents(totalCents), byComponent: byComponent(paid) };
    return { json, text: `${json.reps} reps are paid ${json.total.toFixed(2)}; written to ${out}` };
  },
};

/** A rep's pay for a year. */
interface PaidRep {
  readonly rep: Rep;
  /** null = the rep has none, and is paid corrections alone. */
  readonly compPlan: CompPlan | null;
  readonly payout: RepPayout;
  /** Corrections by people, on top, a sum a period. */
  readonly corrections: readonly { readonly period: string; readonly cents: number }[];
  /** Of a period that has no name. */
  readonly period: string;
}

/** The plan with everybody on the comp plan named, where one is. */
function underPlan(document: PlanDocument, planName: string | null): PlanDocument {
  if (planName === null) return document;
  const { id } = resolveName('comp plan', planName, document.compPlans);
  return { ...document, reps: document.reps.map((rep) => ({ ...rep, compPlanId: id })) };
}

function paidAtAttainment(document: PlanDocument, attainmentRatio: number): PaidRep[] {
  const scenario = { ...document.scenarios[0]!, attainment: { kind: 'uniform', attainmentRatio } as const };
  const { pay } = evaluatePlan({ ...document, scenarios: [scenario] }, scenario.id);
  const period = String(document.settings.fiscalYear);
  return pay.reps.flatMap(({ rep, compPlan, payout }) =>
    compPlan && payout ? [{ rep, compPlan, payout, corrections: [], period }] : [],
  );
}

/** @param file null = the results, and corrections, that the plan holds */
async function paidOnResults(
  document: PlanDocument,
  file: string | null,
  world: CommandLineWorld,
): Promise<PaidRep[]> {
  if (file === null && !document.payResults) {
    throw new UsageError('The plan holds no results: give --results FILE, or --attainment PCT.');
  }
  let priced = document;
  if (file !== null) {
    const { results, problems } = readPayResults(await readBytes(file), basename(file), {
      ...document,
      dateOrder: document.settings.dateOrder,
      rates: dealRatesOf(document.settings),
    });
    for (const { message } of problems) world.err(`${message}\n`);
    if (results.length === 0) throw new WorkError(`${basename(file)}: no row of it can be paid on.`);
    const known = document.payResults ?? [];
    const added = addCancellations(known, results, document.settings.fiscalYearStartMonth);
    if (added && known.length > 0) {
      world.err(`${basename(file)} holds only cancelled deals: they are added to the results of the plan.\n`);
      priced = applyDiff(document, runCommand(document, { kind: 'putPayResults', results: added.results }));
    } else priced = { ...document, payResults: results, payAdjustments: undefined };
  }
  const { actuals } = evaluatePlan(priced, priced.scenarios[0]!.id);
  return priced.reps.flatMap((rep): PaidRep[] => {
    const own = actuals.reps.get(rep.id)!;
    for (const problem of own.years.flatMap(({ problems }) => problems)) {
      world.err(`${rep.name}: ${problem}\n`);
    }
    const corrections = correctionsOf(own.adjustments);
    if (own.years.length === 0 && corrections.length > 0) {
      const compPlan = priced.compPlans.find(({ id }) => id === rep.compPlanId) ?? null;
      return [{ rep, compPlan, payout: { payoutCents: 0, periods: [] }, corrections, period: '' }];
    }
    return own.years.map(({ compPlan, payout, fiscalYear }, at) => ({
      rep,
      compPlan,
      payout,
      corrections: at === 0 ? corrections : [],
      period: String(fiscalYear),
    }));
  });
}

/** Whether a plan parts what is paid from what is earned; a quarter that waits for its end alone does not. */
function defersPay({ components }: CompPlan): boolean {
  return components.some(({ holdbackRatio, instalments }) => holdbackRatio > 0 || instalments > 1);
}

const deferredOf = ({ compPlan, payout }: PaidRep) => (compPlan ? deferredPay(compPlan, payout) : []);

function correctionsOf(adjustments: readonly PayAdjustment[]): PaidRep['corrections'] {
  const byPeriod = new Map<string, number>();
  for (const each of adjustments) {
    const cents = correctionOf(each);
    if (cents !== 0) byPeriod.set(each.period, (byPeriod.get(each.period) ?? 0) + cents);
  }
  return [...byPeriod].map(([period, cents]) => ({ period, cents }));
}

const reachKey = ({ rep }: PaidRep, period: string) => `${rep.id}\u0001${period}`;

/** @param reached periods that results reach, by reachKey; null = nothing is held back or paid in parts */
function rowsOf(pay: PaidRep, reached: ReadonlySet<string> | null): string[][] {
  const deferred = deferredOf(pay);
  return pay.payout.periods.flatMap((paid, periodAt) =>
    paid.components.map((component) => {
      const definition = pay.compPlan?.components.find(({ id }) => id === component.componentId);
      const scale = definition?.measureUnit === 'money' ? 100 : 1;
      const own = deferred.find(
        (each) => each.periodAt === periodAt && each.componentId === component.componentId,
      );
      return [
        pay.rep.id,
        pay.rep.name,
        pay.compPlan?.name ?? '',
        definition?.name ?? component.componentId,
        paid.period || pay.period,
        String(component.credited / scale),
        component.quota === null ? '' : String(component.quota / scale),
        component.attainmentRatio === null ? '' : String(component.attainmentRatio),
        fromCents(component.payoutCents).toFixed(2),
        ...(reached ? paymentCells(pay, component.payoutCents, own, reached) : []),
      ];
    }),
  );
}

/** What the plan adds or takes after the sum of the components; the parts that are not 0. */
function settledParts(period: PeriodPayout): { name: string; cents: number }[] {
  return [
    { name: 'Total cap', cents: period.totalCapCents },
    { name: 'Draw', cents: period.drawCents },
    { name: 'Clawback', cents: period.clawbackCents },
  ].filter(({ cents }) => cents !== 0);
}

/** Rows of what stands beside the components, so that the payouts of all rows add up to the total. */
function settledRows(pay: PaidRep, isDeferring: boolean): string[][] {
  const parts = pay.payout.periods.flatMap((paid) =>
    settledParts(paid).map((part) => ({ ...part, period: paid.period || pay.period })),
  );
  const corrections = pay.corrections.map((each) => ({ name: 'Corrections', ...each }));
  return [...parts, ...corrections].map(({ name, period, cents }) => {
    const amount = fromCents(cents).toFixed(2);
    return [
      ...[pay.rep.id, pay.rep.name, pay.compPlan?.name ?? '', name, period, '', '', '', amount],
      ...(isDeferring ? [amount, '0.00', '0.00', ''] : []),
    ];
  });
}

/** What of a row is paid by the last period of the results, held, and owed in later periods. */
function paymentCells(
  pay: PaidRep,
  payoutCents: number,
  deferred: DeferredPay | undefined,
  reached: ReadonlySet<string>,
): string[] {
  const later = (deferred?.instalmentsCents ?? []).flatMap((cents, at) => {
    const due = deferred!.dueIn[at]!;
    return due !== null && reached.has(reachKey(pay, due)) ? [] : [{ cents, due: due ?? 'later' }];
  });
  const heldCents = deferred?.heldCents ?? 0;
  const owedCents = later.reduce((sum, { cents }) => sum + cents, 0);
  return [
    ...[payoutCents - heldCents - owedCents, heldCents, owedCents].map((cents) =>
      fromCents(cents).toFixed(2),
    ),
    later.map(({ cents, due }) => `${due}: ${fromCents(cents).toFixed(2)}`).join('; '),
  ];
}

/** Σ of each component over reps, by its name; what the plan adds or takes after the sum stands apart. */
function byComponent(paid: readonly PaidRep[]): Record<string, number> {
  const cents = new Map<string, number>();
  const add = (name: string, amount: number) => cents.set(name, (cents.get(name) ?? 0) + amount);
  for (const pay of paid) {
    for (const period of pay.payout.periods) {
      for (const component of period.components) {
        const name = pay.compPlan?.components.find(({ id }) => id === component.componentId)?.name;
        add(name ?? component.componentId, component.payoutCents);
      }
      for (const { name, cents } of settledParts(period)) add(name, cents);
    }
    for (const { cents } of pay.corrections) add('Corrections', cents);
  }
  return Object.fromEntries([...cents].map(([name, amount]) => [name, fromCents(amount)]));
}
