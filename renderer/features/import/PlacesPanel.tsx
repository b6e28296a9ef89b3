import { usePlanFormat } from '../../ui/PlanFormatContext';
import { placedCount } from './fieldChoices';
import { useImport } from './importStore';
import { PlaceBars } from './PlaceBars';
import { PlacesMap } from './PlacesMap';
import classes from './PlacesPanel.module.css';

/** Where the accounts lie and how exactly that is known, offline. */
export function PlacesPanel() {
  const build = useImport((state) => state.build);
  const format = usePlanFormat();
  if (!build) return null;
  return (
    <div className={classes.panel}>
      <div className={classes.header}>
        <h2 className={classes.title}>Places</h2>
        <span className={classes.note}>
          {format.number(placedCount(build.placed))} of {format.number(build.imported)} placed, offline
        </span>
      </div>
      <div className={classes.mapBox}>
        <PlacesMap />
      </div>
      <PlaceBars placed={build.placed} />
    </div>
  );
}
