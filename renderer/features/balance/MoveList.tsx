import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { GridColumn } from '../../ui/gridColumn';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { VirtualTable } from '../../ui/VirtualTable';
import { balanceStore, useBalance } from './balanceStore';
import {
  KIND_WORDS,
  listedMoves,
  MOVE_ORDERS,
  NO_MOVE_FILTER,
  ORDER_WORDS,
  shownMoves,
  type ListedMove,
  type MoveOrder,
} from './moveList';
import classes from './MoveList.module.css';
import { MoveWhy } from './MoveWhy';
import { useMoveWords } from './moveWords';
import type { Proposal } from './proposal';
import { takeMoves } from './takeMoves';

/** Name, way, and a reason of two lines. */
const ROW_PX = 80;

/** Every account that changes hands with its reason, to be taken or left one by one. */
export function MoveList({ plan, proposal }: { readonly plan: PlanDocument; readonly proposal: Proposal }) {
  const format = usePlanFormat();
  const words = useMoveWords(proposal.task.scenario);
  const leftOut = useBalance((state) => state.leftOut);
  const shownMove = useBalance((state) => state.shownMove);
  const [filter, setFilter] = useState(NO_MOVE_FILTER);
  const [order, setOrder] = useState<MoveOrder>('account');
  const { scenario } = proposal.task;
  const measure = plan.accounts.measures.find((each) => each.id === scenario.measures[0]?.measureId) ?? null;
  const list = useMemo(
    () => listedMoves(proposal.moves, proposal.task.document.accounts, measure, words),
    [proposal, measure, words],
  );
  const shown = useMemo(() => shownMoves(list, filter, order), [list, filter, order]);
  const taken = useMemo(() => shown.filter((at) => !leftOut.has(list[at]!.move.row)), [shown, list, leftOut]);
  const kinds = useMemo(() => new Set(list.flatMap((item) => item.reason.kinds)), [list]);
  const columns = useMemo((): GridColumn[] => {
    const color = (territory: number) => scenario.territories[territory]?.colorIndex ?? null;
    return [
      {
        id: 'move',
        title: 'Account, and why it moves',
        widthPx: 170,
        isGrowing: true,
        isSortable: false,
        cell: (at) => (
          <MoveCell
            item={list[at]!}
            color={color}
            value={format.measure(measure?.kind ?? 'count', list[at]!.value).text}
          />
        ),
        text: (at) => `${list[at]!.name}: ${list[at]!.from} to ${list[at]!.to}. ${list[at]!.reason.sentence}`,
      },
    ];
  }, [list, measure, format, scenario]);

  function tick(next: readonly number[]): void {
    const ticked = new Set(next);
    const rowsOf = (positions: readonly number[]) => positions.map((at) => list[at]!.move.row);
    const left = taken.filter((at) => !ticked.has(at));
    const wasTaken = new Set(taken);
    const added = next.filter((at) => !wasTaken.has(at));
    if (left.length > 0) takeMoves(rowsOf(left), false);
    if (added.length > 0) takeMoves(rowsOf(added), true);
  }

  const focused = list.findIndex((item) => item.move.row === shownMove);
  return (
    <>
      <div className={classes.toolbox}>
        <div className={classes.tools}>
          <TextInput
            size="xs"
            aria-label="Find moves"
            placeholder="Find"
            title="Account, territory or reason"
            leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
          />
          <Select
            size="xs"
            aria-label="Reason"
            placeholder="Every reason"
            clearable
            data={Object.entries(KIND_WORDS)
              .filter(([kind]) => kinds.has(kind as keyof typeof KIND_WORDS))
              .map(([value, label]) => ({ value, label }))}
            value={filter.kind}
            onChange={(kind) => setFilter({ ...filter, kind: kind as keyof typeof KIND_WORDS | null })}
          />
          <Select
            size="xs"
            aria-label="Order of moves"
            allowDeselect={false}
            data={MOVE_ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
            value={order}
            onChange={(value) => setOrder(value ?? 'account')}
          />
        </div>
      </div>
      <div className={classes.list}>
        <VirtualTable
          label="Moves"
          columns={columns}
          rows={shown}
          rowHeightPx={ROW_PX}
          hasCheckboxes
          isTicked
          selectedRows={taken}
          onSelect={tick}
          focusedRow={focused < 0 ? null : focused}
          onFocusRow={(at) => balanceStore.setState({ shownMove: list[at]!.move.row })}
          empty={list.length === 0 ? 'No account changes hands.' : 'No move passes this filter.'}
        />
      </div>
      {focused >= 0 && <MoveWhy item={list[focused]!} proposal={proposal} />}
    </>
  );
}

function MoveCell({
  item,
  color,
  value,
}: {
  readonly item: ListedMove;
  readonly color: (territory: number) => number | null;
  /** Of the first measure, with its unit. */
  readonly value: string;
}) {
  const { move } = item;
  return (
    <div className={classes.move}>
      <div className={classes.name}>
        <span>{item.name}</span>
        <span>{value}</span>
      </div>
      <div className={classes.way}>
        {move.from >= 0 && <TerritorySwatch colorIndex={color(move.from)} />}
        <span>{item.from}</span>
        <span aria-label="to">→</span>
        <TerritorySwatch colorIndex={color(move.to)} />
        <span>{item.to}</span>
      </div>
      <div className={classes.reason} title={item.reason.sentence}>
        {item.reason.sentence}
      </div>
    </div>
  );
}
