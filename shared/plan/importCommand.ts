import { colorDistances } from '../geo/colorDistance';
import { colorGraph } from '../geo/colorGraph';
import { neighboursByPoints } from '../geo/adjacency';
import { projectColumns } from '../geo/projection';
import type { AccountTable } from '../model/accountTable';
import { countedValues, findAttribute } from '../model/accountTable';
import { causeCode, emptyAlignment, UNASSIGNED } from '../model/alignment';
import type { PlanDocument } from '../model/planDocument';
import type { CurrencyRate } from '../model/settings';
import type { MeasureWeight, Scenario } from '../model/scenario';
import type { Territory } from '../model/territory';
import type { PlanCommand } from './command';

/** What the planner ticked on the review step. */
export interface ImportChoices {
  readonly fileName: string;
  readonly makesTerritories: boolean;
  /** Id of the attribute whose texts name the territories; left out = the owner. */
  readonly territoriesFrom?: string;
  /** Id of the measure that scenarios without one are to be balanced on; null or left out = the first that counts. */
  readonly balanceMeasureId?: string | null;
  /** Rates that amounts were converted by, to be the plan's; left out = they stay as they are. */
  readonly currencyRates?: readonly CurrencyRate[];
  /** Fills of the territory palette, so that neighbours get colours that part. */
  readonly palette: readonly string[];
  /** Gives ids that nothing else has. */
  readonly newId: () => string;
}

/** How far, in share of the map, an area grows round its accounts when neighbours are looked for. */
const NEIGHBOUR_REACH = 0.02;
const CORRIDOR_SHARE = 0.15;
const TOLERANCE_SHARE = 0.05;

/**
 * The whole import as one step of undo: the table; where the planner wants it a baseline scenario with a
 * territory for each owner, or each text of another column; measures as the weights of scenarios that have none; and
 * rules and boundaries for the new accounts.
 */
export function importCommand(plan: PlanDocument, table: AccountTable, choices: ImportChoices): PlanCommand {
  const weights = weightsOf(table, choices.balanceMeasureId ?? null);
  const commands: PlanCommand[] = [{ kind: 'importAccounts', table, fileName: choices.fileName }];
  const { currencyRates } = choices;
  const known = plan.settings.currencyRates ?? [];
  if (currencyRates && JSON.stringify(currencyRates) !== JSON.stringify(known)) {
    commands.push({ kind: 'updateSettings', settings: { currencyRates: [...currencyRates] } });
  }
  for (const scenario of plan.scenarios) {
    if (scenario.measures.length > 0 || weights.length === 0) continue;
    commands.push({ kind: 'updateScenario', scenarioId: scenario.id, fields: { measures: weights } });
  }
  const newRows = Int32Array.from(
    { length: Math.max(0, table.rowCount - plan.accounts.rowCount) },
    (_, at) => plan.accounts.rowCount + at,
  );
  for (const scenario of plan.scenarios) {
    if (newRows.length === 0) continue;
    for (const role of new Set(scenario.rules?.map((rule) => rule.role))) {
      commands.push({ kind: 'applyRules', scenarioId: scenario.id, rows: newRows, reach: 'free', role });
    }
    const drawn = scenario.territories.filter(({ boundary, isRemoved }) => boundary && !isRemoved);
    for (const role of new Set(drawn.map((territory) => territory.role))) {
      commands.push({ kind: 'applyBoundaries', scenarioId: scenario.id, rows: newRows, role });
    }
  }
  if (choices.makesTerritories) {
    commands.push({ kind: 'addScenario', scenario: ownersScenario(plan, table, weights, choices) });
  } else if (plan.scenarios.length === 0) {
    commands.push({
      kind: 'addScenario',
      scenario: emptyScenario(choices.newId(), 'A · First draft', table, weights),
    });
  }
  return { kind: 'batch', label: `import ${choices.fileName}`, commands };
}

/** One measure counts in full, others can be weighed in later. A column of sentinels alone would count for nothing. */
function weightsOf(table: AccountTable, wantedId: string | null): MeasureWeight[] {
  const { measures } = table;
  const chosen =
    measures.find((measure) => measure.id === wantedId) ??
    measures.find((measure) => countedValues(table, measure).some((value) => value > 0)) ??
    measures[0];
  return chosen ? [{ measureId: chosen.id, weight: 1, toleranceShare: TOLERANCE_SHARE }] : [];
}

function emptyScenario(
  id: string,
  name: string,
  table: AccountTable,
  measures: readonly MeasureWeight[],
): Scenario {
  return {
    id,
    name,
    levels: ['Territory'],
    territories: [],
    measures: [...measures],
    corridorShare: CORRIDOR_SHARE,
    attainment: { kind: 'uniform', attainmentRatio: 1 },
    budgetCents: null,
    alignments: [emptyAlignment('primary', table.rowCount)],
  };
}

/** Today's alignment as the file has it: a territory for each owner (or text of another column), the rest unassigned. */
function ownersScenario(
  plan: PlanDocument,
  table: AccountTable,
  weights: readonly MeasureWeight[],
  choices: ImportChoices,
): Scenario {
  const owners = findAttribute(table, choices.territoriesFrom ?? 'owner');
  const dictionary = owners?.dictionary ?? [''];
  const used = new Uint8Array(dictionary.length);
  if (owners)
    for (let row = 0; row < table.rowCount; row++) if (!table.removed[row]) used[owners.codes[row]!] = 1;
  const codes = [...dictionary.keys()]
    .filter((code) => dictionary[code] !== '' && used[code])
    .sort((a, b) => dictionary[a]!.localeCompare(dictionary[b]!));
  const indexOfCode = new Int32Array(dictionary.length).fill(UNASSIGNED);
  codes.forEach((code, index) => (indexOfCode[code] = index));
  const claims = owners
    ? Int32Array.from(owners.codes, (code) => indexOfCode[code]!)
    : new Int32Array(table.rowCount).fill(UNASSIGNED);
  const colors = territoryColors(table, claims, codes.length, choices.palette);
  const territories = codes.map((code, index): Territory => ({
    id: choices.newId(),
    name: dictionary[code]!,
    level: 0,
    parentId: null,
    colorIndex: colors[index]!,
    capacity: 1,
    base: null,
    isRemoved: false,
  }));
  const causes = new Uint8Array(table.rowCount).fill(causeCode('import'));
  const name = freeName(plan, 'Today');
  return {
    ...emptyScenario(choices.newId(), name, table, weights),
    territories,
    alignments: [{ ...emptyAlignment('primary', table.rowCount), claims, causes }],
  };
}

function territoryColors(
  table: AccountTable,
  claims: Int32Array,
  count: number,
  palette: readonly string[],
): number[] {
  const points = projectColumns(table.lat, table.lng);
  const neighbours = neighboursByPoints(points, claims, count, NEIGHBOUR_REACH);
  return colorGraph(
    neighbours,
    colorDistances(palette),
    Array.from({ length: count }, () => null),
  );
}

function freeName(plan: PlanDocument, wanted: string): string {
  const taken = new Set(plan.scenarios.map((scenario) => scenario.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted} ${number}`;
  return name;
}
