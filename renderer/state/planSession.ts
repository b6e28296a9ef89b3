import sampleUrl from '../../assets/plans/sample.evenland?url';
import { HostError, type OpenedFile } from '../../shared/bridge/contract';
import { planWithoutPay } from '../../shared/io/project/planWithoutPay';
import type { PlanDocument } from '../../shared/model/planDocument';
import { runCommand } from '../../shared/plan/runCommand';
import { takePlanLock, type PlanLock } from '../persistence/planLock';
import { SavedPlanError } from '../persistence/savedPlanError';
import { packPlanFile, unpackPlanFile } from '../workers/planFiles';
import { Autosave } from './autosave';
import { BackupMirror } from './backupMirror';
import { hostApi, logProblem } from './hostAccess';
import { emptyPlan } from '../../shared/plan/emptyPlan';
import { notify } from './noticeStore';
import { planStore } from './planStore';
import { refreshSavedPlans, savedPlans } from './savedPlanStore';
import { saveStore } from './saveStore';
import { resetView } from './viewStore';

const OPEN_ELSEWHERE =
  'This plan is open in another window. Here it can be read; changes are made there, or here once it is closed there.';
const LAST_PLAN_KEY = 'evenland.lastPlan';

const backupMirror = new BackupMirror({
  restMs: 4000,
  atMostMs: 60_000,
  write: async (plan, revision) => {
    const bytes = await packPlanFile(plan);
    await hostApi().writeBackup({ planId: plan.id, planName: plan.name, revision, bytes });
  },
  onFailure: (error) => logProblem(`Backup failed: ${String(error)}`),
});

let autosave: Autosave | null = null;
let lock: PlanLock | null = null;

/** Begins to save what happens to the open plan; once, at start. */
export function startAutosave(): void {
  autosave = new Autosave(savedPlans(), planStore, {
    stepsPerCheckpoint: 200,
    retryAfterMs: 5000,
    now: Date.now,
    soon: (work) => setTimeout(work),
    whenIdle: (work) => requestIdleCallback(work, { timeout: 10_000 }),
    onSaved: (plan, revision) => backupMirror.changed(plan, revision),
  });
  autosave.follow();
}

/** Resolves when all edits and the backup are on disk, for closing. */
export async function settle(): Promise<void> {
  await autosave?.flush();
  await backupMirror.flush();
}

/** Opens a plan of this computer. What goes wrong is said in a notice. @returns whether it is open now */
export async function openSavedPlan(planId: string): Promise<boolean> {
  return saying('The plan could not be opened', async () => {
    await closePlan();
    lock = await takePlanLock(planId, () => void takeOver(planId));
    await load(planId, lock.isHeld ? null : OPEN_ELSEWHERE);
  });
}

/** Puts a plan among those of this computer and opens it: new, imported, from a file. */
export async function openNewPlan(document: PlanDocument): Promise<boolean> {
  return saying('The plan could not be opened', async () => {
    await savedPlans().create(document);
    await openSavedPlan(document.id);
    const { plan } = planStore.store.getState();
    if (plan) backupMirror.changed(plan, 0);
  });
}

/** A plan without accounts, opened. */
export function openEmptyPlan(name = 'New plan'): Promise<boolean> {
  return openNewPlan(emptyPlan(crypto.randomUUID(), crypto.randomUUID(), name, new Date().getFullYear()));
}

/** The sample as it was left, or fresh where there is none. */
export async function openSamplePlan(): Promise<boolean> {
  return saying('The sample plan could not be opened', async () => {
    const response = await fetch(sampleUrl);
    if (!response.ok) throw new Error(`The sample plan is missing from the app (${response.status}).`);
    const document = await readDocument(new Uint8Array(await response.arrayBuffer()));
    const known = await savedPlans().summary(document.id);
    if (known?.trashedAt === null) await openSavedPlan(document.id);
    else await openNewPlan(document);
  });
}

/**
 * Opens a plan file. A plan of the same id that is here already is opened itself where it says the same;
 * where it differs, the file becomes a plan of its own, so that neither is lost.
 */
export async function openPlanFile(bytes: Uint8Array): Promise<boolean> {
  return saying('The file could not be opened', async () => {
    const document = await readDocument(bytes);
    const known = await savedPlans().summary(document.id);
    if (!known) {
      await openNewPlan(document);
    } else if (await isSameAsSaved(document)) {
      await savedPlans().setTrashed(document.id, false);
      await openSavedPlan(document.id);
    } else {
      await openNewPlan({ ...document, id: crypto.randomUUID(), name: `${document.name} (from file)` });
      notify(
        'info',
        `${document.name} is here already`,
        'The file says something else, so it was opened beside it.',
      );
    }
  });
}

/** Lets the person choose a plan file and opens it. */
export async function choosePlanFile(): Promise<void> {
  const [file] = await askHost(
    () => hostApi().openFiles({ purpose: 'plan', multiple: false }),
    [] as OpenedFile[],
  );
  if (file) await openPlanFile(file.bytes);
}

/** Opens a file from the list of recent ones. */
export async function openRecentFile(fileId: string): Promise<void> {
  const file = await askHost(() => hostApi().openRecent({ fileId }), null);
  if (file) await openPlanFile(file.bytes);
}

/** Opens what the host mirrored of a plan that is not among those here. */
export async function openBackup(backupId: string): Promise<void> {
  const bytes = await askHost(() => hostApi().readBackup({ backupId }), null);
  if (bytes) await openPlanFile(bytes);
}

/** Writes the open plan, or a copy of it without pay, to a file of the person's choice, to keep or to send. */
export async function savePlanFile({ withoutPay = false } = {}): Promise<void> {
  const open = planStore.store.getState().plan;
  if (!open) return;
  const plan = withoutPay ? planWithoutPay(open) : open;
  const suggestedName = `${plan.name.replace(/[\\/:*?"<>|]/g, ' ').trim()}.evenland`;
  const bytes = await packPlanFile(plan);
  const saved = await askHost(() => hostApi().savePlanFile({ suggestedName, bytes, fileId: null }), null);
  if (saved?.status === 'saved') notify('done', `Saved ${saved.file.name}`, saved.file.folder ?? '');
  else if (saved?.status === 'handedToBrowser')
    notify('done', `Saved ${saved.name}`, 'It is with your downloads.');
}

/** A copy of a plan of this computer, opened. */
export async function duplicatePlan(planId: string, name: string): Promise<boolean> {
  return saying('The plan could not be duplicated', async () => {
    await autosave?.flush();
    await openSavedPlan(await savedPlans().duplicate(planId, crypto.randomUUID(), `${name} copy`));
  });
}

/** Renames a plan, open or not; where it is open, as an edit that can be undone. */
export async function renameSavedPlan(planId: string, name: string): Promise<void> {
  if (planStore.store.getState().plan?.id === planId) {
    planStore.dispatch({ kind: 'renamePlan', name });
    return;
  }
  await saying('The plan could not be renamed', async () => {
    const { document, stepCount } = await savedPlans().load(planId);
    const diff = runCommand(document, { kind: 'renamePlan', name });
    const step = { action: 'do', diff, at: Date.now(), reason: null } as const;
    await savedPlans().append({ ...document, name }, stepCount, [step]);
  });
  await refreshSavedPlans();
}

/** Takes a plan off the list; the notice gives it back. */
export async function removeSavedPlan(planId: string, name: string): Promise<void> {
  if (planStore.store.getState().plan?.id === planId) await closePlan();
  await savedPlans().setTrashed(planId, true);
  await refreshSavedPlans();
  notify('done', `${name} was removed`, '', {
    label: 'Undo',
    run: () => void savedPlans().setTrashed(planId, false).then(refreshSavedPlans),
  });
}

/** Closes the open plan, saved; the list of plans is what comes next. */
export async function closePlan(): Promise<void> {
  if (planStore.store.getState().plan) await settle();
  lock?.release();
  lock = null;
  planStore.close();
  resetView(null);
  sessionStorage.removeItem(LAST_PLAN_KEY);
}

/** Opens the plan that this window had open before it was reloaded; nothing where there was none. */
export async function reopenLastPlan(): Promise<void> {
  const planId = sessionStorage.getItem(LAST_PLAN_KEY);
  if (planId && (await savedPlans().summary(planId))?.trashedAt === null) await openSavedPlan(planId);
}

async function load(planId: string, readOnlyReason: string | null): Promise<void> {
  const { document, history, stepCount, stepsSinceCheckpoint, savedAt } = await savedPlans().load(planId);
  autosave?.startFrom(stepCount - stepsSinceCheckpoint);
  saveStore.setState({ status: 'saved', savedAt, problem: null });
  resetView(document.scenarios[0]?.id ?? null);
  planStore.open({ plan: document, history, revision: stepCount, readOnlyReason });
  sessionStorage.setItem(LAST_PLAN_KEY, planId);
}

/** The other window has closed the plan: read it again as that one left it, to go on here. */
async function takeOver(planId: string): Promise<void> {
  if (planStore.store.getState().plan?.id !== planId) return;
  await saying('The plan could not be read again', async () => {
    await load(planId, null);
    notify('info', 'You can edit now', 'The other window has closed this plan.');
  });
}

async function readDocument(bytes: Uint8Array): Promise<PlanDocument> {
  const answer = await unpackPlanFile(bytes);
  if (!answer.ok) throw new SavedPlanError('damaged', answer.message);
  return answer.document;
}

async function isSameAsSaved(document: PlanDocument): Promise<boolean> {
  const saved = await savedPlans().load(document.id);
  const [a, b] = [await packPlanFile(document), await packPlanFile(saved.document)];
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Runs work that may fail; a failure is said and what was open stays as it is. */
async function saying(title: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof SavedPlanError)) logProblem(`${title}: ${message}`);
    notify('error', title, message);
    return false;
  }
}

/** Asks the host; a refusal is said, and answered with `otherwise`. */
async function askHost<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    notify('error', 'That did not work', error.message);
    return otherwise;
  }
}
