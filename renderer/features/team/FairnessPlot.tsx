import { useMemo } from 'react';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import { ChartPanel } from '../../charts/ChartPanel';
import { ScatterPlot } from '../../charts/ScatterPlot';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { fairLine } from './quotaSides';
import classes from './TeamTables.module.css';

/** Quota against potential: those above the line carry more than their territory's part, those below less. */
export function FairnessPlot({
  pay,
  potential,
  selectedId,
  onSelect,
}: {
  readonly pay: PayFigures;
  readonly potential: Pick<MeasureColumn, 'name' | 'kind'> | null;
  readonly selectedId: string | null;
  readonly onSelect: (repId: string) => void;
}) {
  const format = usePlanFormat();
  const reps = useMemo(
    () => pay.reps.filter((each) => each.quotaCents > 0 && each.territoryIndex !== null),
    [pay],
  );
  const slope = fairLine(reps);
  const kind = potential?.kind ?? 'number';
  const name = potential ? potential.name : 'Potential';
  const offLine = (quotaCents: number, of: number) =>
    slope === null || of <= 0 ? 'none' : format.percentChange(quotaCents / (slope * of) - 1, 1);
  return (
    <div className={classes.plot}>
      <ChartPanel
        title="Quota against potential"
        hint="above the line: more quota than the territory’s part"
        table={{
          columns: ['Rep', name, 'Quota', 'Off the line'],
          rows: reps.map((each) => [
            each.rep.name,
            format.measureValue(kind, each.potential),
            format.cents(each.quotaCents),
            offLine(each.quotaCents, each.potential),
          ]),
        }}
      >
        <ScatterPlot
          label="Quota against potential, a point for each rep"
          points={reps.map((each) => ({
            id: each.rep.id,
            name: `${each.rep.name}, ${offLine(each.quotaCents, each.potential)} off the line`,
            x: each.potential,
            y: each.quotaCents,
            isMarked: each.rep.id === selectedId,
          }))}
          xName={name}
          yName="Quota"
          xText={(value) => (kind === 'money' ? format.centsCompact(value * 100).text : format.number(value))}
          yText={(cents) => format.centsCompact(cents).text}
          line={slope === null ? null : { slope, name: 'same part for all' }}
          onSelect={onSelect}
        />
      </ChartPanel>
    </div>
  );
}
