import type { PlanDocument } from '../../shared/model/planDocument';
import type { PlanStep } from '../persistence/planStep';
import { SavedPlanError } from '../persistence/savedPlanError';
import type { SavedPlans } from '../persistence/savedPlans';
import type { PlanStore } from './planStore';
import { saveStore } from './saveStore';

export interface AutosaveOptions {
  /** A new checkpoint is due after this many steps: a long journal opens slowly. */
  readonly stepsPerCheckpoint: number;
  readonly retryAfterMs: number;
  readonly now: () => number;
  /** Runs work once the act at hand is on its way to the screen. */
  readonly soon: (work: () => void) => void;
  /** Runs work when nothing else waits. */
  readonly whenIdle: (work: () => void) => void;
  /** Called after each write with the plan as it is on disk. */
  readonly onSaved: (plan: PlanDocument, revision: number) => void;
}

interface PendingStep {
  readonly plan: PlanDocument;
  readonly revision: number;
  readonly step: PlanStep;
}

/**
 * Writes every step of the open plan to the journal as it happens. At any moment at most the steps in
 * `pending` are not on disk; where writing fails they wait and are tried again.
 */
export class Autosave {
  private pending: PendingStep[] = [];
  private writing: Promise<void> | null = null;
  private checkpointStep = 0;

  constructor(
    private readonly plans: SavedPlans,
    private readonly store: PlanStore,
    private readonly options: AutosaveOptions,
  ) {}

  /** Begins to follow the store. @returns the function that stops it */
  follow(): () => void {
    return this.store.onEvent((event) => {
      if (event.kind !== 'changed') return;
      const { plan, revision, step } = event;
      this.pending.push({ plan, revision, step });
      saveStore.setState({ status: 'saving' });
      this.options.soon(() => {
        if (this.pending.length > 0) void this.flush();
      });
    });
  }

  /** Names the step that the open plan's checkpoint is of. */
  startFrom(checkpointStep: number): void {
    this.checkpointStep = checkpointStep;
  }

  /** Resolves when everything is on disk, or when writing has failed and is to be tried again. */
  flush(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    // Steps that come while others are written go together in the next transaction.
    while (this.pending.length > 0) {
      const planId = this.pending[0]!.plan.id;
      const end = this.pending.findIndex((each) => each.plan.id !== planId);
      const batch = end < 0 ? this.pending : this.pending.slice(0, end);
      const { plan, revision } = batch.at(-1)!;
      const steps = batch.map((each) => each.step);
      try {
        await this.plans.append(plan, batch[0]!.revision - 1, steps);
      } catch (error) {
        this.reportFailure(error);
        return;
      }
      this.pending = this.pending.slice(steps.length);
      this.options.onSaved(plan, revision);
      this.checkpointWhenDue(plan, revision);
    }
    saveStore.setState({ status: 'saved', savedAt: this.options.now(), problem: null });
  }

  private reportFailure(error: unknown): void {
    if (error instanceof SavedPlanError) {
      // Another window wrote first; what is here can't be appended to that any more.
      this.pending = [];
      this.store.setReadOnly(error.message);
      saveStore.setState({ status: 'failed', problem: error.message });
      return;
    }
    const isFull = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
    saveStore.setState({
      status: 'failed',
      problem: isFull
        ? 'The disk is full. Free some space; saving goes on by itself. Save the plan as a file to be safe.'
        : 'Saving failed and is tried again by itself. Save the plan as a file to be safe.',
    });
    setTimeout(() => void this.flush(), this.options.retryAfterMs);
  }

  private checkpointWhenDue(plan: PlanDocument, revision: number): void {
    if (revision - this.checkpointStep < this.options.stepsPerCheckpoint) return;
    this.checkpointStep = revision;
    // A failed checkpoint loses nothing: the one before and the whole journal are still there.
    this.options.whenIdle(() => void this.plans.checkpoint(plan, revision).catch(() => undefined));
  }
}
