import { IconMapPinCheck } from '@tabler/icons-react';
import { usePlanStore } from '../../state/planStore';
import { useViewStore } from '../../state/viewStore';
import { EmptyState } from '../../ui/EmptyState';
import { accountsStore } from './accountsStore';
import { PlaceFacts } from './PlaceFacts';
import classes from './PlaceReview.module.css';
import { ReviewMap } from './ReviewMap';
import { useRows } from './rowStore';

/** One roughly placed account at a time: what its row says, and the map to put it on. */
export function PlaceReview() {
  const accounts = useRows((state) => state.accounts);
  const rows = useRows((state) => state.rows);
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const focusedRow = useViewStore((view) => view.focusedRow);
  const row = focusedRow !== null && rows.includes(focusedRow) ? focusedRow : rows[0];
  if (!accounts || row === undefined) {
    return (
      <aside className={classes.panel} aria-label="Places to check">
        <EmptyState
          icon={IconMapPinCheck}
          title="Every place is known well"
          text="No account that passes the filters is placed roughly."
          action={{ label: 'Show all accounts', run: () => accountsStore.setState({ mode: 'all' }) }}
        />
      </aside>
    );
  }
  return (
    <aside className={classes.panel} aria-label="Places to check">
      <PlaceFacts key={row} accounts={accounts} row={row} />
      <ReviewMap accounts={accounts} row={row} planId={planId} />
      <p className={classes.hint}>Click the map to place {accounts.names[row]}. It can be undone.</p>
    </aside>
  );
}
