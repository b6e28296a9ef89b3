import type { Random } from './random';
import type { UnitPlan } from './unitPlan';

/** At most so many units change over in one trial. */
const LONGEST_CHAIN = 4;
const TRIES_A_LINK = 4;

/**
 * Anneals a connected plan: a unit at a border goes over to its neighbour, which may pass another on, and
 * so on; the first prefix that passes stands. No territory ever falls apart or runs empty.
 */
export class UnitAnnealer {
  private readonly units = new Int32Array(LONGEST_CHAIN);
  private readonly came = new Int32Array(LONGEST_CHAIN);
  private nextUnit = -1;
  private nextTo = -1;

  constructor(
    private readonly plan: UnitPlan,
    private readonly random: Random,
  ) {}

  /** Tries `steps` chains at a temperature in km · activity. */
  run(steps: number, temperature: number): void {
    const { plan, random } = this;
    const count = plan.blocks.count;
    for (let step = 0; step < steps; step++) {
      const unit = random.below(count);
      const to = this.otherSide(unit);
      if (to >= 0) this.tryChain(unit, to, temperature);
    }
  }

  /** Tries chains that begin at the borders of one territory. */
  runAt(territory: number, steps: number, temperature: number): void {
    const { plan, random } = this;
    for (let step = 0; step < steps; step++) {
      const members = plan.members[territory]!;
      const unit = members[random.below(members.length)]!;
      const isGiving = random.next() < 0.5;
      const to = this.otherSide(unit);
      if (to < 0) continue;
      if (isGiving) this.tryChain(unit, to, temperature);
      else {
        const foreign = this.neighbourIn(unit, to);
        if (foreign >= 0) this.tryChain(foreign, territory, temperature);
      }
    }
  }

  private tryChain(first: number, firstTo: number, temperature: number): void {
    const { plan, random, units, came } = this;
    const allowed = temperature > 0 ? -temperature * Math.log(1 - random.next()) : 0;
    let unit = first;
    let to = firstTo;
    let delta = 0;
    let length = 0;
    while (unit >= 0) {
      const change = plan.costOfMove(unit, to);
      // A hopeless first step is not worth the search for connection; a chain may mend a bad one.
      if (length === 0 && change > allowed && random.next() < 0.6) return;
      if (!plan.canLeave(unit)) break;
      units[length] = unit;
      came[length++] = plan.assignment[unit]!;
      plan.move(unit, to);
      delta += change;
      if (delta <= allowed) return;
      if (length === LONGEST_CHAIN) break;
      this.chooseNext(unit, came[length - 1]!, to);
      unit = this.nextUnit;
      to = this.nextTo;
    }
    while (length > 0) {
      length--;
      plan.move(units[length]!, came[length]!);
    }
  }

  /** The receiver passes a unit on, or the giver takes one in. */
  private chooseNext(last: number, giver: number, receiver: number): void {
    const { plan, random } = this;
    this.nextUnit = -1;
    const isPassing = random.next() < 0.6;
    const members = plan.members[isPassing ? receiver : giver]!;
    for (let attempt = 0; attempt < TRIES_A_LINK; attempt++) {
      const unit = members[random.below(members.length)]!;
      if (unit === last) continue;
      const to = this.otherSide(unit);
      if (to < 0) continue;
      if (isPassing) {
        this.nextUnit = unit;
        this.nextTo = to;
        return;
      }
      const foreign = this.neighbourIn(unit, to);
      if (foreign < 0 || foreign === last) continue;
      this.nextUnit = foreign;
      this.nextTo = giver;
      return;
    }
  }

  /** Territory across the border at a random neighbour of the unit; −1 where that is its own. */
  private otherSide(unit: number): number {
    const { rows, assignment, isLocked } = this.plan;
    const start = rows.offsets[unit]!;
    const degree = rows.offsets[unit + 1]! - start;
    if (degree === 0 || isLocked[unit] === 1) return -1;
    const other = assignment[rows.neighbours[start + this.random.below(degree)]!]!;
    return other === assignment[unit] ? -1 : other;
  }

  private neighbourIn(unit: number, territory: number): number {
    const { rows, assignment } = this.plan;
    for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
      const other = rows.neighbours[at]!;
      if (assignment[other] === territory) return other;
    }
    return -1;
  }
}
