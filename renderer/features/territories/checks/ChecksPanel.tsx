import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { CHECK_KINDS, type CheckItem, type CheckKind } from '../../../../shared/plan/checks/checkItem';
import { countOfAccounts } from '../../../../shared/plan/claimChange';
import { dispatchInRole, useActiveRole } from '../../../state/activeRole';
import { planStore } from '../../../state/planStore';
import { goTo } from '../../../state/routeStore';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { setDraft } from '../hierarchy/editDraftStore';
import type { TerritoriesData } from '../useTerritoriesData';
import { BridgesDialog } from './BridgesDialog';
import classes from './ChecksPanel.module.css';
import { showFinding, stepFinding, useChecks } from './checksStore';
import { CHECK_WORDS } from './checkWords';

/** More findings of one kind than anybody reads; the rest comes up as these are mended. */
const MOST_SHOWN = 100;

/** What is wrong with the alignment, each with its place on the map and a way to mend it. */
export function ChecksPanel({ data }: { readonly data: TerritoriesData }) {
  const items = useChecks((state) => state.items);
  const currentId = useChecks((state) => state.currentId);
  const [hasBridges, setHasBridges] = useState(false);
  const format = usePlanFormat();
  const current = items?.findIndex(({ id }) => id === currentId) ?? -1;
  const count = items?.length ?? 0;
  return (
    <>
      <div className={classes.bar}>
        <span className={classes.where} role="status">
          {items === null
            ? 'Checking…'
            : current >= 0
              ? `${format.number(current + 1)} of ${format.number(count)}`
              : `${format.number(count)} to look at`}
        </span>
        <Tooltip label="Finding before, Shift F8">
          <ActionIcon aria-label="Finding before" disabled={count === 0} onClick={() => stepFinding(-1)}>
            <IconChevronUp size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Next finding, F8">
          <ActionIcon aria-label="Next finding" disabled={count === 0} onClick={() => stepFinding(1)}>
            <IconChevronDown size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button disabled={!data.basemap} onClick={() => setHasBridges(true)}>
          Bridges
        </Button>
      </div>
      <div className={classes.list}>
        {items &&
          CHECK_KINDS.map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              items={items.filter((item) => item.kind === kind)}
              currentId={currentId}
            />
          ))}
      </div>
      {hasBridges && <BridgesDialog data={data} onClose={() => setHasBridges(false)} />}
    </>
  );
}

interface KindProps {
  readonly kind: CheckKind;
  readonly items: readonly CheckItem[];
  readonly currentId: string | null;
}

/** A passed check is shown too: who reads this wants to know that it was made. */
function Kind({ kind, items, currentId }: KindProps) {
  const { title, passed } = CHECK_WORDS[kind];
  const format = usePlanFormat();
  const current = items.findIndex(({ id }) => id === currentId);
  const shown = items.slice(0, Math.max(MOST_SHOWN, current + 1));
  if (items.length === 0) {
    return (
      <p className={classes.passed}>
        <IconCircleCheck size={14} stroke={1.6} aria-hidden /> {passed}
      </p>
    );
  }
  return (
    <section className={classes.kind} aria-label={title}>
      <h3 className={classes.title}>
        {title} <span className={classes.count}>{format.number(items.length)}</span>
      </h3>
      <ul>
        {shown.map((item) => (
          <Finding key={item.id} item={item} isCurrent={item.id === currentId} />
        ))}
      </ul>
      {kind === 'accountsOutside' && items.length > 1 && (
        <Button className={classes.all} onClick={() => mendAll(items)}>
          Count all to the unit of the nearest account
        </Button>
      )}
      {items.length > shown.length && (
        <p className={classes.more}>and {format.number(items.length - shown.length)} more like these</p>
      )}
    </section>
  );
}

function Finding({ item, isCurrent }: { readonly item: CheckItem; readonly isCurrent: boolean }) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={line} className={classes.finding} data-current={isCurrent || undefined}>
      <UnstyledButton
        className={classes.text}
        aria-current={isCurrent || undefined}
        onClick={() => showFinding(item)}
      >
        {item.text}
      </UnstyledButton>
      {isCurrent && (
        <div className={classes.fixes}>
          {item.fixes.map((fix) => (
            <Button key={fix.label} className={classes.fix} onClick={() => mend(fix)} title={fix.label}>
              {fix.label}
            </Button>
          ))}
          {item.fixes.length === 0 && <OtherWay kind={item.kind} />}
        </div>
      )}
    </li>
  );
}

const MOVING = new Set(['assignAccounts', 'assignUnits', 'followUnits', 'batch']);

/** What moves accounts shows its effect first; the rest is made at once and can be undone. */
function mend({ label, command }: CheckItem['fixes'][number]): void {
  if (MOVING.has(command.kind)) setDraft({ kind: 'command', title: label, action: 'Apply', command });
  else dispatchInRole(command);
}

/** The first fix of each, as one step. */
function mendAll(items: readonly CheckItem[]): void {
  const commands = items.flatMap(({ fixes }) => (fixes[0] ? [fixes[0].command] : []));
  planStore.dispatch({
    kind: 'batch',
    label: `count ${countOfAccounts(commands.length)} to the nearest unit`,
    commands,
  });
}

/** Where only a person or the solver can decide. */
function OtherWay({ kind }: { readonly kind: CheckKind }) {
  const isOverlay = useActiveRole() !== undefined;
  if (kind === 'outOfCorridor' && !isOverlay) return <Button onClick={() => goTo('balance')}>Balance</Button>;
  if (kind === 'noRep') return <Button onClick={() => goTo('team')}>Add a rep in Team</Button>;
  if (kind === 'accountsOutside')
    return <Button onClick={() => goTo('accounts')}>Place it in Accounts</Button>;
  return <span className={classes.more}>Select it on the map and move it.</span>;
}
