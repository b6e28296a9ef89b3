import { factorSampler, type AttainmentModel } from './attainmentModel';
import { createStream } from './chance';

/** What drawing a rep's attainment needs. */
export interface DrawnRep {
  repId: string;
  quotaCents: number;
  /** Attainment expected of the rep, on which the factors act; default 1. */
  expectedRatio?: number;
  /** Positions (in the list of reps) of those whose results a manager is paid on; they come earlier in the list. */
  team?: readonly number[];
}

/** Whether a rep is paid on others' results; such a rep books nothing and has no luck of their own. */
export const isManager = (rep: DrawnRep) => rep.team !== undefined && rep.team.length > 0;

/**
 * Attainments of a team, slice by slice: expected × market shock (one a trial, shared by all) × individual factor;
 * a manager's is Σ team credited / Σ team quota.
 */
export class TeamAttainments {
  private readonly market;
  private readonly individual;
  private readonly streams;
  private readonly shocks: Float64Array;
  private readonly values: Float64Array;

  /** @param slice most trials drawn at once */
  constructor(
    private readonly reps: readonly DrawnRep[],
    model: AttainmentModel,
    seed: number,
    private readonly slice: number,
  ) {
    this.market = { sample: factorSampler(model.market), stream: createStream(seed, 'market') };
    this.individual = factorSampler(model.individual);
    this.streams = reps.map((rep) => createStream(seed, rep.repId));
    this.shocks = new Float64Array(slice);
    this.values = new Float64Array(reps.length * slice);
  }

  /** Draws the next trials for everybody. */
  draw(trials: number): void {
    this.market.sample(this.market.stream, this.shocks, trials);
    for (let r = 0; r < this.reps.length; r++) this.drawRep(r, this.of(r, trials));
  }

  /** A rep's attainments of the trials last drawn; a view, valid until the next draw. */
  of(index: number, trials: number): Float64Array {
    return this.values.subarray(index * this.slice, index * this.slice + trials);
  }

  private drawRep(index: number, out: Float64Array): void {
    const rep = this.reps[index]!;
    if (!isManager(rep)) {
      this.individual(this.streams[index]!, out, out.length);
      const expected = rep.expectedRatio ?? 1;
      for (let t = 0; t < out.length; t++) out[t] = out[t]! * expected * this.shocks[t]!;
      return;
    }
    const team = rep.team ?? [];
    const quotaCents = team.reduce((sum, at) => sum + this.reps[at]!.quotaCents, 0);
    out.fill(0);
    for (const at of team) {
      const weight = quotaCents > 0 ? this.reps[at]!.quotaCents / quotaCents : 1 / team.length;
      const report = this.of(at, out.length);
      for (let t = 0; t < out.length; t++) out[t] = out[t]! + weight * report[t]!;
    }
  }
}
