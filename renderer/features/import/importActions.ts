import type { ImportField } from '../../../shared/io/import/fields';
import { assignField } from '../../../shared/io/import/guessMapping';
import type { DateOrder } from '../../../shared/io/import/cleanDate';
import type { HeaderGuess } from '../../../shared/io/import/rawSheets';
import { DEFAULT_SETTINGS, type CurrencyRate, type PlanSettings } from '../../../shared/model/settings';
import { HostError } from '../../../shared/bridge/contract';
import type {
  DerivedMeasure,
  FileSummary,
  FindingKind,
  ImportAnswer,
  ImportClient,
  OnImportProgress,
} from '../../workers/importContract';
import { openImportClient } from '../../workers/openImportClient';
import { hostApi } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { planStore } from '../../state/planStore';
import { notify } from '../../state/noticeStore';
import { postalFiles } from '../../state/postalFileStore';
import { goTo } from '../../state/routeStore';
import { importStore, NO_IMPORT, type ImportStep } from './importStore';
import { mappingMemory, saveMapping } from './mappingMemory';

let client: ImportClient | null = null;

/** The worker, started when the first file comes. */
export function importClient(): ImportClient {
  client ??= openImportClient();
  return client;
}

/** Lets the person choose a file, and reads it. */
export async function chooseImportFile(): Promise<void> {
  try {
    const [file] = await hostApi().openFiles({ purpose: 'accounts', multiple: false });
    if (file) await openImportFile(file.name, file.bytes);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    importStore.setState({ error: { title: 'The file could not be opened', text: error.message } });
  }
}

/** Reads a file and goes as far as its columns; what is wrong with it is said in place. */
export function openImportFile(fileName: string, bytes: Uint8Array): Promise<void> {
  return openWith(fileName, (reader, report) => reader.open(fileName, bytes, report));
}

/** Reads rows copied from a spreadsheet. */
export function openPastedText(text: string): Promise<void> {
  return openWith('Clipboard', (reader, report) => reader.openText(text, report));
}

async function openWith(
  fileName: string,
  open: (reader: ImportClient, report: OnImportProgress) => Promise<ImportAnswer<FileSummary>>,
): Promise<void> {
  importStore.setState({ ...NO_IMPORT, running: { title: `Reading ${fileName}`, doneShare: null } });
  const answer = await runJob(`Reading ${fileName}`, (report) => open(importClient(), report));
  if (!answer.ok) {
    importStore.setState({
      ...NO_IMPORT,
      error: answer.isCancelled ? null : { title: `${fileName} could not be imported`, text: answer.message },
    });
    return;
  }
  const file = answer.value;
  if (file.isOwnWorkbook && (await proposeChanges(file))) return;
  await takeList(file);
}

/** Shows what was edited in a workbook that Evenland wrote. @returns false where no plan is open to take it */
async function proposeChanges(file: FileSummary): Promise<boolean> {
  const { plan } = planStore.store.getState();
  if (!plan) return false;
  const answer = await runJob(`Comparing ${file.fileName}`, () => importClient().propose(plan, []));
  if (answer.ok) importStore.setState({ ...NO_IMPORT, file, proposal: answer.value });
  else if (!answer.isCancelled) notify('warning', 'Its changes were not looked for', answer.message);
  return answer.ok;
}

/** Takes a file as a list of accounts, as far as its columns. */
export async function takeList(file: FileSummary): Promise<void> {
  const { fileName } = file;
  const isPlanOpen = planStore.store.getState().plan !== null;
  importStore.setState({
    ...NO_IMPORT,
    file,
    target: isPlanOpen ? 'openPlan' : 'newPlan',
    planName: fileName.replace(/\.[a-z]+$/i, ''),
  });
  const hasChoice = file.sheets.filter((sheet) => !sheet.isHidden).length > 1;
  await takeSheet(file.mainSheet, file.sheets[file.mainSheet]!.header);
  importStore.setState({ step: hasChoice ? 'sheet' : 'columns' });
}

/** Takes a sheet and its header row: guesses the mapping anew, and builds. */
export async function takeSheet(sheetIndex: number, header: HeaderGuess): Promise<void> {
  importStore.setState({ sheetIndex, header });
  const guess = await importClient().guess(sheetIndex, header, mappingMemory.getState().mappings);
  importStore.setState({
    columns: guess.columns,
    preset: guess.preset,
    signature: guess.signature,
    isRemembered: guess.isRemembered,
    derived: mappingMemory.getState().derived[guess.signature] ?? [],
    country: mappingMemory.getState().countries?.[guess.signature] ?? '',
    rates: planStore.store.getState().plan?.settings.currencyRates ?? [],
  });
  await rebuild();
}

/** Gives a column a field; a column that had it becomes an attribute. */
export async function changeField(columnIndex: number, field: ImportField): Promise<void> {
  importStore.setState(({ columns }) => ({
    columns: assignField(columns, columnIndex, field),
    isRemembered: false,
  }));
  await rebuild();
}

export function rememberColumns(): void {
  const { signature, columns, derived, country } = importStore.getState();
  saveMapping(signature, { columns, derived, country });
  importStore.setState({ isRemembered: true });
}

/** What a person decides about all findings of a kind: values below zero are real, or repairs are not wanted. */
export async function decideKind(kind: FindingKind): Promise<void> {
  const { columns } = importStore.getState();
  if (kind.choice === 'realNegatives') {
    const field = columns.find((column) => column.columnIndex === kind.columnIndex)?.field;
    if (!field || typeof field === 'string' || !('measure' in field)) return;
    const { measure } = field;
    importStore.setState(({ realNegatives }) => ({ realNegatives: [...realNegatives, measure] }));
  } else if (kind.choice === 'keepDoubles') {
    const rows = await importClient().doubleRows();
    importStore.setState(({ keptRows }) => ({ keptRows: [...keptRows, ...rows] }));
  } else {
    await refuse(kind, null);
    return;
  }
  await rebuild();
}

/** Leaves the cell in hand as the file has it. */
export async function refuseRepair(kind: FindingKind): Promise<void> {
  const { focusedCell } = importStore.getState();
  if (focusedCell) await refuse(kind, focusedCell.gridRow);
}

async function refuse(kind: FindingKind, gridRow: number | null): Promise<void> {
  const keys = await importClient().refusalKeys(kind.key, gridRow);
  importStore.setState(({ refused }) => ({ refused: [...refused, ...keys] }));
  await rebuild();
}

/** Corrects again what was to stay as written. */
export async function takeBackRefusals(): Promise<void> {
  importStore.setState({ refused: [] });
  await rebuild();
}

/** Whether accounts that the newer list no longer has leave the plan. */
export async function changeMissing(removesMissing: boolean): Promise<void> {
  importStore.setState({ removesMissing });
  await rebuild();
}

/** How dates that can be read in two ways are read. */
export async function changeDateOrder(dateOrder: DateOrder): Promise<void> {
  importStore.setState({ dateOrder });
  await rebuild();
}

/** The country that rows naming none lie in; it is kept with the mapping when that is saved. */
export async function changeCountry(country: string): Promise<void> {
  importStore.setState({ country, isRemembered: false });
  await rebuild();
}

/** Rates of exchange; they become the plan's with the import, in the same step. */
export async function changeRates(rates: readonly CurrencyRate[]): Promise<void> {
  importStore.setState({ rates });
  await rebuild();
}

/** Measures computed from others; they are kept with the mapping when it is saved. */
export async function changeDerived(derived: readonly DerivedMeasure[]): Promise<void> {
  importStore.setState({ derived, isRemembered: false });
  await rebuild();
}

export async function changeTarget(target: 'newPlan' | 'openPlan'): Promise<void> {
  importStore.setState({ target });
  await rebuild();
}

/** Places the accounts in hand anew, as where postal codes were added. */
export async function placeAgain(): Promise<void> {
  await rebuild();
}

/** Settings of the plan that the list goes into; a new one has those of every new plan (emptyPlan). */
export function settingsOfTarget(): PlanSettings {
  const { plan } = planStore.store.getState();
  if (plan && importStore.getState().target === 'openPlan') return plan.settings;
  return { ...DEFAULT_SETTINGS, fiscalYear: new Date().getFullYear() + 1 };
}

let builds = 0;

/** Cleans and places all rows by the mapping as it is now; what an earlier build shows stays until it is done. */
async function rebuild(): Promise<void> {
  const { file, sheetIndex, header, columns, target, realNegatives, refused, keptRows } =
    importStore.getState();
  const { dateOrder, country, rates, derived, removesMissing } = importStore.getState();
  const { plan } = planStore.store.getState();
  if (!file) return;
  const build = ++builds;
  const added = await postalFiles();
  const answer = await runJob(`Cleaning and placing ${file.fileName}`, (report) =>
    importClient().build(
      {
        sheetIndex,
        header,
        columns,
        settings: settingsOfTarget(),
        dateOrder,
        country,
        rates,
        derived,
        realNegatives,
        refused,
        keptRows,
        into: target === 'openPlan' ? (plan?.accounts ?? null) : null,
        removesMissing,
        postalFiles: added,
      },
      report,
    ),
  );
  // A later change of the mapping has started another build.
  if (build !== builds) return;
  if (answer.ok) {
    importStore.setState({ build: answer.value, error: null, focusedCell: null, focusedKind: null });
  } else if (!answer.isCancelled) {
    importStore.setState({
      build: null,
      error: { title: 'These columns can’t be imported yet', text: answer.message },
    });
  }
}

let runs = 0;

async function runJob<T>(
  title: string,
  run: (report: OnImportProgress) => Promise<ImportAnswer<T>>,
): Promise<ImportAnswer<T>> {
  const job = startJob(title, () => importClient().cancel());
  const number = ++runs;
  importStore.setState({ running: { title, doneShare: null } });
  try {
    return await run(({ title: step, doneShare }) => {
      // The worker's last report can arrive after its answer, or after a later run has begun.
      if (number !== runs) return;
      job.report({ step: step.toLowerCase(), doneShare });
      importStore.setState({ running: { title: step, doneShare } });
    });
  } finally {
    job.finish();
    if (number === runs) {
      runs++;
      importStore.setState({ running: null });
    }
  }
}

export function goToStep(step: ImportStep): void {
  importStore.setState({ step });
}

/** Stops what runs, lets go of the file and goes back to where the person came from. */
export function cancelImport(): void {
  closeImport();
  goTo(planStore.store.getState().plan ? 'accounts' : 'welcome');
}

/** Lets go of the file; the plan is not touched. */
export function closeImport(): void {
  client?.close();
  client = null;
  importStore.setState(NO_IMPORT);
}
