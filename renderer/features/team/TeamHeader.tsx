import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import {
  IconDots,
  IconFileImport,
  IconPlus,
  IconTrash,
  IconUserEdit,
  IconUserPlus,
} from '@tabler/icons-react';
import { goTo } from '../../state/routeStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { Stat, StatRow } from '../../ui/Stat';
import type { RepRow } from './repColumns';
import type { RepTotals } from './repTotals';
import classes from './TeamHeader.module.css';
import { TEAM_VIEWS, type TeamView } from './teamView';

interface TeamHeaderProps {
  readonly totals: RepTotals;
  readonly rows: readonly RepRow[];
  /** The row that the cell cursor is in. */
  readonly current: RepRow | null;
  readonly view: TeamView;
  /** Shows all fields of the current rep. */
  readonly onDetails: () => void;
  readonly onAdd: () => void;
  /** Lets the person choose a list of reps. */
  readonly onImport: () => void;
  readonly onSeatAll: () => void;
  readonly onRemove: () => void;
}

/** The team in figures, and what is done with it as a whole. */
export function TeamHeader(props: TeamHeaderProps) {
  const { totals, rows, current, view, onDetails, onAdd, onImport, onSeatAll, onRemove } = props;
  const format = usePlanFormat();
  const { oteCents, quotaCents, count } = totals;
  const missing = totals.withoutTerritory + totals.withoutPlan;
  return (
    <header className={classes.header}>
      <div className={classes.about}>
        <h1 className={classes.title}>Team and quotas</h1>
        <SegmentedControl
          size="xs"
          aria-label="View of the team"
          value={view}
          onChange={(value) => goTo('team', value === 'reps' ? '' : value)}
          data={TEAM_VIEWS.map((each) => ({ ...each }))}
        />
        <div className={classes.actions}>
          <Button leftSection={<IconPlus size={14} stroke={1.8} />} onClick={onAdd}>
            Add rep
          </Button>
          <Button leftSection={<IconFileImport size={14} stroke={1.8} />} onClick={onImport}>
            Import roster
          </Button>
          <Menu position="bottom-start">
            <Menu.Target>
              <ActionIcon variant="default" size={28} aria-label="More for the team">
                <IconDots size={16} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.6} />} onClick={onSeatAll}>
                One rep per territory
              </Menu.Item>
              <Menu.Item
                leftSection={<IconUserEdit size={16} stroke={1.6} />}
                disabled={!current}
                onClick={onDetails}
              >
                All fields of {current?.rep.name ?? 'the rep'}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} />}
                disabled={!current}
                onClick={onRemove}
              >
                Remove {current?.rep.name ?? 'rep'}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <StatRow>
        <Stat
          label="Reps"
          value={String(count)}
          tone={missing > 0 ? 'warning' : 'plain'}
          note={missing > 0 ? missingText(totals) : roleText(rows)}
        />
        <Stat
          label="Quotas"
          value={format.centsCompact(quotaCents)}
          note={count > 0 ? `average ${format.centsCompact(quotaCents / count).text}` : 'none'}
        />
        <Stat
          label="OTE"
          value={format.centsCompact(oteCents)}
          note={`TI ${format.centsCompact(totals.targetIncentiveCents).text}`}
        />
        <Stat
          label="Quota : OTE"
          value={oteCents > 0 ? format.number(quotaCents / oteCents, 2) : 'none'}
          note="usual 4 to 6"
        />
      </StatRow>
    </header>
  );
}

function roleText(rows: readonly RepRow[]): string {
  const roles = new Set(rows.map((row) => row.rep.role));
  return roles.size === 1 ? [...roles][0]! : `${roles.size} roles`;
}

function missingText(totals: RepTotals): string {
  const parts = [
    totals.withoutTerritory > 0 ? `${totals.withoutTerritory} without territory` : '',
    totals.withoutPlan > 0 ? `${totals.withoutPlan} without comp plan` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
