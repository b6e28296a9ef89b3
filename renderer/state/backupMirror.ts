import type { PlanDocument } from '../../shared/model/planDocument';

export interface BackupMirrorOptions {
  /** A backup is written when the plan has rested for this long … */
  readonly restMs: number;
  /** … or when this much time has passed since the first change that is not in a backup. */
  readonly atMostMs: number;
  readonly write: (plan: PlanDocument, revision: number) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Mirrors the open plan to a backup file of the host's, since browser storage belongs to one address and
 * one profile. Writes are few: a backup is for losing a browser, the journal is for losing a moment.
 */
export class BackupMirror {
  private latest: { plan: PlanDocument; revision: number } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private waitingSince: number | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: BackupMirrorOptions) {}

  /** Notes that the plan has changed. */
  changed(plan: PlanDocument, revision: number, now = Date.now()): void {
    this.latest = { plan, revision };
    this.waitingSince ??= now;
    const { restMs, atMostMs } = this.options;
    const delayMs = Math.max(0, Math.min(restMs, this.waitingSince + atMostMs - now));
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delayMs);
  }

  /** Writes what is waiting now; resolves when it is written or has failed. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waitingSince = null;
    const due = this.latest;
    this.latest = null;
    if (!due) return this.writing;
    this.writing = this.writing
      .then(() => this.options.write(due.plan, due.revision))
      .catch(this.options.onFailure);
    return this.writing;
  }
}
