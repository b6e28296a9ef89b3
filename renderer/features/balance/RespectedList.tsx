import {
  IconBuildingOff,
  IconCheck,
  IconHierarchy2,
  IconLock,
  IconMapPinOff,
  IconUserPin,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { causeCode, HOLDOUT, HOUSE } from '../../../shared/model/alignment';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { effectiveLocks, heldTogether } from '../../../shared/plan/heldTogether';
import { primaryAlignment } from '../../../shared/plan/lookup';
import { scenarioOfRole } from '../../../shared/plan/overlay';
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
  const counts = useMemo(() => {
    const alignment = primaryAlignment(scenario);
    const own = scenarioOfRole(scenario);
    const locks = effectiveLocks(accounts, own, alignment);
    const groups = heldTogether(accounts, own);
    const named = causeCode('named');
    const families = new Set<number>();
    const found = { locked: 0, named: 0, families: 0, nobodys: 0, unplaced: 0 };
    for (let row = 0; row < assignment.length; row++) {
      if (accounts.removed[row]) continue;
      if (locks[row]) found.locked++;
      else if (alignment.causes[row] === named && alignment.claims[row]! >= 0) found.named++;
      if (groups && groups[row]! >= 0) families.add(groups[row]!);
      if (assignment[row] === HOUSE || assignment[row] === HOLDOUT) found.nobodys++;
      else if (Number.isNaN(accounts.lat[row]!)) found.unplaced++;
    }
    return { ...found, families: families.size };
  }, [accounts, scenario, assignment]);
  const accountsText = (count: number) => (count === 1 ? '1 account' : `${format.number(count)} accounts`);
  const items: [Icon, string][] = [];
  if (counts.locked > 0) items.push([IconLock, `${accountsText(counts.locked)} locked, and stay`]);
  if (counts.named > 0) items.push([IconUserPin, `${accountsText(counts.named)} named, and stay`]);
  if (counts.families > 0) {
    const families = counts.families === 1 ? '1 family' : `${format.number(counts.families)} families`;
    items.push([IconHierarchy2, `${families} kept together`]);
  }
  if (counts.nobodys > 0)
    items.push([IconBuildingOff, `${accountsText(counts.nobodys)} of the house or held out`]);
  if (counts.unplaced > 0)
    items.push([IconMapPinOff, `${accountsText(counts.unplaced)} without a place stay`]);
  if (items.length === 0) {
    return (
      <p className={classes.hint}>
        Locks, named and house accounts, holdouts and families. There are none in this scenario.
      </p>
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
