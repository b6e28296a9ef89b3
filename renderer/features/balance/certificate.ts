import type { BalanceResult } from '../../../shared/balance/problem';
import type { PlanFormat } from '../../ui/planFormat';
import { gapText } from './gapText';
import type { Proposal } from './proposal';
import { countWithin } from './proposalStats';
import { teamWords } from './teamWords';

/** What can be said of a proposal, as a sentence and one line below it. */
export interface Certificate {
  readonly tone: 'proven' | 'reached' | 'missed';
  readonly title: string;
  readonly text: string;
  /** What is proven: a bound of travel, or the fewest moves; null = nothing. */
  readonly proof: 'travel' | 'moves' | null;
}

/** Causes told in the sentence, at most: more would hide the map. */
const MOST_CAUSES = 2;

/**
 * What a run has reached, said no stronger than it was computed: a share of the best possible only where a bound was
 * proven, else the largest deviation; where the tolerance was missed, why.
 * @param unit of travel, e.g. "h·km"
 */
export function certificateOf(proposal: Proposal, unit: string, format: PlanFormat): Certificate {
  const { result, toleranceShare } = proposal;
  const within = `±${format.percent(toleranceShare, 1)}`;
  const travel = (value: number) => `${format.compact(value).text} ${unit}`;
  if (!result) {
    const all = proposal.after.territories.assignable.length;
    const reached = countWithin(proposal.after, toleranceShare);
    const count = `${format.number(reached)} of ${format.number(all)} territories are within ${within}.`;
    return {
      tone: reached === all ? 'reached' : 'missed',
      proof: null,
      title: 'Stopped: the best plan so far',
      text: `${count} A run to the end may come closer with less travel.`,
    };
  }
  if (!result.feasible) {
    const told = result.reasons.slice(0, MOST_CAUSES).map((each) => each.text);
    const untold = result.reasons.length - told.length;
    if (untold > 0) told.push(untold === 1 ? 'There is 1 more cause.' : `There are ${untold} more causes.`);
    const reason = told.join(' ');
    const { measures } = proposal.task.made.problem;
    const isOne = measures.every((each) => Math.abs(each.toleranceRatio - toleranceShare) < 1e-12);
    // A measure may have a tolerance of its own, which is then what was missed.
    const asked = isOne ? within : 'the tolerances asked for';
    // That the run did not get there proves nothing; any other cause is one.
    const isProven = result.reasons.some(({ code }) => code !== 'tolerance-not-met');
    return {
      tone: 'missed',
      proof: null,
      title: isProven ? `No plan reaches ${asked}` : `No plan within ${asked} was found`,
      text: `${reason} This is the nearest one: at most ${format.percent(result.maxDeviationShare, 1)} off target.`.trim(),
    };
  }
  const team = teamWords(proposal, within, format);
  if (team) {
    const { title, text, isBounded } = team;
    return { tone: isBounded ? 'proven' : 'reached', proof: isBounded ? 'travel' : null, title, text };
  }
  if (result.leastMoves !== null) return fixWords(result, result.leastMoves, within, travel, format);
  const from = proposal.team && proposal.task.isNew ? ' from these cities' : '';
  if (result.gapShare !== null && result.lowerBound !== null && result.lowerBound > 0) {
    // Where owners are kept, the solver's gap counts changes of hands as travel; travel alone has its own.
    const owners =
      proposal.task.made.problem.keepKm > 0
        ? ` With owners kept as asked, it is within ${gapText(result.gapShare, format)} of the best.`
        : '';
    return {
      tone: 'proven',
      proof: 'travel',
      title: `Travel within ${gapText(result.travelKm / result.lowerBound - 1, format)} of the best possible${from} at ${within}`,
      text: `${travel(result.travelKm)} against a proven bound of ${travel(result.lowerBound)}.${owners}${subsetWords(proposal, format)}`,
    };
  }
  return {
    tone: 'reached',
    proof: null,
    title: `Every territory within ${within}`,
    text: `${travel(result.travelKm)} of travel. ${whyUnproven(proposal)}${subsetWords(proposal, format)}`,
  };
}

/** What a chosen subset is held to: it can only share out what it has. */
function subsetWords({ task, after }: Proposal, format: PlanFormat): string {
  const { problem, territoryIndices } = task.made;
  const movable = problem.movableTerritories;
  if (!movable || !movable.includes(0)) return '';
  const chosen = territoryIndices.filter((_, j) => movable[j] === 1);
  const mean = chosen.reduce((sum, index) => sum + after.territories.index[index]!, 0) / chosen.length;
  return ` Said of the ${format.number(chosen.length)} chosen, which share what they hold: an index of ${format.index(mean)} on average.`;
}

/** A fix of only what is out: how near it is to the fewest moves that there can be. */
function fixWords(
  { movedCount, travelKm }: BalanceResult,
  leastMoves: number,
  within: string,
  travel: (value: number) => string,
  format: PlanFormat,
): Certificate {
  const moved = movedCount === 1 ? '1 account moves' : `${format.number(movedCount)} accounts move`;
  if (movedCount === 0) {
    const title = `Every territory is within ${within} already`;
    return { tone: 'reached', proof: null, title, text: 'Nothing needs to move.' };
  }
  const isFewest = movedCount <= leastMoves;
  return {
    tone: 'proven',
    proof: 'moves',
    title: `Within ${within} when ${moved}${isFewest ? ': no plan moves fewer' : ''}`,
    text: `${isFewest ? '' : `No plan can do it with fewer than ${format.number(leastMoves)}. `}Travel comes to ${travel(travelKm)}; it was not what this run shortens.`,
  };
}

/** Why there is no proven bound, in words. */
function whyUnproven({ task }: Proposal): string {
  const isFree = task.made.problem.territories.lat.some((value) => Number.isNaN(value));
  if (task.units) {
    // The table counts from the bases that there are: without the words the two seem to contradict each other.
    const from = isFree ? 'It is counted from where the free bases would be. ' : '';
    return `${from}No bound is known where territories must hang together.`;
  }
  if (isFree) return 'It is counted from where the free bases would be, for which no bound is known.';
  return 'No bound was computed for this run.';
}
