import { Dexie, type EntityTable, type Table } from 'dexie';
import type { CheckpointRecord, ColumnRecord, PlanSummary, StepRecord } from './planRecords';

/** All plans of this browser profile. Writes are strict: done means on disk. */
export class PlanDatabase extends Dexie {
  declare plans: EntityTable<PlanSummary, 'id'>;
  declare checkpoints: Table<CheckpointRecord, number>;
  declare columns: Table<ColumnRecord, number>;
  declare steps: Table<StepRecord, [string, number]>;

  constructor(name = 'evenland') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      plans: 'id',
      checkpoints: '++id, planId',
      columns: '++id, planId',
      steps: '[planId+step]',
    });
  }
}
