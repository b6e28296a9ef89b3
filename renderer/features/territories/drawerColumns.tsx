import { IconArrowRight } from '@tabler/icons-react';
import { attributeText, findAttribute } from '../../../shared/model/accountTable';
import { HOUSE, UNASSIGNED } from '../../../shared/model/alignment';
import type { Territory } from '../../../shared/model/territory';
import type { PlanPreview } from '../../state/resultStore';
import type { GridColumn } from '../../ui/gridColumn';
import type { PlanFormat } from '../../ui/planFormat';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './AccountDrawer.module.css';
import { placeText } from './drawerRows';
import type { TerritoriesData } from './useTerritoriesData';

/** Columns of the account drawer. @param preview an edit that is not made yet, null without one */
export function drawerColumns(
  { plan, scenario, evaluation }: Pick<TerritoriesData, 'plan' | 'scenario' | 'evaluation'>,
  preview: PlanPreview | null,
  format: PlanFormat,
): GridColumn[] {
  const { accounts } = plan;
  const { assignment } = evaluation.territories;
  // Under a preview there may be territories that the scenario does not have yet.
  const added = new Map<number, Territory>();
  for (const change of preview?.diff.changes ?? [])
    if (change.kind === 'territory' && change.after) added.set(change.index, change.after);
  const territoryOf = (code: number) => scenario.territories[code] ?? added.get(code);
  const nameOf = (code: number): string =>
    code >= 0
      ? (territoryOf(code)?.name ?? '')
      : code === UNASSIGNED
        ? 'Unassigned'
        : code === HOUSE
          ? 'House'
          : 'Holdout';
  const swatchOf = (code: number) =>
    code >= 0 ? (
      <TerritorySwatch colorIndex={territoryOf(code)?.colorIndex ?? null} />
    ) : (
      <TerritorySwatch colorIndex={null} nobody={code === UNASSIGNED ? 'unassigned' : 'house'} />
    );
  const targetOf = (row: number): number =>
    preview?.evaluation.territories.assignment[row] ?? assignment[row]!;
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
