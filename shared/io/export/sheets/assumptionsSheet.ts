import { cascadeOverAssignment } from '../../../comp/quota';
import { periodName } from '../../../comp/resultInputs';
import { monthSpan } from '../../../comp/calendar';
import { fromCents } from '../../../model/money';
import { cellAddress, definedName } from '../cellAddress';
import type { ExportContext } from '../exportContext';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { headerRow, valueCell } from '../workbook';

export const ASSUMPTIONS_SHEET = 'Assumptions';

/** May be negative, down to losing everything. */
const SIGNED = ['Growth', 'OverAssignment', 'HistoryGrowth', 'HistoryRelief'];

/** The key of a weight of the season, by month or quarter of the fiscal year. */
export const seasonKey = (at: number) => `Season ${at + 1}`;

interface Assumption {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly format: CellFormat;
  readonly unit: string;
  readonly source: string;
}

export interface Assumptions {
  readonly sheet: Sheet;
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** The defined name of an assumption, by key. @throws where there is none */
  nameOf(key: string): string;
}

/** Every number that a planner decides, each a named cell that formulas refer to. */
export function assumptionsSheet(context: ExportContext): Assumptions {
  const assumptions = listAssumptions(context);
  const taken = new Set<string>();
  const nameOfKey = new Map(assumptions.map(({ key }) => [key, definedName('A', key, taken)]));
  const body = assumptions.map((assumption): Cell[] => [
    valueCell(assumption.label, 'plain', 'text'),
    valueCell(assumption.value, 'input', assumption.format),
    valueCell(assumption.unit, 'note', 'text'),
    valueCell(assumption.source, 'note', 'text'),
    valueCell(nameOfKey.get(assumption.key)!, 'note', 'text'),
  ]);
  const rows = [headerRow(['Assumption', 'Value', 'Unit', 'Source', 'Name in formulas']), ...body];
  return {
    sheet: {
      name: ASSUMPTIONS_SHEET,
      columns: [50, 22, 22, 44, 26].map((widthChars) => ({ widthChars, format: 'text' })),
      rows: () => rows,
      rowCount: rows.length,
      frozenRows: 1,
      frozenColumns: 1,
      filterRow: null,
      corridor: null,
      choices: [],
      atLeast: assumptions.map(({ key }, position) => ({
        range: `B${position + 2}`,
        least: SIGNED.includes(key) ? -1 : 0,
      })),
    },
    names: assumptions.map(({ key }, position) => ({
      name: nameOfKey.get(key)!,
      refersTo: cellAddress(ASSUMPTIONS_SHEET, 1, position + 2),
    })),
    nameOf(key) {
      const name = nameOfKey.get(key);
      if (name === undefined) throw new Error(`There is no assumption ${key}.`);
      return name;
    },
  };
}

function listAssumptions(context: ExportContext): Assumption[] {
  const territories = territoryAssumptions(context);
  return context.withoutPay ? territories : [...territories, ...payAssumptions(context)];
}

function territoryAssumptions({ scenario, document, evaluation }: ExportContext): Assumption[] {
  const nameOf = (measureId: string) =>
    document.accounts.measures.find((measure) => measure.id === measureId)?.name ?? measureId;
  const source = `Scenario ${scenario.name}`;
  const weighted = scenario.measures.filter(({ measureId }) =>
    evaluation.territories.measures.some((measure) => measure.measureId === measureId),
  );
  return [
    {
      key: 'Corridor',
      label: 'Corridor of the index, ±',
      value: scenario.corridorShare,
      format: 'percent',
      unit: 'share of target',
      source,
    },
    ...weighted.map(({ measureId, weight }): Assumption => ({
      key: `Weight ${measureId}`,
      label: `Weight of ${nameOf(measureId)} in the index`,
      value: weight,
      format: 'percent',
      unit: 'share',
      source,
    })),
  ];
}

function payAssumptions(context: ExportContext): Assumption[] {
  return [
    ...quotaAssumptions(context),
    ...seasonAssumptions(context),
    attainmentAssumption(context),
    budgetAssumption(context),
  ];
}

function quotaAssumptions({ document, evaluation }: ExportContext): Assumption[] {
  const { quotaSettings } = document;
  const { quotaPlan } = evaluation.pay;
  const ratios = quotaSettings.overAssignment.map((level) => level.ratio);
  const compound = cascadeOverAssignment(1e12, ratios).at(-1) ?? 1e12;
  const levels = quotaSettings.overAssignment.map((level) => level.level).join(', ');
  const source = 'Quota settings';
  const money = { format: 'moneyCents', unit: document.settings.currency, source } as const;
  const weight = { format: 'decimal', unit: 'weight', source } as const;
  const share = { format: 'percent', unit: 'share of history', source } as const;
  const { weights } = quotaSettings;
  return [
    { key: 'QuotaTarget', label: 'Target', value: fromCents(quotaPlan.targetCents), ...money },
    {
      key: 'OverAssignment',
      label: 'Over-assignment, all levels',
      value: compound / 1e12 - 1,
      format: 'percent',
      unit: 'share of target',
      source: levels === '' ? source : `Compounds over: ${levels}`,
    },
    {
      key: 'RoundingStep',
      label: 'Rounding step of quotas',
      value: fromCents(quotaSettings.roundingStepCents),
      ...money,
    },
    { key: 'WeightPotential', label: 'Fair share: weight of potential', value: weights.potential, ...weight },
    { key: 'WeightHistory', label: 'Fair share: weight of history', value: weights.history, ...weight },
    ...(quotaSettings.pipelineMeasure === null
      ? []
      : [
          {
            key: 'WeightPipeline',
            label: 'Fair share: weight of pipeline',
            value: weights.pipeline,
            ...weight,
          },
        ]),
    { key: 'WeightEven', label: 'Fair share: weight of an even share', value: weights.even, ...weight },
    ...(quotaSettings.productivityCents > 0
      ? [
          {
            key: 'Productivity',
            label: 'Sales a year of one rep',
            value: fromCents(quotaSettings.productivityCents),
            ...money,
          },
        ]
      : [
          { key: 'HistoryGrowth', label: 'Growth on history', value: quotaSettings.growthRatio, ...share },
          { key: 'HistoryRelief', label: 'Relief on history', value: quotaSettings.reliefRatio, ...share },
        ]),
    ...(quotaSettings.method === 'blend'
      ? [
          {
            key: 'BlendFair',
            label: 'Blend: weight of fair share',
            value: quotaSettings.blend.fair,
            ...weight,
          },
          {
            key: 'BlendHistory',
            label: 'Blend: weight of history',
            value: quotaSettings.blend.history,
            ...weight,
          },
          {
            key: 'BlendCapacity',
            label: 'Blend: weight of capacity',
            value: quotaSettings.blend.capacity,
            ...weight,
          },
        ]
      : []),
  ];
}

/** What each month or quarter has of the year's quotas; none where they are even. */
function seasonAssumptions({ document: { quotaSettings, settings } }: ExportContext): Assumption[] {
  const { seasonalityRatios } = quotaSettings;
  const { from: start } = monthSpan(settings.fiscalYear, settings.fiscalYearStartMonth, 1);
  const months = 12 / seasonalityRatios.length;
  return seasonalityRatios.map((value, at) => ({
    key: seasonKey(at),
    label: `Season: weight of ${periodName({ start }, at * months, months)}`,
    value,
    format: 'percent',
    unit: 'weight in the year',
    source: 'Quota settings',
  }));
}

function attainmentAssumption({ scenario }: ExportContext): Assumption {
  const { attainment } = scenario;
  const source = `Scenario ${scenario.name}`;
  if (attainment.kind === 'uniform') {
    return {
      key: 'Attainment',
      label: 'Attainment of every rep',
      value: attainment.attainmentRatio,
      format: 'percent',
      unit: 'share of quota',
      source,
    };
  }
  return {
    key: 'Growth',
    label: 'Growth of bookings on the territory’s accounts',
    value: attainment.growthShare,
    format: 'percent',
    unit: 'share',
    source,
  };
}

function budgetAssumption({ scenario, document }: ExportContext): Assumption {
  return {
    key: 'Budget',
    label: 'Budget for incentives',
    value: scenario.budgetCents === null ? null : fromCents(scenario.budgetCents),
    format: 'money',
    unit: document.settings.currency,
    source: `Scenario ${scenario.name}`,
  };
}
