import type { PlanDocument } from '../../shared/model/planDocument';
import type { ColumnData } from '../../shared/plan/accountsPatch';
import type { History } from '../../shared/plan/history';
import { checkDocument } from './checkDocument';
import type { PlanDatabase } from './database';
import { columnIdsOf, columnsOf, packDocument, unpackDocument, type PackedDocument } from './packDocument';
import { CHECKPOINT_LAYOUT, type PlanSummary, type StepRecord } from './planRecords';
import type { PlanStep } from './planStep';
import { replayJournal } from './replayJournal';
import { SavedPlanError } from './savedPlanError';
import { summaryFields } from './summaryFields';

export interface LoadedPlan {
  readonly document: PlanDocument;
  readonly history: History;
  /** Steps in the journal: the plan's revision. */
  readonly stepCount: number;
  /** Steps since the checkpoint: long journals open slowly, so that a new checkpoint is due. */
  readonly stepsSinceCheckpoint: number;
  readonly savedAt: number;
}

/**
 * The plans of this profile: a checkpoint and a journal each. All writes are transactions of their own, strict,
 * so that a crash at any moment leaves the plan as it was before or after the write.
 */
export class SavedPlans {
  /** Records of columns that are on disk already: a later checkpoint refers to them again. */
  private readonly columnIds = new WeakMap<ColumnData, number>();

  constructor(
    private readonly database: PlanDatabase,
    private readonly now: () => number = Date.now,
  ) {}

  /** Latest first, without those in the trash. */
  async list(): Promise<PlanSummary[]> {
    const plans = await this.database.plans.toArray();
    return plans.filter((plan) => plan.trashedAt === null).sort((a, b) => b.openedAt - a.openedAt);
  }

  /** Ids of all plans, those in the trash too. */
  async ids(): Promise<string[]> {
    return this.database.plans.toCollection().primaryKeys();
  }

  async summary(planId: string): Promise<PlanSummary | null> {
    return (await this.database.plans.get(planId)) ?? null;
  }

  /** A new plan, or one that replaces the plan of the same id, journal and all. */
  async create(document: PlanDocument): Promise<PlanSummary> {
    const { plans, checkpoints, columns, steps } = this.database;
    return this.database.transaction('rw', plans, checkpoints, columns, steps, async () => {
      const at = this.now();
      await this.deleteRecords(document.id);
      const checkpointId = await this.writeCheckpoint(document, 0);
      const summary: PlanSummary = {
        id: document.id,
        ...summaryFields(document),
        createdAt: at,
        openedAt: at,
        savedAt: at,
        stepCount: 0,
        checkpointId,
        trashedAt: null,
      };
      await plans.put(summary);
      return summary;
    });
  }

  /**
   * A plan as its last step left it, with everything that can be undone and redone.
   * @throws SavedPlanError when it is not there, or written by a newer app, or damaged
   */
  async load(planId: string): Promise<LoadedPlan> {
    const { plans, checkpoints, columns, steps } = this.database;
    const [plan, checkpoint, columnRecords, stepRecords] = await this.database.transaction(
      'r',
      plans,
      checkpoints,
      columns,
      steps,
      async () => {
        const summary = await plans.get(planId);
        if (!summary) throw new SavedPlanError('missing', 'This plan is no longer on this computer.');
        return [
          summary,
          await checkpoints.get(summary.checkpointId),
          await columns.where('planId').equals(planId).toArray(),
          await this.stepsOf(planId).toArray(),
        ] as const;
      },
    );
    if (!checkpoint) throw new SavedPlanError('damaged', `The saved copy of ${plan.name} is not complete.`);
    if (checkpoint.layout > CHECKPOINT_LAYOUT) {
      throw new SavedPlanError('newer', `${plan.name} was saved by a newer Evenland. It was left as it is.`);
    }
    const dataOf = new Map(columnRecords.map((record) => [record.id!, record.data]));
    const unpacked = unpackDocument(checkpoint.document, (id) => {
      const data = dataOf.get(id);
      if (!data) throw new SavedPlanError('damaged', `The saved copy of ${plan.name} lacks a column.`);
      this.columnIds.set(data, id);
      return data;
    });
    const { document, history } = replayJournal(
      checkDocument(unpacked, plan.name),
      stepRecords,
      checkpoint.stepCount,
    );
    await plans.update(planId, { openedAt: this.now() });
    return {
      document,
      history,
      stepCount: stepRecords.length,
      stepsSinceCheckpoint: stepRecords.length - checkpoint.stepCount,
      savedAt: plan.savedAt,
    };
  }

  /**
   * Appends steps to the journal, all in one transaction.
   * @param stepCount steps of the plan before these
   * @param document the plan after them, for the list of plans
   * @throws SavedPlanError 'conflict' when another window has written to the plan meanwhile
   */
  async append(document: PlanDocument, stepCount: number, added: readonly PlanStep[]): Promise<void> {
    const { plans, steps } = this.database;
    const records = added.map((step, index): StepRecord => {
      const isEdit = step.action === 'do';
      return {
        planId: document.id,
        step: stepCount + index + 1,
        action: step.action,
        at: step.at,
        reason: isEdit ? step.reason : null,
        diff: isEdit ? step.diff : null,
      };
    });
    await this.database.transaction('rw', plans, steps, async () => {
      const plan = await plans.get(document.id);
      if (plan?.stepCount !== stepCount) {
        throw new SavedPlanError('conflict', 'Another window has changed this plan. Open it again to go on.');
      }
      await steps.bulkAdd(records);
      await plans.put({
        ...plan,
        ...summaryFields(document),
        savedAt: this.now(),
        stepCount: stepCount + records.length,
      });
    });
  }

  /** Swaps the checkpoint for one of the document as it is after `stepCount` steps; the journal stays, for undo. */
  async checkpoint(document: PlanDocument, stepCount: number): Promise<void> {
    const { plans, checkpoints, columns } = this.database;
    await this.database.transaction('rw', plans, checkpoints, columns, async () => {
      const plan = await plans.get(document.id);
      if (!plan || stepCount > plan.stepCount) return;
      const checkpointId = await this.writeCheckpoint(document, stepCount);
      await plans.put({ ...plan, checkpointId });
      await checkpoints.delete(plan.checkpointId);
      const present = columnIdsOf((await checkpoints.get(checkpointId))!.document);
      const known = await columns.where('planId').equals(document.id).primaryKeys();
      await columns.bulkDelete(known.filter((id) => !present.has(id)));
    });
  }

  /** A plan of its own with the same content and no history. @returns its id */
  async duplicate(planId: string, newId: string, name: string): Promise<string> {
    const { document } = await this.load(planId);
    await this.create(copyColumns({ ...document, id: newId, name }));
    return newId;
  }

  /** Puts a plan in the trash, or takes it out again. */
  async setTrashed(planId: string, isTrashed: boolean): Promise<void> {
    await this.database.plans.update(planId, { trashedAt: isTrashed ? this.now() : null });
  }

  /** Deletes for good what has been in the trash for longer than this. */
  async emptyTrash(olderThanMs: number): Promise<void> {
    const { plans, checkpoints, columns, steps } = this.database;
    await this.database.transaction('rw', plans, checkpoints, columns, steps, async () => {
      for (const { id, trashedAt } of await plans.toArray()) {
        if (trashedAt === null || trashedAt > this.now() - olderThanMs) continue;
        await this.deleteRecords(id);
        await plans.delete(id);
      }
    });
  }

  private stepsOf(planId: string) {
    return this.database.steps.where('[planId+step]').between([planId, 0], [planId, Infinity]);
  }

  private async deleteRecords(planId: string): Promise<void> {
    await this.stepsOf(planId).delete();
    await this.database.checkpoints.where('planId').equals(planId).delete();
    await this.database.columns.where('planId').equals(planId).delete();
  }

  private async writeCheckpoint(document: PlanDocument, stepCount: number): Promise<number> {
    const { checkpoints, columns } = this.database;
    const onDisk = new Set(await columns.where('planId').equals(document.id).primaryKeys());
    const idOf = new Map<ColumnData, number>();
    for (const data of columnsOf(document)) {
      const known = this.columnIds.get(data);
      const id =
        known !== undefined && onDisk.has(known) ? known : await columns.add({ planId: document.id, data });
      idOf.set(data, id);
      this.columnIds.set(data, id);
    }
    const packed: PackedDocument = packDocument(document, (column) => idOf.get(column)!);
    return checkpoints.add({
      planId: document.id,
      layout: CHECKPOINT_LAYOUT,
      stepCount,
      document: packed,
    });
  }
}

/** The same document with columns that are objects of their own: records of columns belong to one plan. */
function copyColumns(document: PlanDocument): PlanDocument {
  return structuredClone(document);
}
