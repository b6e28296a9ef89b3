import { IconBuildingOff, IconCheck, IconLock, IconMapPinOff, type Icon } from '@tabler/icons-react';
import { useMemo } from 'react';
import { HOLDOUT, HOUSE } from '../../../shared/model/alignment';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './BalanceSettings.module.css';

interface RespectedListProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly assignment: Int32Array;
}

/** What the solver leaves alone, with its counts; what there is none of is not listed. */
export function RespectedList({ plan, scenario, assignment }: RespectedListProps) {
  const format = usePlanFormat();
  const { accounts } = plan;
  const locks = scenario.alignments[0]?.locks ?? null;
  const counts = useMemo(() => {
    const found = { locked: 0, nobodys: 0, unplaced: 0 };
    for (let row = 0; row < assignment.length; row++) {
      if (accounts.removed[row]) continue;
      if (locks?.[row]) found.locked++;
      if (assignment[row] === HOUSE || assignment[row] === HOLDOUT) found.nobodys++;
      else if (Number.isNaN(accounts.lat[row]!)) found.unplaced++;
    }
    return found;
  }, [accounts, locks, assignment]);
  const accountsText = (count: number) => (count === 1 ? '1 account' : `${format.number(count)} accounts`);
  const items: [Icon, string][] = [];
  if (counts.locked > 0) items.push([IconLock, `${accountsText(counts.locked)} locked, and stay`]);
  if (counts.nobodys > 0)
    items.push([IconBuildingOff, `${accountsText(counts.nobodys)} of the house or held out`]);
  if (counts.unplaced > 0)
    items.push([IconMapPinOff, `${accountsText(counts.unplaced)} without a place stay`]);
  if (items.length === 0) {
    return (
      <p className={classes.hint}>Locks, house accounts and holdouts. There are none in this scenario.</p>
    );
  }
  return (
    <ul>
      {items.map(([ItemIcon, text]) => (
        <li key={text} className={classes.respected}>
          <ItemIcon size={16} stroke={1.6} aria-hidden />
          <span>{text}</span>
          <IconCheck size={16} stroke={1.6} aria-hidden />
        </li>
      ))}
    </ul>
  );
}
