import { corridorSide } from '../../palette/indexBand';
import { CheckMark } from '../../ui/CheckMark';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { useBalance } from './balanceStore';
import classes from './BeforeAfter.module.css';
import { DotPlot } from './DotPlot';
import type { Proposal, ProposalRow } from './proposal';
import { takenByTerritory, takeMoves, takeTerritory, type TakenShare } from './takeMoves';

interface TerritoryChangesProps {
  readonly rows: readonly ProposalRow[];
  readonly toleranceShare: number;
  readonly proposal: Proposal | null;
}

/** Every territory before and after; a box takes or leaves all that it gives and gets. */
export function TerritoryChanges({ rows, toleranceShare, proposal }: TerritoryChangesProps) {
  const format = usePlanFormat();
  const leftOut = useBalance((state) => state.leftOut);
  const taken = proposal ? takenByTerritory(proposal, leftOut) : null;
  const moves = proposal?.moves ?? [];
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Territories before and after">
      <table className={classes.table} data-proposal={proposal !== null || undefined}>
        <thead>
          <tr>
            <th scope="col" aria-label="Taken">
              {moves.length > 0 && (
                <CheckMark
                  isChecked={leftOut.size === 0}
                  isPartial={leftOut.size > 0 && leftOut.size < moves.length}
                  label="All territories"
                  onToggle={() =>
                    takeMoves(
                      moves.map((move) => move.row),
                      leftOut.size > 0,
                    )
                  }
                />
              )}
            </th>
            <th scope="col">Territory</th>
            <th scope="col">Now</th>
            <th scope="col" title="Hollow: now. Full: after. Grey: the tolerance.">
              Index, ±{format.percent(toleranceShare, 1)}
            </th>
            <th scope="col">After</th>
            <th scope="col">In</th>
            <th scope="col">Out</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TerritoryLine
              key={row.territory}
              row={row}
              toleranceShare={toleranceShare}
              hasProposal={proposal !== null}
              share={taken?.get(row.territory) ?? null}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={classes.none}>No territories yet. Say how many, then press Balance.</p>
      )}
    </div>
  );
}

interface TerritoryLineProps {
  readonly row: ProposalRow;
  readonly toleranceShare: number;
  readonly hasProposal: boolean;
  /** Null where nothing moves to or from it. */
  readonly share: TakenShare | null;
}

function TerritoryLine({ row, toleranceShare, hasProposal, share }: TerritoryLineProps) {
  const format = usePlanFormat();
  const sideOf = (index: number) => (Number.isNaN(index) ? undefined : corridorSide(index, toleranceShare));
  const after = hasProposal ? row.indexAfter : Number.NaN;
  return (
    <tr data-left-out={share?.taken === 0 || undefined}>
      <td>
        {share && (
          <CheckMark
            isChecked={share.taken === share.all}
            isPartial={share.taken > 0 && share.taken < share.all}
            label={`Accept for ${row.name}`}
            onToggle={() => takeTerritory(row.territory, share.taken < share.all)}
          />
        )}
      </td>
      <th scope="row">
        <span className={classes.name}>
          <TerritorySwatch colorIndex={row.colorIndex} />
          <span title={row.name}>{row.name}</span>
        </span>
      </th>
      <td data-side={sideOf(row.indexBefore)}>{format.index(row.indexBefore, toleranceShare)}</td>
      <td>
        <DotPlot before={row.indexBefore} after={after} toleranceShare={toleranceShare} />
      </td>
      <td data-side={sideOf(after)}>
        <strong>{hasProposal && (row.goes ? 'goes' : format.index(row.indexAfter, toleranceShare))}</strong>
      </td>
      <td>{hasProposal && format.change(row.gained)}</td>
      <td>{hasProposal && format.change(-row.lost)}</td>
    </tr>
  );
}
