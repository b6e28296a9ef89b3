import { ROW_NUMBER_PX, type GridColumnLayout } from './columnLayout';
import { FieldSelect } from './FieldSelect';
import classes from './MappingGrid.module.css';

/** Above each column: its field, the file's own header, and how sure the guess is. */
export function MappingHead({ layout }: { readonly layout: readonly GridColumnLayout[] }) {
  return (
    <thead>
      <tr>
        <th className={classes.rowNumber} style={{ width: ROW_NUMBER_PX }} scope="col">
          <span className={classes.hidden}>Row</span>
        </th>
        {layout.map(({ column, widthPx, pinnedPx }) => (
          <th
            key={column.columnIndex}
            scope="col"
            style={{ width: widthPx, left: pinnedPx ?? undefined }}
            data-pinned={pinnedPx !== null || undefined}
          >
            <div className={classes.head}>
              <FieldSelect column={column} />
              <div className={classes.source}>
                <span className={classes.sourceName} title={column.header}>
                  {column.header}
                </span>
                <Confidence confidence={column.confidence} />
              </div>
            </div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Confidence({ confidence }: { readonly confidence: number }) {
  const percent = Math.round(confidence * 100);
  const level = confidence >= 0.85 ? 'high' : confidence >= 0.7 ? 'middle' : 'low';
  return (
    <span className={classes.confidence} title={`${percent}% sure of this field`}>
      <span className={classes.meter} data-level={level} aria-hidden>
        <i style={{ width: `${percent}%` }} />
      </span>
      <span>
        {percent}%<span className={classes.hidden}> sure</span>
      </span>
    </span>
  );
}
