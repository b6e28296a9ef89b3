import type { Contest } from '../../../comp/components/rankBonus';
import type { CompComponent, CompComponentOf } from '../../../model/compComponent';
import { fromCents } from '../../../model/money';
import type { CellFormat } from '../workbook';

/** Stands for a band without an upper end; no attainment or amount comes near it. */
export const OPEN_END = 1e15;

/** One number of a component on the Plans sheet, an input that Calc reads. */
export interface ComponentSetting {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly format: CellFormat;
}

export interface ComponentTable {
  readonly headers: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly rows: readonly (readonly (number | string)[])[];
  /** By column: names and places, which are no inputs; left out = none. */
  readonly isFixed?: readonly boolean[];
}

/** How many of the engine's units one shown unit is: money is cents there and currency here. */
export function unitsShown(component: CompComponent): number {
  return component.measureUnit === 'money' ? 100 : 1;
}

/** A rate that gives currency for what is shown, from one that gives cents for the engine's units. */
export function rateShown(component: CompComponent, rate: number): number {
  return (rate * unitsShown(component)) / 100;
}

/** The single numbers of a component. */
export function componentSettings(component: CompComponent): ComponentSetting[] {
  const settings: ComponentSetting[] = [
    {
      key: 'share',
      label: 'Share of target incentive',
      value: component.targetShareRatio,
      format: 'percent',
    },
  ];
  const add = (key: string, label: string, value: number, format: CellFormat = 'decimal') =>
    settings.push({ key, label, value, format });
  const unit: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  if (component.goal.kind === 'value') {
    add('goal', 'Goal', component.goal.value / unitsShown(component), unit);
  }
  if (component.holdbackRatio > 0) {
    add('holdback', 'Share held back', component.holdbackRatio, 'percent');
  }
  if (component.instalments > 1) add('instalments', 'Instalments', component.instalments, 'integer');
  if (component.cap?.kind === 'amount') add('cap', 'Cap', fromCents(component.cap.cents), 'moneyCents');
  if (component.cap?.kind === 'ofTarget') add('cap', 'Cap, times target', component.cap.ratio);
  switch (component.kind) {
    case 'flat': {
      const { rate } = component;
      if (rate.kind === 'base') add('rate', 'Rate, times the base rate', rate.multiple);
      else add('rate', 'Rate', rateShown(component, rate.kind === 'share' ? rate.ratio : rate.cents));
      break;
    }
    case 'tiers':
      if (component.baseRateRatio !== null) {
        add('baseRate', 'Base rate', rateShown(component, component.baseRateRatio));
      }
      break;
    case 'curve':
      add('below', 'Below the first point, share of target', component.belowRatio);
      break;
    case 'matrix':
      add('below', 'Below the table, share of target', component.belowRatio);
      break;
    case 'objectives':
      add('maxScore', 'A score counts up to', component.maxScoreRatio, 'percent');
      break;
    case 'spif':
      if (component.award.kind === 'share') add('rate', 'Rate', rateShown(component, component.award.ratio));
      if (component.award.kind === 'amount') {
        add('amount', 'Award', fromCents(component.award.cents), 'moneyCents');
        add('atLeast', 'For at least', component.award.atLeast / unitsShown(component), unit);
      }
      break;
    case 'amountTiers':
    case 'rankBonus':
    case 'kicker':
      break;
  }
  return settings;
}

/** The rows of a component's table in the order that formulas need; null where it has none. */
export function componentTable(component: CompComponent): ComponentTable | null {
  const units = unitsShown(component);
  const edge: CellFormat = component.measureUnit === 'money' ? 'moneyCents' : 'decimal';
  switch (component.kind) {
    case 'curve': {
      const scale = component.axis === 'value' ? units : 1;
      const points = [...component.points].sort((a, b) => a.x - b.x);
      return {
        headers: [component.axis === 'value' ? 'At' : 'At attainment', 'Pays, share of target'],
        formats: ['decimal', 'decimal'],
        rows: points.map(({ x, payRatio }) => [x / scale, payRatio]),
      };
    }
    case 'tiers':
      return tierTable(component);
    case 'amountTiers':
      return {
        headers: ['From', 'To', 'Pays when full'],
        formats: [edge, edge, 'moneyCents'],
        rows: [...component.tiers]
          .sort((a, b) => a.from - b.from)
          .map(({ from, to, amountCents }) => [from / units, to / units, fromCents(amountCents)]),
      };
    case 'matrix':
      return {
        headers: ['Attainment, from', ...component.columns.map((_, at) => `Column ${at + 1}`)],
        formats: ['decimal', ...component.columns.map((): CellFormat => 'decimal')],
        rows: [
          // The edges of the columns stand in the first row.
          ['', ...component.columns],
          ...component.rows.map((from, at) => [
            from,
            ...component.columns.map((_, column) => component.cells[at]?.[column] ?? 0),
          ]),
        ],
      };
    case 'objectives':
      return {
        headers: ['Objective', 'Weight'],
        formats: ['text', 'percent'],
        isFixed: [true, false],
        rows: component.objectives.map(({ name, weightRatio }) => [name, weightRatio]),
      };
    case 'rankBonus':
      return prizeTable(component);
    case 'spif':
      if (component.award.kind === 'contest') return prizeTable(component.award);
      if (component.award.kind !== 'perUnit') return null;
      return {
        headers: ['First', 'Last', 'Each pays'],
        formats: ['decimal', 'decimal', 'moneyCents'],
        rows: component.award.bands.map(({ first, last, cents }) => [
          first,
          last ?? OPEN_END,
          fromCents(cents),
        ]),
      };
    case 'kicker':
      return {
        headers: ['At attainment', component.of === 'amount' ? 'Pays' : 'Pays, share'],
        formats: ['percent', component.of === 'amount' ? 'moneyCents' : 'percent'],
        rows: [...component.milestones]
          .sort((a, b) => a.attainment - b.attainment)
          .map(({ attainment, pays }) => [attainment, component.of === 'amount' ? fromCents(pays) : pays]),
      };
    case 'flat':
      return null;
  }
}

function tierTable(component: CompComponentOf<'tiers'>): ComponentTable {
  const scale = component.basis === 'amount' ? unitsShown(component) : 1;
  const rate = (value: number) => (component.rateOf === 'base' ? value : rateShown(component, value));
  return {
    headers: ['From', 'To', 'Rate', 'Re-rates below (1 = yes)', 'Band'],
    formats: ['decimal', 'decimal', 'decimal', 'integer', 'integer'],
    isFixed: [false, false, false, false, true],
    rows: [...component.tiers]
      .sort((a, b) => a.from - b.from)
      .map((tier, at) => [
        tier.from / scale,
        tier.to === null ? OPEN_END : tier.to / scale,
        rate(tier.rate),
        tier.isRetroactive ? 1 : 0,
        at + 1,
      ]),
  };
}

function prizeTable({ prizesCents }: Contest): ComponentTable {
  return {
    headers: ['Place', 'Prize'],
    formats: ['integer', 'moneyCents'],
    isFixed: [true, false],
    rows: prizesCents.map((cents, at) => [at + 1, fromCents(cents)]),
  };
}
