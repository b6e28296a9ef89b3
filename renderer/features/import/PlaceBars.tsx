import type { PlaceLevel } from '../../../shared/model/placeLevel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { placeBars } from './fieldChoices';
import classes from './PlacesPanel.module.css';

/** A bar a level, best first. What is there but too small to see keeps a stub. */
export function PlaceBars({ placed }: { readonly placed: Readonly<Record<PlaceLevel, number>> }) {
  const format = usePlanFormat();
  const bars = placeBars(placed);
  const most = Math.max(1, ...bars.map(({ level }) => placed[level]));
  return (
    <dl className={classes.bars}>
      {bars.map(({ level, label, color }) => {
        const count = placed[level];
        const sharePercent = count === 0 ? 0 : Math.max(2, (100 * count) / most);
        return (
          <div key={level} className={classes.bar} data-none={count === 0 || undefined}>
            <dt>
              <i className={classes.swatch} style={{ background: `var(${color})` }} />
              {label}
            </dt>
            <dd className={classes.track} aria-hidden>
              <i style={{ width: `${sharePercent}%`, background: `var(${color})` }} />
            </dd>
            <dd className={classes.value}>{format.number(count)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
