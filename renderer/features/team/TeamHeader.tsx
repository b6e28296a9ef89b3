import { Button } from '@mantine/core';
import { IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { Stat, StatRow } from '../../ui/Stat';
import type { RepRow } from './repColumns';
import type { RepTotals } from './repTotals';
import classes from './TeamHeader.module.css';

interface TeamHeaderProps {
  readonly totals: RepTotals;
  readonly rows: readonly RepRow[];
  /** The row that the cell cursor is in. */
  readonly current: RepRow | null;
  readonly onAdd: () => void;
  readonly onSeatAll: () => void;
  readonly onRemove: () => void;
}

/** The team in figures, and what is done with it as a whole. */
export function TeamHeader({ totals, rows, current, onAdd, onSeatAll, onRemove }: TeamHeaderProps) {
  const format = usePlanFormat();
  const { oteCents, quotaCents, count } = totals;
  const missing = totals.withoutTerritory + totals.withoutPlan;
  return (
    <header className={classes.header}>
      <div className={classes.about}>
        <h1 className={classes.title}>Team and quotas</h1>
        <div className={classes.actions}>
          <Button leftSection={<IconPlus size={14} stroke={1.8} />} onClick={onAdd}>
            Add rep
          </Button>
          <Button leftSection={<IconUserPlus size={14} stroke={1.8} />} onClick={onSeatAll}>
            One rep per territory
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconTrash size={14} stroke={1.8} />}
            disabled={!current}
            onClick={onRemove}
          >
            Remove {current?.rep.name ?? 'rep'}
          </Button>
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
