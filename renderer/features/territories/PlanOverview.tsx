import { UnstyledButton } from '@mantine/core';
import { corridorSide } from '../../palette/indexBand';
import { useActiveRole } from '../../state/activeRole';
import { selectTerritory } from '../../state/viewStore';
import { Figure } from '../../ui/Figure';
import { IndexBar } from '../../ui/IndexBar';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './Inspector.module.css';
import { openRealignmentPay } from './realignmentStore';
import type { TerritoriesData } from './useTerritoriesData';

const MOST_SHOWN = 8;

interface PlanOverviewProps {
  readonly data: TerritoriesData;
  readonly onShow: (territory: number) => void;
}

/** The scenario as a whole: its spread, its money, and the territories furthest off target. */
export function PlanOverview({ data, onShow }: PlanOverviewProps) {
  const { scenario, evaluation } = data;
  const role = useActiveRole();
  const format = usePlanFormat();
  const { spread, index, assignable, accounts } = evaluation.territories;
  const { budget } = evaluation.pay;
  const furthest = assignable
    .filter((k) => !Number.isNaN(index[k]!))
    .sort((a, b) => Math.abs(index[b]! - 100) - Math.abs(index[a]! - 100))
    .slice(0, MOST_SHOWN);
  const facts: [string, string][] = [
    ['Territories', format.number(assignable.length)],
    ['In corridor', format.number(spread.inCorridorCount)],
    [
      'Lowest and highest',
      [spread.lowest, spread.highest].map((value) => format.index(value, scenario.corridorShare)).join(' · '),
    ],
    [role === undefined ? 'Unassigned accounts' : 'Accounts not covered', format.number(accounts.unassigned)],
    ['Incentives', format.cents(budget.payoutCents)],
    ['Bookings', format.cents(budget.bookingsCents)],
  ];
  return (
    <Panel label="Scenario">
      <PanelHeader title={role === undefined ? scenario.name : `${scenario.name} · ${role}`} />
      <PanelBody>
        <PanelSection>
          <dl className={classes.facts}>
            {facts.map(([label, value]) => (
              <div key={label} className={classes.fact}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <UnstyledButton className={classes.link} onClick={openRealignmentPay}>
            What does this realignment cost in pay?
          </UnstyledButton>
        </PanelSection>
        {furthest.length > 0 && (
          <PanelSection title="Furthest from target">
            {furthest.map((k) => {
              const territory = scenario.territories[k]!;
              const side = corridorSide(index[k]!, scenario.corridorShare);
              return (
                <UnstyledButton
                  key={k}
                  className={classes.neighbour}
                  onClick={() => {
                    selectTerritory(territory.id);
                    onShow(k);
                  }}
                >
                  <span className={classes.neighbourName}>
                    <TerritorySwatch colorIndex={territory.colorIndex} />
                    <span className={classes.ellipsis}>{territory.name}</span>
                  </span>
                  <IndexBar index={index[k]!} corridorShare={scenario.corridorShare} width={76} />
                  <span className={classes.end}>
                    <Figure
                      value={format.index(index[k]!, scenario.corridorShare)}
                      tone={side === 'inside' ? 'strong' : side}
                    />
                  </span>
                  <span />
                </UnstyledButton>
              );
            })}
          </PanelSection>
        )}
        <p className={classes.hint}>
          Select a territory in the list or on the map to see what it is made of.
        </p>
      </PanelBody>
    </Panel>
  );
}
