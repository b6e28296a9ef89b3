import { Button, Popover } from '@mantine/core';
import { goTo } from '../../state/routeStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './SizingScreen.module.css';
import type { SizingFacts, TeamSizes } from './sizeTeam';
import type { SizingInputs } from './sizingStore';

interface MethodCardsProps {
  readonly facts: SizingFacts;
  readonly sizes: TeamSizes;
  readonly inputs: SizingInputs;
  readonly names: { readonly hours: string | null; readonly sales: string | null };
}

interface Method {
  readonly name: string;
  /** What planners call it, where the name does not say so. */
  readonly known: string;
  readonly reps: number | null;
  readonly note: string;
  /** The steps that lead to the figure, in words and figures. */
  readonly steps: readonly (readonly [string, string])[];
}

/** The three methods, each with its steps, and the way from its number to a balance. */
export function MethodCards(props: MethodCardsProps) {
  const format = usePlanFormat();
  return (
    <div className={classes.cards}>
      {methodsOf(props, format).map((method) => (
        <section key={method.name} className={classes.card} aria-label={method.name}>
          <h3>
            {method.name} <span>{method.known}</span>
          </h3>
          <p className={classes.reps}>
            <strong>{method.reps === null ? '–' : format.number(method.reps)}</strong>
            <span>{method.reps === 1 ? 'rep' : 'reps'}</span>
          </p>
          <p className={classes.note}>{method.note}</p>
          <div className={classes.actions}>
            <Popover width={320} position="bottom-start">
              <Popover.Target>
                <Button size="compact-xs" variant="subtle">
                  Why this number?
                </Button>
              </Popover.Target>
              <Popover.Dropdown>
                <dl className={classes.steps}>
                  {method.steps.map(([label, value]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </Popover.Dropdown>
            </Popover>
            {method.reps !== null && method.reps > 0 && (
              <Button size="compact-xs" onClick={() => goTo('balance', `where-${method.reps}`)}>
                Where? Propose {format.number(method.reps)}
              </Button>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

type Format = ReturnType<typeof usePlanFormat>;

/** Hires bring less than a full year, so there may be more of them than the method's number leaves open. */
function hiresNote({ present }: SizingFacts, { hires, workload }: TeamSizes, format: Format): string {
  if (hires === null) return 'a hire brings no hours this year';
  if (hires === 0) return `the ${format.number(present)} of today are enough`;
  const isMore = hires > (workload.reps ?? 0) - present;
  const count = `${format.number(hires)} ${hires === 1 ? 'hire' : 'hires'}`;
  return `${count} beside the ${format.number(present)} of today${isMore ? ', as a hire brings less in the first year' : ''}`;
}

function methodsOf({ facts, sizes, inputs, names }: MethodCardsProps, format: Format): Method[] {
  const { rep, workload, breakdown, best, curve } = sizes;
  const next = best ? curve.find(({ reps }) => reps === best.reps + 1) : undefined;
  return [
    {
      name: 'By workload',
      known: '',
      reps: workload.reps,
      note: hiresNote(facts, sizes, format),
      steps: [
        [
          names.hours ?? `${format.number(facts.accounts)} accounts, visits and hours a visit`,
          format.hours(sizes.workloadHours),
        ],
        ['Working days of a rep', format.number(rep.workingDays)],
        ['Working hours of a rep', format.hours(rep.workingHours)],
        [`Of them ${format.percent(inputs.sellingShareRatio, 1)} selling`, format.hours(rep.sellingHours)],
        ['Hours ÷ selling hours of a rep', format.number(workload.exact, 2)],
        [`Selling hours of today's team`, format.hours(sizes.presentHours)],
        ['Selling hours of a hire this year', format.hours(sizes.hireHours)],
      ],
    },
    {
      name: 'By sales',
      known: 'breakdown method',
      reps: breakdown.reps,
      note: `${format.currencyCompact(inputs.productivity).text} a rep`,
      steps: [
        [
          inputs.salesTarget === null ? (names.sales ?? 'Sales: no measure of money') : 'Target',
          format.currencyAmount(sizes.sales),
        ],
        ['Sales of a rep', format.currencyAmount(inputs.productivity)],
        ['Allowance for turnover', format.percent(inputs.turnoverShare, 1)],
        ['Sales ÷ sales of a rep, with the allowance', format.number(breakdown.exact, 2)],
      ],
    },
    {
      name: 'By profit',
      known: 'incremental method',
      reps: best?.reps ?? null,
      note: best ? `${format.currencyCompact(best.profit).text} profit a year` : 'no size pays',
      steps: best
        ? [
            [`Sales with ${best.reps}`, format.currencyAmount(best.sales)],
            [
              `Margin of ${format.percent(inputs.marginShare, 1)}`,
              format.currencyAmount(best.sales * inputs.marginShare),
            ],
            ['Cost of the team', format.currencyAmount(best.cost)],
            ['The last rep adds, after cost', format.currencyAmount(best.addedProfit)],
            ['One more would add', next ? format.currencyAmount(next.addedProfit) : 'not drawn'],
          ]
        : [],
    },
  ];
}
