import { ActionIcon, Button, CopyButton, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowNarrowRight, IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { usePlanStore } from '../../state/planStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { acceptProposal } from './acceptProposal';
import { dropProposal, useBalance } from './balanceStore';
import classes from './BeforeAfter.module.css';
import { LeaverFoot } from './LeaverFoot';
import { MoveList } from './MoveList';
import { proposalRows, type Proposal, type ProposalRow } from './proposal';
import { proposalStats } from './proposalStats';
import { TerritoryChanges } from './TerritoryChanges';

interface BeforeAfterProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
}

/** What the proposal changes by territory and by account, what it gains and costs, and the buttons that take it over. */
export function BeforeAfter({ plan, scenario, evaluation }: BeforeAfterProps) {
  const format = usePlanFormat();
  const proposal = useBalance((state) => state.proposal);
  const partial = useBalance((state) => state.partial);
  const leftOut = useBalance((state) => state.leftOut);
  const settings = useBalance((state) => state.settings);
  const [part, setPart] = useState<'territories' | 'moves'>('territories');
  const toleranceShare = proposal?.toleranceShare ?? settings.indexToleranceShare;
  const shown = proposal && partial ? { ...proposal, ...partial } : proposal;
  const rows = shown ? proposalRows(shown, shown) : presentRows(scenario, evaluation);
  const stats = proposalStats(plan, scenario, evaluation, shown, toleranceShare, format);
  const isMoves = part === 'moves' && proposal !== null && proposal.moves.length > 0;
  const cells = (row: ProposalRow) => [
    row.name,
    format.index(row.indexBefore, toleranceShare),
    proposal ? format.index(row.indexAfter, toleranceShare) : '',
    proposal ? format.change(row.gained) : '',
    proposal ? format.change(-row.lost) : '',
  ];
  const asText = [['Territory', 'Now', 'After', 'In', 'Out'], ...rows.map(cells)]
    .map((line) => line.join('\t'))
    .join('\n');

  return (
    <Panel label="Before and after" edge="left">
      <PanelHeader title="Before and after">
        {proposal && proposal.moves.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label="Before and after by"
            value={part}
            onChange={(value) => setPart(value)}
            data={[
              { value: 'territories', label: 'Territories' },
              { value: 'moves', label: 'Moves' },
            ]}
          />
        )}
        <CopyButton value={asText}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy as table'}>
              <ActionIcon aria-label="Copy before and after as a table" onClick={copy}>
                {copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </PanelHeader>
      <dl className={classes.stats}>
        {stats.map((stat) => (
          <div key={stat.label} className={classes.stat}>
            <dt className={classes.label}>{stat.label}</dt>
            <dd className={classes.change}>
              {stat.after === null ? (
                <strong>{stat.before}</strong>
              ) : (
                <>
                  <span>{stat.before}</span>
                  <IconArrowNarrowRight size={14} stroke={1.6} aria-label="becomes" role="img" />
                  <strong>{stat.after}</strong>
                </>
              )}
            </dd>
            <dd className={classes.note}>{stat.note}</dd>
          </div>
        ))}
      </dl>
      {isMoves ? (
        <MoveList plan={plan} proposal={proposal} />
      ) : (
        <TerritoryChanges rows={rows} toleranceShare={toleranceShare} proposal={proposal} />
      )}
      {proposal && <LeaverFoot proposal={proposal} />}
      {proposal && shown && (
        <AcceptFoot proposal={proposal} disruption={shown.disruption} leftOutCount={leftOut.size} />
      )}
    </Panel>
  );
}

interface AcceptFootProps {
  readonly proposal: Proposal;
  /** Of what is taken. */
  readonly disruption: Proposal['disruption'];
  readonly leftOutCount: number;
}

function AcceptFoot({ proposal, disruption, leftOutCount }: AcceptFootProps) {
  const format = usePlanFormat();
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const { movedCount, movedShare, newCount } = disruption;
  const moved = movedCount + newCount;
  const all = proposal.moves.length;
  const isSome = leftOutCount > 0;
  return (
    <div className={classes.foot}>
      <p className={classes.moved}>
        <strong>{moved === 1 ? '1 account' : `${format.number(moved)} accounts`}</strong>
        <span>
          {proposal.task.isNew
            ? 'get a territory'
            : `${isSome ? `of ${format.number(all)} ` : ''}move${movedShare === null ? '' : `, ${format.percent(movedShare, 1)}`}`}
        </span>
      </p>
      <Button variant="subtle" onClick={dropProposal}>
        Discard
      </Button>
      {isSome && (
        <Button
          variant="filled"
          disabled={isReadOnly || leftOutCount === all}
          onClick={() => acceptProposal(false)}
        >
          Accept {format.number(all - leftOutCount)}
        </Button>
      )}
      <Button
        variant={isSome ? 'default' : 'filled'}
        disabled={isReadOnly}
        onClick={() => acceptProposal(true)}
      >
        Accept all
      </Button>
    </div>
  );
}

/** The scenario as it is, before a run. */
function presentRows(scenario: Scenario, evaluation: PlanEvaluation): ProposalRow[] {
  const { assignable, index } = evaluation.territories;
  return assignable
    .map((territory): ProposalRow => {
      const { name, colorIndex } = scenario.territories[territory]!;
      return {
        territory,
        name,
        colorIndex,
        indexBefore: index[territory]!,
        indexAfter: Number.NaN,
        gained: 0,
        lost: 0,
        goes: false,
      };
    })
    .sort(
      (a, b) => Math.abs(b.indexBefore - 100) - Math.abs(a.indexBefore - 100) || a.name.localeCompare(b.name),
    );
}
