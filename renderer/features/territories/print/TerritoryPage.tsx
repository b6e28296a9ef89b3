import type { TerritoryShape } from '../../../../shared/plan/territoryShapes';
import { TERRITORY_COLORS } from '../../../palette/territoryColors';
import { NOTHING, type PlanFormat } from '../../../ui/planFormat';
import { placeText } from '../drawerRows';
import type { TerritoriesData } from '../useTerritoriesData';
import classes from './PrintedPages.module.css';
import { largestRows, namesAbove, repText, territoryFacts } from './territoryFacts';

interface TerritoryPageProps {
  readonly data: TerritoriesData;
  readonly territory: number;
  readonly shape: TerritoryShape | null;
  /** A whole SVG. */
  readonly map: string;
  readonly format: PlanFormat;
}

const MOST_MEASURES = 5;

/** A territory on one page: its map, its figures and its largest accounts. */
export function TerritoryPage({ data, territory, shape, map, format }: TerritoryPageProps) {
  const { scenario } = data;
  const { name, colorIndex } = scenario.territories[territory]!;
  const above = namesAbove(data, territory).join(', ');
  return (
    <article className={classes.page}>
      <header className={classes.head}>
        <h1>
          <i style={{ background: TERRITORY_COLORS[colorIndex ?? -1]?.solid }} />
          {name}
        </h1>
        <p>{[above, repText(data, territory)].filter(Boolean).join(' · ')}</p>
      </header>
      {/* Drawn and escaped by this app alone (svgDrawing). */}
      <div className={classes.map} dangerouslySetInnerHTML={{ __html: map }} />
      <dl className={classes.facts}>
        {territoryFacts(data, territory, shape, format).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <MeasureTable data={data} territory={territory} format={format} />
      <LargestAccounts data={data} territory={territory} format={format} />
    </article>
  );
}

function MeasureTable({
  data,
  territory,
  format,
}: Pick<TerritoryPageProps, 'data' | 'territory' | 'format'>) {
  const { plan, scenario, evaluation } = data;
  const { measures } = evaluation.territories;
  if (measures.length === 0) return null;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>Measure</th>
          <th>Total</th>
          <th>Target</th>
          <th>Index</th>
          <th>Deviation</th>
        </tr>
      </thead>
      <tbody>
        {measures.slice(0, MOST_MEASURES).map(({ measureId, name, totals, targets, index }) => {
          const kind = plan.accounts.measures.find(({ id }) => id === measureId)?.kind ?? 'number';
          const own = index[territory]!;
          return (
            <tr key={measureId}>
              <td>{name}</td>
              <td>{format.measure(kind, totals[territory]!).text}</td>
              <td>{format.measure(kind, targets[territory]!).text}</td>
              <td>{format.index(own, scenario.corridorShare)}</td>
              <td>{Number.isNaN(own) ? NOTHING : format.percentChange(own / 100 - 1)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function LargestAccounts({
  data,
  territory,
  format,
}: Pick<TerritoryPageProps, 'data' | 'territory' | 'format'>) {
  const { accounts } = data.plan;
  const measures = accounts.measures.slice(0, MOST_MEASURES - 1);
  const rows = largestRows(data, territory);
  if (rows.length === 0) return <p className={classes.none}>No accounts.</p>;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>
            {rows.length < data.evaluation.territories.rows[territory]!.length
              ? 'Largest accounts'
              : 'Accounts'}
          </th>
          <th data-text>Place</th>
          {measures.map(({ id, name, kind }) => (
            <th key={id}>{name + format.measureUnitSuffix(kind)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <td>{accounts.names[row]}</td>
            <td data-text>{placeText(accounts, row)}</td>
            {measures.map((measure) => (
              <td key={measure.id}>{format.measureValue(measure.kind, measure.values[row]!)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
