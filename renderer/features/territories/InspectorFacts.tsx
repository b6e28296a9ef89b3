import { estimatedDriveHours } from '../../../shared/measures/travel';
import { Figure } from '../../ui/Figure';
import { PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { Fact } from './Fact';
import classes from './Inspector.module.css';
import { InspectorShape } from './InspectorShape';
import { surnameOf } from './treeRows';
import type { TerritoriesData } from './useTerritoriesData';

/** Quota and pay of the territory's reps, its travel and its land. Only for territories that hold accounts. */
export function InspectorFacts({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex } = data;
  const format = usePlanFormat();
  const { travel, assignable } = evaluation.territories;
  if (!assignable.includes(selectedIndex)) return null;
  const pays = evaluation.pay.reps.filter((pay) => pay.territoryIndex === selectedIndex);
  const activity = travel.activity[selectedIndex]!;
  const meanKm = activity > 0 ? travel.activityKm[selectedIndex]! / activity : null;
  const { detourFactor, driveSpeedKmh, fiscalYear } = plan.settings;
  const year = `FY${String(fiscalYear % 100).padStart(2, '0')}`;
  const base = scenario.territories[selectedIndex]!.base;
  return (
    <PanelSection>
      <dl className={classes.facts}>
        {pays.map((pay) => {
          const who = pays.length > 1 ? ` ${surnameOf(pay.rep.name)}` : '';
          return [
            <Fact key={`${pay.rep.id} quota`} label={`Quota ${year}${who}`}>
              <Figure value={pay.quotaCents > 0 ? format.cents(pay.quotaCents) : '–'} />
            </Fact>,
            <Fact key={`${pay.rep.id} pay`} label={`Attainment and pay${who}`}>
              {pay.attainmentRatio === null ? '–' : format.percent(pay.attainmentRatio)} ·{' '}
              <Figure value={pay.payout ? format.cents(pay.payoutCents) : 'no plan'} />
            </Fact>,
          ];
        })}
        <Fact label={base ? 'Travel to base' : 'Travel to the middle'}>
          {meanKm === null
            ? '–'
            : `${format.distance(meanKm)}, est. ${format.hours(
                estimatedDriveHours(meanKm, detourFactor, driveSpeedKmh),
              )}`}
        </Fact>
        <InspectorShape data={data} />
      </dl>
    </PanelSection>
  );
}
