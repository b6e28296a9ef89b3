import { Button } from '@mantine/core';
import { usePlanStore } from '../../state/planStore';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { today } from '../../ui/today';
import { lastDayOf, leaversOf } from './leavers';
import classes from './BeforeAfter.module.css';
import type { Proposal } from './proposal';
import { setLastDay } from './takeMoves';

/** What becomes of the person whose territory goes: they stay in Team, or their time there ends. */
export function LeaverFoot({ proposal }: { readonly proposal: Proposal }) {
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const leavers = leaversOf(proposal.task);
  if (leavers.length === 0) return null;
  const names = leavers.map(({ name }) => name).join(', ');
  const lastDay = lastDayOf(proposal.task);
  return (
    <div className={classes.leaver}>
      <p>
        {lastDay === null
          ? `${names} stays in Team without a territory, and is still paid.`
          : `${names} leaves Team after the last day; pay and quota count until then.`}
      </p>
      {lastDay === null ? (
        <Button disabled={isReadOnly} onClick={() => setLastDay(today())}>
          End their time
        </Button>
      ) : (
        <>
          <CommitTextInput
            aria-label="Last day"
            type="date"
            value={lastDay}
            onCommit={(day) => setLastDay(day === '' ? null : day)}
          />
          <Button variant="subtle" onClick={() => setLastDay(null)}>
            Stays
          </Button>
        </>
      )}
    </div>
  );
}
