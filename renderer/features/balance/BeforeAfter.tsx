import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { IconArrowNarrowRight, IconCheck, IconCopy } from '@tabler/icons-react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { indexBand } from '../../palette/indexBand';
import { usePlanStore } from '../../state/planStore';
import { CheckMark } from '../../ui/CheckMark';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { acceptProposal } from './acceptProposal';
import { balanceStore, dropProposal, useBalance } from './balanceStore';
import classes from './BeforeAfter.module.css';
import { DotPlot } from './DotPlot';
import { proposalRows, type Proposal, type ProposalRow } from './proposal';
import { proposalStats } from './proposalStats';

interface BeforeAfterProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
}

/** Every territory before and after, what the proposal gains and costs, and the buttons that take it over. */
export function BeforeAfter({ plan, scenario, evaluation }: BeforeAfterProps) {
  const format = usePlanFormat();
  const { proposal, chosen, settings } = useBalance((state) => state);
  const toleranceShare = proposal?.toleranceShare ?? settings.indexToleranceShare;
  const rows = proposal ? proposalRows(proposal) : presentRows(scenario, evaluation);
  const stats = proposalStats(plan, scenario, evaluation, proposal, toleranceShare, format);
  const cells = (row: ProposalRow) => [
    row.name,
    format.index(row.indexBefore),
    proposal ? format.index(row.indexAfter) : '',
    proposal ? format.change(row.gained) : '',
    proposal ? format.change(-row.lost) : '',
  ];
  const asText = [['Territory', 'Now', 'After', 'In', 'Out'], ...rows.map(cells)]
    .map((line) => line.join('\t'))
    .join('\n');
  const isAll = chosen.size === rows.length;

  return (
    <Panel label="Before and after" edge="left">
      <PanelHeader title="Before and after">
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
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Territories before and after">
        <table className={classes.table} data-proposal={proposal !== null || undefined}>
          <thead>
            <tr>
              <th scope="col" aria-label="Chosen">
                {proposal && (
                  <CheckMark
                    isChecked={isAll}
                    isPartial={chosen.size > 0 && !isAll}
                    label="All territories"
                    onToggle={() => choose(isAll ? [] : rows.map((row) => row.territory))}
                  />
                )}
              </th>
              <th scope="col">Territory</th>
              <th scope="col">Now</th>
              <th scope="col">Index, ±{format.percent(toleranceShare, 1)}</th>
              <th scope="col">After</th>
              <th scope="col">In</th>
              <th scope="col">Out</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TerritoryLine
                key={row.territory}
                row={row}
                cells={cells(row)}
                toleranceShare={toleranceShare}
                isChosen={proposal ? chosen.has(row.territory) : null}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p className={classes.none}>No territories yet. Say how many, then press Balance.</p>
        )}
      </div>
      {proposal && <AcceptFoot proposal={proposal} chosenCount={chosen.size} isAll={isAll} />}
    </Panel>
  );
}

function choose(territories: readonly number[]): void {
  balanceStore.setState({ chosen: new Set(territories) });
}

interface TerritoryLineProps {
  readonly row: ProposalRow;
  readonly cells: readonly string[];
  readonly toleranceShare: number;
  /** Null where there is nothing to choose. */
  readonly isChosen: boolean | null;
}

function TerritoryLine({ row, cells, toleranceShare, isChosen }: TerritoryLineProps) {
  const [name, before, after, gained, lost] = cells;
  const isOff = !Number.isNaN(row.indexBefore) && Math.abs(row.indexBefore - 100) > 15;
  return (
    <tr data-left-out={isChosen === false || undefined}>
      <td>
        {isChosen !== null && (
          <CheckMark
            isChecked={isChosen}
            isPartial={false}
            label={`Accept for ${row.name}`}
            onToggle={() => {
              const { chosen } = balanceStore.getState();
              const next = new Set(chosen);
              if (!next.delete(row.territory)) next.add(row.territory);
              balanceStore.setState({ chosen: next });
            }}
          />
        )}
      </td>
      <th scope="row">
        <span className={classes.name}>
          <TerritorySwatch colorIndex={row.colorIndex} />
          <span title={name}>{name}</span>
        </span>
      </th>
      <td data-band={isOff ? indexBand(row.indexBefore) : undefined}>{before}</td>
      <td>
        <DotPlot
          before={row.indexBefore}
          after={isChosen === null ? Number.NaN : row.indexAfter}
          toleranceShare={toleranceShare}
        />
      </td>
      <td>
        <strong>{after}</strong>
      </td>
      <td>{gained}</td>
      <td>{lost}</td>
    </tr>
  );
}

function AcceptFoot({
  proposal,
  chosenCount,
  isAll,
}: {
  readonly proposal: Proposal;
  readonly chosenCount: number;
  readonly isAll: boolean;
}) {
  const format = usePlanFormat();
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const { movedCount, movedShare, newCount } = proposal.disruption;
  const moved = movedCount + newCount;
  return (
    <div className={classes.foot}>
      <p className={classes.moved}>
        <strong>{moved === 1 ? '1 account' : `${format.number(moved)} accounts`}</strong>
        <span>
          {proposal.task.isNew
            ? 'get a territory'
            : `move${movedShare === null ? '' : `, ${format.percent(movedShare, 1)}`}`}
        </span>
      </p>
      <Button variant="subtle" onClick={dropProposal}>
        Discard
      </Button>
      {!proposal.task.isNew && (
        <Button disabled={isReadOnly || isAll || chosenCount === 0} onClick={() => acceptProposal(false)}>
          {isAll ? 'Accept some…' : `Accept ${chosenCount}`}
        </Button>
      )}
      <Button variant="filled" disabled={isReadOnly} onClick={() => acceptProposal(true)}>
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
      };
    })
    .sort(
      (a, b) => Math.abs(b.indexBefore - 100) - Math.abs(a.indexBefore - 100) || a.name.localeCompare(b.name),
    );
}
