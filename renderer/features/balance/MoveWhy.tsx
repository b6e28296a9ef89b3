import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { balanceStore } from './balanceStore';
import type { ListedMove } from './moveList';
import classes from './MoveList.module.css';
import type { Proposal } from './proposal';

interface MoveWhyProps {
  readonly item: ListedMove;
  readonly proposal: Proposal;
}

/** The figures behind one move: ways and indices, before and after. */
export function MoveWhy({ item, proposal }: MoveWhyProps) {
  const format = usePlanFormat();
  const { move, name, from, to, reason } = item;
  const { before, after, toleranceShare } = proposal;
  const written = (value: number | null) => format.index(value, toleranceShare);
  const index = (territory: number) =>
    `${written(before?.territories.index[territory] ?? null)} → ${written(after.territories.index[territory]!)}`;
  const lines: [string, string][] = [];
  if (move.from >= 0) lines.push([`Way from ${from}`, format.distance(move.kmBefore)]);
  lines.push([`Way from ${to}`, format.distance(move.kmAfter)]);
  if (move.from >= 0) lines.push([`Index of ${from}`, index(move.from)]);
  lines.push([`Index of ${to}`, index(move.to)]);
  return (
    <section className={classes.why} aria-label="Why this move">
      <header>
        <strong>{name}</strong>
        <ActionIcon
          size={22}
          aria-label="Close why this move"
          onClick={() => balanceStore.setState({ shownMove: null })}
        >
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </header>
      <p>{reason.sentence}</p>
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
