import { PostalFileList } from '../../ui/PostalFileList';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { placedCount } from './fieldChoices';
import { useImport } from './importStore';
import { PlaceBars } from './PlaceBars';
import { PlacesMap } from './PlacesMap';
import { ProblemItem } from './ProblemItem';
import classes from './PlacesStep.module.css';

/** Findings that have to do with places. */
const PLACE_CODES =
  /^(placed-roughly|not-placed|postal-|city-|country-|outside-|far-from|zero-|half-a|out-of-range|not-a-coordinate|military|region-unknown|swapped|signLost|pair|coordinateForm)/;

/** Where the accounts lie, how exactly that is known, and which places want a look. */
export function PlacesStep() {
  const build = useImport((state) => state.build);
  const focusedKind = useImport((state) => state.focusedKind);
  const format = usePlanFormat();
  if (!build) return <div className={classes.step} />;
  const kinds = build.kinds.filter(({ key }) => PLACE_CODES.test(key));
  return (
    <div className={classes.step}>
      <section className={classes.map} aria-label="Map of the accounts">
        <PlacesMap />
      </section>
      <aside className={classes.aside} aria-label="How the accounts were placed">
        <div className={classes.block}>
          <h2 className={classes.title}>
            {format.number(placedCount(build.placed))} of {format.number(build.imported)} placed, offline
          </h2>
          <p className={classes.text}>
            Exact coordinates first, then the postal code, then city and state, then what is left. The level
            stays with each account, and the map shows approximate ones as hollow dots.
          </p>
          <PlaceBars placed={build.placed} />
        </div>
        <div className={classes.list}>
          <h2 className={classes.title}>Postal codes of other countries</h2>
          <PostalFileList />
        </div>
        <div className={classes.list}>
          <h2 className={classes.title}>Places to look at</h2>
          {kinds.length === 0 && <p className={classes.text}>None: every account lies where its row says.</p>}
          <div className={classes.items} style={{ height: kinds.length * 44 }}>
            {kinds.map((kind, index) => (
              <ProblemItem
                key={kind.key}
                kind={kind}
                topPx={index * 44}
                isCurrent={kind.key === focusedKind}
              />
            ))}
          </div>
          <p className={classes.text}>
            Roughly placed accounts stay in a review list on the Accounts screen, where they can be put on the
            map by hand.
          </p>
        </div>
      </aside>
    </div>
  );
}
