import type { ColumnData } from '../../shared/plan/accountsPatch';
import type { PlanDiff } from '../../shared/plan/planDiff';
import type { PackedDocument } from './packDocument';

/** A plan as the list of plans shows it. Times in milliseconds since 1970. */
export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly openedAt: number;
  readonly savedAt: number;
  /** Steps in the journal: the plan's revision. */
  readonly stepCount: number;
  readonly accountCount: number;
  readonly territoryCount: number;
  readonly checkpointId: number;
  /** When it was put in the trash; null = it is not there. */
  readonly trashedAt: number | null;
}

/** A whole document at a step. Its big columns are records of their own, shared with other checkpoints. */
export interface CheckpointRecord {
  readonly id?: number;
  readonly planId: string;
  /** Layout of the record; a later app may write a higher one. */
  readonly layout: number;
  /** The document after this many steps. */
  readonly stepCount: number;
  readonly document: PackedDocument;
}

export interface ColumnRecord {
  readonly id?: number;
  readonly planId: string;
  readonly data: ColumnData;
}

export interface StepRecord {
  readonly planId: string;
  /** 1 for the first step of the plan. */
  readonly step: number;
  readonly action: 'do' | 'undo' | 'redo';
  readonly at: number;
  readonly reason: string | null;
  /** Packed; null for undo and redo. */
  readonly diff: PlanDiff | null;
}

export const CHECKPOINT_LAYOUT = 1;
