import { IconArrowRight } from '@tabler/icons-react';
import { attributeText, findAttribute } from '../../../shared/model/accountTable';
import { HOUSE, UNASSIGNED } from '../../../shared/model/alignment';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { GridColumn } from '../../ui/gridColumn';
import type { PlanFormat } from '../../ui/planFormat';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './AccountDrawer.module.css';
import { placeText } from './drawerRows';
import type { TerritoriesData } from './useTerritoriesData';

/** Columns of the account drawer. @param after figures under a preview, null without one */
export function drawerColumns(
  { plan, scenario, evaluation }: Pick<TerritoriesData, 'plan' | 'scenario' | 'evaluation'>,
  after: PlanEvaluation | null,
  format: PlanFormat,
): GridColumn[] {
  const { accounts } = plan;
  const { assignment } = evaluation.territories;
  const nameOf = (code: number): string =>
    code >= 0
      ? (scenario.territories[code]?.name ?? '')
      : code === UNASSIGNED
        ? 'Unassigned'
        : code === HOUSE
          ? 'House'
          : 'Holdout';
  const swatchOf = (code: number) =>
    code >= 0 ? (
      <TerritorySwatch colorIndex={scenario.territories[code]?.colorIndex ?? null} />
    ) : (
      <TerritorySwatch colorIndex={null} nobody={code === UNASSIGNED ? 'unassigned' : 'house'} />
    );
  const targetOf = (row: number): number => after?.territories.assignment[row] ?? assignment[row]!;
  const columns: GridColumn[] = [
    {
      id: 'name',
      title: 'Account',
      widthPx: 132,
      isGrowing: true,
      isStrong: true,
      cell: (row) => accounts.names[row],
      text: (row) => accounts.names[row]!,
    },
  ];
  if (findAttribute(accounts, 'city') || findAttribute(accounts, 'region')) {
    columns.push({
      id: 'place',
      title: 'City',
      widthPx: 110,
      cell: (row) => <span className={classes.quiet}>{placeText(accounts, row)}</span>,
      text: (row) => placeText(accounts, row),
    });
  }
  if (findAttribute(accounts, 'segment')) {
    columns.push({
      id: 'segment',
      title: 'Segment',
      widthPx: 88,
      cell: (row) => <span className={classes.quiet}>{attributeText(accounts, 'segment', row)}</span>,
      text: (row) => attributeText(accounts, 'segment', row),
    });
  }
  for (const measure of accounts.measures) {
    const text = (row: number) =>
      Number.isNaN(measure.values[row]!) ? '' : format.measureValue(measure.kind, measure.values[row]!);
    columns.push({
      id: measure.id,
      title: `${measure.name}${format.measureUnitSuffix(measure.kind)}`,
      widthPx: 92,
      align: 'end',
      cell: (row) => text(row) || <span className={classes.none}>none</span>,
      text,
    });
  }
  columns.push({
    id: 'territory',
    title: 'Territory',
    widthPx: 120,
    cell: (row) => {
      const [from, to] = [assignment[row]!, targetOf(row)];
      return (
        <span className={classes.territory}>
          {from !== to && (
            <>
              {swatchOf(from)}
              <IconArrowRight size={12} stroke={1.6} aria-label="moves to" />
            </>
          )}
          {swatchOf(to)}
          <span className={classes.ellipsis}>{nameOf(to)}</span>
        </span>
      );
    },
    text: (row) => nameOf(targetOf(row)),
  });
  return columns;
}
