import type { BalanceReason } from '../../../shared/balance/problem';
import { solveBalance } from '../../../shared/balance/solve';
import { findMeasure } from '../../../shared/model/accountTable';
import type { UnitLevel } from '../../../shared/model/exception';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { writeCsvTable } from '../../../shared/io/project/csvTable';
import { applyDiff } from '../../../shared/plan/applyDiff';
import type { BalanceRequest, PlanBalanceProblem } from '../../../shared/plan/balanceProblemOf';
import { balanceProblemOf, claimsOfSolution } from '../../../shared/plan/balanceProblemOf';
import { effectiveAssignment } from '../../../shared/plan/effectiveAssignment';
import { ACCOUNTS_MEASURE } from '../../../shared/plan/evaluateTerritories';
import { assignableTerritories, primaryAlignment } from '../../../shared/plan/lookup';
import { runCommand } from '../../../shared/plan/runCommand';
import { writeFileAtomic } from '../../host/writeFileAtomic';
import type { Verb, VerbArguments } from '../commandLine';
import {
  numberOption,
  optionOf,
  readNumber,
  requireOption,
  requirePositional,
  UsageError,
} from '../commandLine';
import { chooseScenario, readPlan, resolveName, writePlan } from '../planFiles';
import { solveByUnits, type SolvedPlan } from './solveByUnits';
import { withTerritories } from '../territoriesForRun';

const MAX_TERRITORIES = 5000;
const CONTIGUOUS_LEVELS = ['county', 'zip3', 'region'] as const;

export const balanceVerb: Verb = {
  usage:
    'balance PLAN --measure NAME[:TOLERANCE] … --tolerance PCT [--territories N | --bases FILE] [--scenario S] ' +
    '[--keep KM] [--only T1,T2] [--contiguous county|zip3|region] [--seed N] --out PLAN2 [--assignment FILE.csv] [--json]',
  summary: 'assigns accounts so that each measure comes out even and travel is least',
  options: [
    'measure',
    'tolerance',
    'territories',
    'bases',
    'scenario',
    'keep',
    'only',
    'contiguous',
    'seed',
    'out',
    'assignment',
  ],
  flags: [],
  async run(args, world) {
    const started = performance.now();
    const path = requirePositional(args, 0, 'PLAN');
    const out = requireOption(args, 'out');
    const level = readContiguous(optionOf(args, 'contiguous'));
    const count = numberOption(args, 'territories', 1, MAX_TERRITORIES);
    const basesFile = optionOf(args, 'bases');
    if (count !== null && basesFile !== null)
      throw new UsageError('Give --territories or --bases, not both.');
    const opened = await readPlan(path);
    const chosen = chooseScenario(opened, optionOf(args, 'scenario'));
    const { document, scenario } = await withTerritories(opened, chosen, count, basesFile);
    const request = readRequest(args, document, scenario, count === null);
    const made = balanceProblemOf(document, scenario, request);
    const territoryName = (column: number) => scenario.territories[made.territoryIndices[column]!]!.name;
    const { result, assignment, idsOf, notes } = level
      ? await solveByUnits(document, made, level, world, territoryName)
      : solve(document, made, territoryName);
    const balanced = applyDiff(
      document,
      runCommand(document, {
        kind: 'applyAssignment',
        scenarioId: scenario.id,
        assignment: claimsOfSolution(scenario, made, assignment),
        cause: 'solver',
      }),
    );
    await writePlan(out, balanced);
    const assignmentFile = optionOf(args, 'assignment');
    if (assignmentFile !== null) await writeAssignmentFile(assignmentFile, balanced, scenario.id);
    const json = {
      scenario: scenario.id,
      territories: made.territoryIndices.length,
      feasible: result.feasible,
      reasons: result.reasons.map((reason) => ({
        code: reason.code,
        text: reason.text,
        ids: [
          ...idsOf(reason),
          ...reason.territoryIndices.map(
            (column) => scenario.territories[made.territoryIndices[column]!]!.id,
          ),
        ],
      })),
      maxDevPct: result.maxDeviationShare * 100,
      travelKm: result.travelKm,
      lowerBoundKm: result.lowerBound,
      gapPct: result.gapShare === null ? null : result.gapShare * 100,
      moved: result.movedCount,
      seconds: (performance.now() - started) / 1000,
    };
    const verdict = json.feasible
      ? 'within tolerance'
      : `not within tolerance: ${json.reasons.map((r) => r.text).join(' ')}`;
    return {
      json,
      text: [
        `${json.territories} territories, largest deviation ${json.maxDevPct.toFixed(2)}%, ${verdict}`,
        `${json.moved} accounts change hands, ${newlyAssigned(made, assignment)} had no territory before`,
        ...notes,
      ].join('\n'),
    };
  },
};

function readRequest(
  args: VerbArguments,
  document: PlanDocument,
  scenario: Scenario,
  hasBases: boolean,
): BalanceRequest {
  const tolerancePct = numberOption(args, 'tolerance', 0, 1000);
  const measures = (args.values['measure'] ?? []).map((text) => readMeasure(document, text, tolerancePct));
  if (measures.length === 0) throw new UsageError('--measure is missing: which measure must come out even?');
  const only = optionOf(args, 'only');
  const territories = assignableTerritories(scenario).map((index) => scenario.territories[index]!);
  return {
    measures,
    indexToleranceShare: null,
    bases: hasBases ? 'fixed' : 'free',
    keepKm: numberOption(args, 'keep', 0, 1e6) ?? 0,
    onlyTerritoryIds: only?.split(',').map((name) => resolveName('territory', name, territories).id) ?? null,
    seed: numberOption(args, 'seed', 0, 2 ** 32 - 1) ?? 1,
  };
}

/** NAME or NAME:TOLERANCE; the last colon splits, unless the whole is a measure's name. */
function readMeasure(
  document: PlanDocument,
  text: string,
  tolerancePct: number | null,
): BalanceRequest['measures'][number] {
  const colon = text.lastIndexOf(':');
  const isWhole = colon < 0 || measureIdOf(document, text) !== null;
  const name = isWhole ? text : text.slice(0, colon);
  const measureId = measureIdOf(document, name);
  if (measureId === null) {
    const known = document.accounts.measures.map((measure) => measure.name).join(', ') || 'none';
    throw new UsageError(`There is no measure "${name}". There are: ${known}, and accounts.`);
  }
  const own = isWhole ? tolerancePct : readNumber(`The tolerance of ${name}`, text.slice(colon + 1), 0, 1000);
  if (own === null) throw new UsageError('--tolerance is missing: how far from target, in percent?');
  return { measureId, toleranceShare: own / 100 };
}

function measureIdOf(document: PlanDocument, name: string): string | null {
  const matches = document.accounts.measures.filter(
    (measure) => measure.name.toLowerCase() === name.trim().toLowerCase(),
  );
  if (matches.length > 1 && !document.accounts.measures.some((measure) => measure.id === name)) {
    throw new UsageError(
      `More than one measure is called "${name}". Use an id: ${matches.map(({ id }) => id).join(', ')}.`,
    );
  }
  const measure = findMeasure(document.accounts, name);
  if (measure) return measure.id;
  return name.trim().toLowerCase() === ACCOUNTS_MEASURE ? ACCOUNTS_MEASURE : null;
}

/** Accounts that nobody had; they are no disruption, and counted apart (territory.md). */
function newlyAssigned({ problem }: PlanBalanceProblem, assignment: Int32Array): number {
  return assignment.filter((territory, unit) => territory >= 0 && (problem.current?.[unit] ?? -1) < 0).length;
}

/** Units whose territories must hang together; null = accounts go one by one. */
function readContiguous(text: string | null): UnitLevel | null {
  if (text === null) return null;
  const level = CONTIGUOUS_LEVELS.find((known) => known === text.trim().toLowerCase());
  if (!level) throw new UsageError(`--contiguous takes ${CONTIGUOUS_LEVELS.join(', ')}, not "${text}".`);
  return level;
}

function solve(
  document: PlanDocument,
  made: PlanBalanceProblem,
  territoryName: (column: number) => string,
): SolvedPlan {
  const run = solveBalance(made.problem, {
    unitName: (unit) => document.accounts.names[made.rowOfUnit[unit]!]!,
    territoryName,
  });
  let step = run.next();
  while (!step.done) step = run.next();
  const result = step.value;
  const idsOf = ({ unitIndices }: BalanceReason) =>
    unitIndices.map((unit) => document.accounts.ids[made.rowOfUnit[unit]!]!);
  const unplaced = made.unplacedCount;
  const notes =
    unplaced > 0 ? [`${unplaced} accounts have no place and no territory; they stay unassigned.`] : [];
  return { assignment: result.assignment, result, idsOf, notes };
}

async function writeAssignmentFile(path: string, document: PlanDocument, scenarioId: string): Promise<void> {
  const scenario = document.scenarios.find(({ id }) => id === scenarioId)!;
  const assignment = effectiveAssignment(document.accounts, scenario, primaryAlignment(scenario));
  const rows: string[][] = [];
  assignment.forEach((code, row) => {
    if (document.accounts.removed[row]) return;
    const territory = scenario.territories[code];
    rows.push([document.accounts.ids[row]!, territory?.id ?? '', territory?.name ?? '']);
  });
  const text = writeCsvTable(['accountId', 'territoryId', 'territoryName'], rows);
  await writeFileAtomic(path, new TextEncoder().encode(text));
}
