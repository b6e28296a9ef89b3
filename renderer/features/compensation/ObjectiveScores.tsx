import { scoreSum } from '../../../shared/comp/components/objectives';
import { findComponent } from '../../../shared/comp/resultInputs';
import type { CompComponentOf } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { PayResult } from '../../../shared/model/payResult';
import type { Rep } from '../../../shared/model/rep';
import { planStore, usePlanStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './Actuals.module.css';

type Objectives = CompComponentOf<'objectives'>;

interface ObjectiveScoresProps {
  readonly plan: CompPlan;
  readonly rep: Rep;
  readonly period: string;
}

/** The scores of a rep's objectives in a period, to be read and typed in; nothing where the plan has none. */
export function ObjectiveScores({ plan, rep, period }: ObjectiveScoresProps) {
  const results = usePlanStore((state) => state.plan?.payResults);
  const scored = plan.components.filter((each): each is Objectives => each.kind === 'objectives');
  return scored.map((component) => (
    <ScoreTable
      key={`${component.id} ${period}`}
      component={component}
      rep={rep}
      period={period}
      result={
        results?.find(
          (each) =>
            each.repId === rep.id &&
            each.period === period &&
            findComponent(plan, each.component) === component,
        ) ?? null
      }
    />
  ));
}

interface ScoreTableProps {
  readonly component: Objectives;
  readonly rep: Rep;
  readonly period: string;
  readonly result: PayResult | null;
}

function ScoreTable({ component, rep, period, result }: ScoreTableProps) {
  const format = usePlanFormat();
  const scores = result?.scores ?? {};
  const put = (id: string, score: number | null) => {
    const { [id]: _, ...others } = scores;
    const next = score === null ? others : { ...others, [id]: score };
    const key = { repId: rep.id, component: result?.component ?? component.id, period };
    const label = `score ${component.name} of ${rep.name} in ${period}`;
    const isNone = Object.keys(next).length === 0;
    planStore.dispatch(
      isNone
        ? { kind: 'removePayResults', keys: [key], label }
        : {
            kind: 'putPayResults',
            results: [{ ...key, credited: scoreSum(component, next), scores: next }],
            label,
          },
    );
  };
  return (
    <table className={classes.lines} aria-label={`Scores of ${component.name}, ${period}`}>
      <thead>
        <tr>
          <th scope="col">{component.name}</th>
          <th scope="col">Weight</th>
          <th scope="col">Score</th>
        </tr>
      </thead>
      <tbody>
        {component.objectives.map(({ id, name, weightRatio }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{format.percent(weightRatio, 0)}</td>
            <td>
              <CommitNumberInput
                aria-label={`Score of ${name}`}
                size="xs"
                w={84}
                ml="auto"
                suffix="%"
                min={0}
                placeholder="not yet"
                value={scores[id] === undefined ? null : Number((scores[id] * 100).toFixed(4))}
                onCommit={(value) => put(id, value === null ? null : Number((value / 100).toFixed(6)))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
