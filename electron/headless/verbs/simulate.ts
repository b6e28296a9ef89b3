import { simulate } from '../../../shared/comp/simulate';
import type { Simulation } from '../../../shared/comp/simulationResult';
import { fromCents, roundHalfAway } from '../../../shared/model/money';
import { USUAL_SETUP } from '../../../shared/model/simulationSetup';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import { pastAttainments } from '../../../shared/plan/pastAttainments';
import { simulatedTeam } from '../../../shared/plan/simulatedRep';
import { underSetup } from '../../../shared/plan/simulationSetup';
import type { Verb } from '../commandLine';
import { numberOption, optionOf, requirePositional, UsageError, WorkError } from '../commandLine';
import { chooseScenario, readPlan } from '../planFiles';

export const simulateVerb: Verb = {
  usage: 'simulate PLAN [--trials N] [--seed N] [--scenario S] [--json]',
  summary: 'what a year of pay may cost: percentiles over many simulated years',
  options: ['trials', 'seed', 'scenario'],
  flags: [],
  async run(args) {
    const path = requirePositional(args, 0, 'PLAN');
    const document = await readPlan(path);
    const { simulation: setup = USUAL_SETUP } = document;
    const trials = wholeNumber('trials', numberOption(args, 'trials', 1, 1_000_000) ?? setup.trials);
    const seed = wholeNumber('seed', numberOption(args, 'seed', 0, 2 ** 32 - 1) ?? setup.seed);
    const scenario = chooseScenario(document, optionOf(args, 'scenario'));
    const { pay, actuals } = evaluatePlan(document, scenario.id);
    const team = simulatedTeam(pay.reps);
    if (team.length === 0) {
      throw new WorkError('No rep of this plan has a comp plan, so there is no pay to simulate.');
    }
    const { reps, settings } = underSetup(setup, team, pastAttainments(actuals, pay.reps));
    const simulation = runSimulation(simulate(reps, { ...settings, trials, seed }));
    const { p10, p50, p90, mean } = simulation.cost;
    const money = (cents: number) => fromCents(roundHalfAway(cents));
    const cost = { p10: money(p10), p50: money(p50), p90: money(p90), mean: money(mean) };
    const atQuotaShare = simulation.atQuota?.mean ?? null;
    const ccos = simulation.ccos?.mean ?? null;
    return {
      json: { trials: simulation.trials, seed, cost, atQuotaShare, ccos },
      text: [
        `${simulation.trials} years, seed ${seed}: cost P10 ${cost.p10}, P50 ${cost.p50}, P90 ${cost.p90}, mean ${cost.mean}`,
        `at quota ${percent(atQuotaShare)}, cost of sales ${percent(ccos)}`,
      ].join('\n'),
    };
  },
};

function wholeNumber(name: string, value: number): number {
  if (!Number.isInteger(value)) throw new UsageError(`--${name} takes a whole number, not ${value}.`);
  return value;
}

function percent(share: number | null): string {
  return share === null ? 'none' : `${(share * 100).toFixed(1)}%`;
}

function runSimulation(run: Generator<unknown, Simulation>): Simulation {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
