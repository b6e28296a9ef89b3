import { contestOf, placesOf } from '../../../comp/components/rankBonus';
import { cellAddress, columnRange, lookUpText } from '../cellAddress';
import { CALC_COLUMNS, type CalcColumn } from './calcColumns';
import { FIRST_PAY_ROW, type PaidRep, type PayLine } from './payLines';

/** Binary noise that two scores may differ by and still be equal (shared/comp/components/rankBonus). */
const EQUAL_GUARD = '1E-12';

/** Place among peers and how many hold it, as formulas on the steps of pay. */
export interface PlaceFormulas {
  readonly rank: string;
  readonly tied: string;
}

/** Finds the formulas of a line's place; null where the steps of the peers' pay do not say it. */
export type PlaceFinder = (rep: PaidRep, line: PayLine) => PlaceFormulas | null;

/**
 * Places in contests by COUNTIFS over the peers' lines of the same plan, component and period: by attainment, or by what
 * is credited where the plan itself sets the goal.
 * @param calcName the sheet that the lines of `paid` stand on
 */
export function placeFinder(paid: readonly PaidRep[], calcName: string): PlaceFinder {
  const last = paid.reduce(
    (most, { lines }) => Math.max(most, lines.at(-1)?.at(-1)?.row ?? 0),
    FIRST_PAY_ROW,
  );
  const peersOf = new Map<string, PayLine[]>();
  const keyOf = (rep: PaidRep, { component, periodName }: PayLine) =>
    [rep.planName, component.name, periodName].join('\u0001');
  for (const rep of paid) {
    for (const line of rep.lines.flat()) {
      const key = keyOf(rep, line);
      const peers = peersOf.get(key);
      if (peers) peers.push(line);
      else peersOf.set(key, [line]);
    }
  }
  return (rep, line) => {
    // COUNTIFS would read more into such a name.
    if (lookUpText(line.component.name) !== line.component.name) return null;
    const facts = rep.inputs.periods[line.periodAt]!.components[line.component.id];
    if (!contestOf(line.component) || facts?.rank === undefined) return null;
    const column: CalcColumn = line.component.goal.kind === 'quota' ? 'attainment' : 'creditedToDate';
    const peers = peersOf.get(keyOf(rep, line)) ?? [];
    const places = placesOf(peers.map((each) => (each.hasResult ? scoreOf(each, column) : Number.NaN)));
    const own = places[peers.indexOf(line)]!;
    // Whoever is placed otherwise, e.g. among people who are not in the workbook, keeps the place as a value.
    if (own.rank === 0 || own.rank !== facts.rank || own.tiedCount !== facts.tiedCount) return null;
    const range = (key: CalcColumn) => columnRange(calcName, placeOf(key), FIRST_PAY_ROW, last);
    const at = (key: CalcColumn) => cellAddress(calcName, placeOf(key), line.row);
    const alike = (['plan', 'component', 'period'] as const)
      .map((key) => `${range(key)},${at(key)}`)
      .join(',');
    const score = at(column);
    const guard = `${EQUAL_GUARD}*MAX(1,ABS(${score}))`;
    return {
      rank: `1+COUNTIFS(${alike},${range(column)},">"&${score}+${guard})`,
      tied: `COUNTIFS(${alike},${range(column)},">="&${score}-${guard},${range(column)},"<="&${score}+${guard})`,
    };
  };
}

const placeOf = (key: CalcColumn) => CALC_COLUMNS.findIndex(([name]) => name === key);

const scoreOf = ({ paid }: PayLine, column: CalcColumn) =>
  column === 'attainment' ? (paid.attainmentRatio ?? Number.NaN) : paid.creditedToDate;
