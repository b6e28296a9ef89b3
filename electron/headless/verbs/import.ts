import { readFile as readFileBytes } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { createGeocoder } from '../../../shared/geo/geocoder';
import type { PlacesBytes } from '../../../shared/geo/geocoderPlaces';
import { PLACES_FILES, readPlaces } from '../../../shared/geo/geocoderPlaces';
import { PLACE_LEVELS } from '../../../shared/model/placeLevel';
import type { BuiltAccounts } from '../../../shared/io/import/buildAccounts';
import { buildAccounts } from '../../../shared/io/import/buildAccounts';
import { defaultBuildSettings, readingOfPlan } from '../../../shared/io/import/buildSettings';
import type { ColumnMapping, ImportField } from '../../../shared/io/import/fields';
import { parseField } from '../../../shared/io/import/fields';
import { fileProblems } from '../../../shared/io/import/fileProblems';
import { assignField, guessMapping } from '../../../shared/io/import/guessMapping';
import type { RawSheet, RawSheets } from '../../../shared/io/import/rawSheets';
import { mergeAccounts } from '../../../shared/io/import/mergeAccounts';
import { readFile } from '../../../shared/io/import/readFile';
import { withStacks } from '../../../shared/io/import/stackSheets';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { emptyPlan } from '../../../shared/plan/emptyPlan';
import { importCommand } from '../../../shared/plan/importCommand';
import { runCommand } from '../../../shared/plan/runCommand';
import type { CommandLineWorld, Verb, VerbArguments } from '../commandLine';
import { optionOf, requireOption, requirePositional, UsageError } from '../commandLine';
import { readBytes, readPlan, resolveName, writePlan } from '../planFiles';
import { takeChanges } from './importChanges';

export const importVerb: Verb = {
  usage:
    'import FILE --out PLAN [--into PLAN] [--sheet NAME] [--map HEADER=FIELD …] [--ignore HEADER …] [--changes [--refuse SHEET!CELL …]] [--json]',
  summary:
    'reads an account list, places it on the map and makes a plan of it; --changes takes what was edited in an exported workbook',
  options: ['out', 'into', 'sheet', 'map', 'ignore', 'refuse'],
  flags: ['changes'],
  async run(args, world) {
    const started = performance.now();
    const path = requirePositional(args, 0, 'FILE');
    const out = requireOption(args, 'out');
    if (args.flags.has('changes')) return takeChanges(path, out, args);
    const file = withStacks(readFile(await readBytes(path), basename(path)));
    const sheet = chooseSheet(file, optionOf(args, 'sheet'));
    const mapping = mapColumns(guessMapping(sheet).columns, args);
    const geocoder = createGeocoder(readPlaces(await readPlacesFiles(world)));
    const into = optionOf(args, 'into');
    const name = basename(path, extname(path));
    const plan =
      into === null
        ? emptyPlan(crypto.randomUUID(), 'scenario-a', name, new Date().getFullYear())
        : await readPlan(into);
    const settings = {
      ...defaultBuildSettings(basename(path), file.delimiter),
      ...readingOfPlan(plan.settings),
      planAccounts: plan.accounts,
    };
    const read = buildAccounts(sheet, mapping, geocoder, settings);
    const ofFile = fileProblems(file, sheet);
    for (const { message } of ofFile) world.err(`${message}\n`);
    const built = { ...read, problems: [...ofFile, ...read.problems] };
    const table =
      plan.accounts.rowCount === 0 ? built.table : mergeAccounts(plan.accounts, built.table).table;
    const diff = runCommand(
      plan,
      importCommand(plan, table, {
        fileName: basename(path),
        makesTerritories: false,
        newId: () => crypto.randomUUID(),
        palette: [],
      }),
    );
    await writePlan(out, applyDiff(plan, diff));
    const json = report(built, (performance.now() - started) / 1000);
    const placed = PLACE_LEVELS.flatMap((level) =>
      level !== 'hand' && built.placed[level] > 0 ? [`${level} ${built.placed[level]}`] : [],
    );
    return {
      json,
      text: [
        `${json.imported} of ${json.rows} rows imported, ${json.rejected} rejected; placed: ${placed.join(', ')}`,
        `${json.repairs.length} repairs, ${json.problems.length} problems (see --json)`,
      ].join('\n'),
    };
  },
};

async function readPlacesFiles(world: CommandLineWorld): Promise<PlacesBytes> {
  const names = Object.keys(PLACES_FILES) as (keyof typeof PLACES_FILES)[];
  const files = await Promise.all(
    names.map(async (name) => {
      const url = new URL(`data/places/${PLACES_FILES[name]}`, world.assetsFolder);
      return [name, new Uint8Array(await readFileBytes(url))] as const;
    }),
  );
  return Object.fromEntries(files) as PlacesBytes;
}

function chooseSheet(file: RawSheets, wanted: string | null): RawSheet {
  if (wanted === null) return file.sheets[file.mainSheet]!;
  const sheets = file.sheets.map((sheet) => ({ id: sheet.name, name: sheet.name, sheet }));
  return resolveName('sheet', wanted, sheets).sheet;
}

function mapColumns(guessed: readonly ColumnMapping[], args: VerbArguments): readonly ColumnMapping[] {
  let columns = guessed;
  for (const header of args.values['ignore'] ?? []) {
    columns = assignField(columns, columnOf(columns, header), 'ignore');
  }
  for (const text of args.values['map'] ?? []) {
    const equals = text.lastIndexOf('=');
    if (equals < 0) throw new UsageError(`--map takes HEADER=FIELD, not "${text}".`);
    const field = readField(text.slice(equals + 1));
    columns = assignField(columns, columnOf(columns, text.slice(0, equals)), field);
  }
  return columns;
}

function columnOf(columns: readonly ColumnMapping[], header: string): number {
  const wanted = header.trim().toLowerCase();
  const exact = columns.filter((column) => column.header === header);
  const found =
    exact.length > 0 ? exact : columns.filter((column) => column.header.trim().toLowerCase() === wanted);
  if (found.length === 1) return found[0]!.columnIndex;
  const known = columns.map((column) => column.header).join(', ');
  throw new UsageError(
    found.length === 0
      ? `The file has no column "${header}". It has: ${known}.`
      : `The file has more than one column "${header}".`,
  );
}

function readField(text: string): ImportField {
  const field = parseField(text);
  if (field === null) {
    throw new UsageError(
      `"${text}" is no field. Fields: id, name, lat, lng, street, city, region, postal, country, county, owner, ` +
        'parent, currency, measure:NAME, attribute:NAME, ignore.',
    );
  }
  return field;
}

/** What cli.md fixes, and nothing else. */
function report(built: BuiltAccounts, seconds: number) {
  return {
    rows: built.rows,
    imported: built.imported,
    rejected: built.rejected,
    skipped: built.skipped.map(({ row, reason }) => ({ row, reason })),
    placed: built.placed,
    repairs: built.repairs.map(({ row, column, before, after, rule }) => ({
      row,
      column,
      before,
      after,
      rule,
    })),
    problems: built.problems.map(({ row, column, code, severity, message }) => ({
      row,
      column,
      code,
      severity,
      message,
    })),
    seconds,
  };
}
