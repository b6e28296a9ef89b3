import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { usePlanStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { LeavingSelect, useLeaving } from '../../ui/LeavingSelect';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compareSizes, useCompared } from './compareSizes';
import classes from './SizingScreen.module.css';
import { COMPARED_TOLERANCE, comparedSizes } from './sizeProblem';

interface WhereSectionProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  /** Today's number of reps, and what the methods come to. */
  readonly present: number;
  readonly methods: readonly (number | null)[];
  readonly costPerRep: number;
}

/** Where so many reps would live, what each size costs on the road, and who comes or goes most gently. */
export function WhereSection(props: WhereSectionProps) {
  const { plan, scenario, present, methods, costPerRep } = props;
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const [asked, setAsked] = useState<number | null>(null);
  const [added, setAdded] = useState(2);
  const { running } = useCompared();
  const territories = assignableTerritories(scenario).map((index) => scenario.territories[index]!);
  const count = asked ?? methods.find((reps) => reps !== null && reps > 0) ?? Math.max(1, present);
  const leaving = useLeaving(territories);
  return (
    <section className={classes.where} aria-label="How many, and where">
      <h3>How many, and where</h3>
      <div className={classes.asks}>
        <div>
          <CommitNumberInput
            aria-label="Reps to find places for"
            value={count}
            min={1}
            max={5000}
            allowDecimal={false}
            suffix={count === 1 ? ' rep' : ' reps'}
            onCommit={setAsked}
          />
          <Button disabled={isReadOnly} onClick={() => goTo('balance', `where-${count}`)}>
            Propose where
          </Button>
        </div>
        {territories.length > 0 && (
          <div>
            <CommitNumberInput
              aria-label="Reps to add"
              value={added}
              min={1}
              max={500}
              allowDecimal={false}
              suffix={added === 1 ? ' rep more' : ' reps more'}
              onCommit={(value) => setAdded(value ?? 2)}
            />
            <Button disabled={isReadOnly} onClick={() => goTo('balance', `add-${added}`)}>
              Add reps
            </Button>
          </div>
        )}
        {territories.length > 1 && (
          <div>
            <LeavingSelect territories={territories} leaving={leaving} />
            <Button
              disabled={isReadOnly}
              onClick={() =>
                goTo(
                  'balance',
                  leaving.territoryId === null ? 'lose-gentlest' : `lose/${leaving.territoryId}`,
                )
              }
            >
              Lose a rep
            </Button>
          </div>
        )}
      </div>
      <p className={classes.hint}>
        Each is a proposal on the balance screen: new bases are in cities, and nothing changes until you
        accept it.
      </p>
      <div className={classes.compare}>
        {running ? (
          <>
            <Progress value={running.shareDone * 100} size={4} aria-label="Comparing sizes" />
            <Button size="compact-xs" onClick={running.stop}>
              Stop
            </Button>
          </>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void compareSizes(plan, scenario, comparedSizes([present, ...methods]))}
          >
            Compare sizes by travel
          </Button>
        )}
      </div>
      <SizeTable scenario={scenario} present={present} costPerRep={costPerRep} isReadOnly={isReadOnly} />
    </section>
  );
}

interface SizeTableProps extends Pick<WhereSectionProps, 'scenario' | 'present' | 'costPerRep'> {
  readonly isReadOnly: boolean;
}

/** What each size costs, in money and on the road. */
function SizeTable({ scenario, present, costPerRep, isReadOnly }: SizeTableProps) {
  const format = usePlanFormat();
  const compared = useCompared();
  if (compared.scenario !== scenario || compared.points.length === 0) return null;
  const today = compared.points.find(({ reps }) => reps === present);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Sizes compared">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Reps</th>
            <th scope="col">Cost of the team</th>
            <th scope="col">Mean way to a base</th>
            <th scope="col">Travel against {format.number(present)}</th>
            <th scope="col">Furthest off target</th>
            <th scope="col" aria-label="Where" />
          </tr>
        </thead>
        <tbody>
          {compared.points.map(({ reps, travelKm, maxDeviationShare }) => (
            <tr key={reps} data-today={reps === present || undefined}>
              <th scope="row">{format.number(reps)}</th>
              <td>{format.currencyCompact(reps * costPerRep).text}</td>
              <td>{compared.activity > 0 ? format.distance(travelKm / compared.activity) : '–'}</td>
              <td>{today && reps !== present ? format.percentChange(travelKm / today.travelKm - 1) : '–'}</td>
              <td>{format.percent(maxDeviationShare, 1)}</td>
              <td>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  disabled={isReadOnly}
                  onClick={() => goTo('balance', `where-${reps}`)}
                >
                  Propose where
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>
        Drawn afresh for each size with free bases at ±{format.percent(COMPARED_TOLERANCE, 1)}; in cities the
        way is a little longer.
      </p>
    </div>
  );
}
