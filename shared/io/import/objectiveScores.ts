import { scoreSum } from '../../comp/components/objectives';
import type { CompComponent, CompComponentOf } from '../../model/compComponent';
import type { CompPlan } from '../../model/compPlan';
import type { PayResult } from '../../model/payResult';
import type { NamedRow } from './namedRows';

type ScoreRow = NamedRow<'component' | 'objective' | 'credited'>;

const isNamed = (each: { readonly id: string; readonly name: string }, wanted: string) =>
  each.id.toLowerCase() === wanted.toLowerCase() || each.name.trim().toLowerCase() === wanted.toLowerCase();

const isObjectives = (component: CompComponent): component is CompComponentOf<'objectives'> =>
  component.kind === 'objectives';

/**
 * The score of one objective, which a row names by id or name: 0.85, 85% or 85. Its credit is weight × score, so that
 * the rows of a component add up to what all its objectives come to. Null where the row can't be used, which is a
 * problem of it.
 */
export function readScore(
  row: ScoreRow,
  compPlan: CompPlan,
): Pick<PayResult, 'component' | 'credited' | 'scores'> | null {
  const wanted = row.text('objective');
  const named = row.text('component');
  const known = compPlan.components
    .filter(isObjectives)
    .filter((component) => named === '' || isNamed(component, named));
  const found = known.flatMap((component) =>
    component.objectives
      .filter((each) => isNamed(each, wanted))
      .map((objective) => ({ component, objective })),
  );
  if (found.length !== 1) {
    const names = known.flatMap(({ objectives }) => objectives.map(({ name }) => name)).join(', ');
    const said =
      found.length > 1
        ? `${found.length} objectives of "${compPlan.name}" are called "${wanted}"; name the component too, or write the id.`
        : `"${compPlan.name}" has no objective "${wanted}"${names === '' ? '' : `. It has ${names}`}.`;
    row.problem('objective', 'objective-unknown', 'error', said);
    return null;
  }
  const number = row.number('credited');
  if (number === null) {
    if (row.text('credited') === '') {
      row.problem(
        'credited',
        'no-value',
        'error',
        'the objective has no score; write 0 where it was missed.',
      );
    }
    return null;
  }
  const { component, objective } = found[0]!;
  // A score of 85 can only mean 85%.
  const score = number > 2 ? number / 100 : number;
  const scores = { [objective.id]: score };
  return { component: component.id, credited: scoreSum(component, scores), scores };
}
