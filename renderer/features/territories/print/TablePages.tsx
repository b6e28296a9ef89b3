import { TERRITORY_COLORS } from '../../../palette/territoryColors';
import { NOTHING, type PlanFormat } from '../../../ui/planFormat';
import type { TerritoriesData } from '../useTerritoriesData';
import classes from './PrintedPages.module.css';
import { repText } from './territoryFacts';

interface TablePagesProps {
  readonly data: TerritoriesData;
  /** In the order of the tree. */
  readonly territories: readonly number[];
  readonly isLandscape: boolean;
  readonly format: PlanFormat;
}

const ROWS_A_PAGE = { upright: 47, landscape: 30 } as const;
const MOST_MEASURES = { upright: 3, landscape: 5 } as const;

/** All territories with their figures, as many pages as they need. */
export function TablePages({ data, territories, isLandscape, format }: TablePagesProps) {
  const stand = isLandscape ? 'landscape' : 'upright';
  const pages: (readonly number[])[] = [];
  for (let at = 0; at < territories.length; at += ROWS_A_PAGE[stand]) {
    pages.push(territories.slice(at, at + ROWS_A_PAGE[stand]));
  }
  const { plan, scenario, evaluation } = data;
  const { index, accounts, measures, travel } = evaluation.territories;
  const shown = measures.slice(0, MOST_MEASURES[stand]);
  const kindOf = (id: string) => plan.accounts.measures.find((each) => each.id === id)?.kind ?? 'number';
  const meanKm = (k: number) =>
    travel.activity[k]! > 0 ? travel.activityKm[k]! / travel.activity[k]! : null;
  return pages.map((page, number) => (
    <article key={number} className={classes.page} data-landscape={isLandscape || undefined}>
      <header className={classes.head}>
        <h1>Territories</h1>
        <p>
          {plan.name} · {scenario.name}
        </p>
      </header>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Territory</th>
            <th data-text>Rep</th>
            <th>Accounts</th>
            {shown.map(({ measureId, name }) => (
              <th key={measureId}>{name}</th>
            ))}
            <th>Index</th>
            <th>Deviation</th>
            <th>Travel</th>
          </tr>
        </thead>
        <tbody>
          {page.map((k) => (
            <tr key={k}>
              <td>
                <i
                  style={{ background: TERRITORY_COLORS[scenario.territories[k]!.colorIndex ?? -1]?.solid }}
                />
                {scenario.territories[k]!.name}
              </td>
              <td data-text>{repText(data, k)}</td>
              <td>{format.number(accounts.totals[k]!)}</td>
              {shown.map(({ measureId, totals }) => (
                <td key={measureId}>{format.measure(kindOf(measureId), totals[k]!).text}</td>
              ))}
              <td>{format.index(index[k]!, scenario.corridorShare)}</td>
              <td>{Number.isNaN(index[k]!) ? NOTHING : format.percentChange(index[k]! / 100 - 1)}</td>
              <td>{format.distance(meanKm(k))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  ));
}
