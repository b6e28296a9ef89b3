import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { RepRealignment } from '../../../shared/plan/realignmentPay';
import { selectTerritory } from '../../state/viewStore';
import { PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './RealignmentPay.module.css';
import { useRealignmentStore } from './realignmentStore';
import type { TerritoriesData } from './useTerritoriesData';

const FIRST_SHOWN = 12;

interface RealignmentRepsProps {
  readonly data: TerritoriesData;
  /** The largest change of pay first. */
  readonly reps: readonly RepRealignment[];
}

/** Rep by rep, from the territory's potential to the year's pay. */
export function RealignmentReps({ data, reps }: RealignmentRepsProps) {
  const [isAllShown, setAllShown] = useState(false);
  const format = usePlanFormat();
  const shown = isAllShown ? reps : reps.slice(0, FIRST_SHOWN);
  return (
    <PanelSection title={`${format.number(reps.length)} ${reps.length === 1 ? 'rep' : 'reps'} touched`}>
      <ul className={classes.reps} aria-label="Reps touched">
        {shown.map((rep) => (
          <Rep key={rep.repId} data={data} rep={rep} />
        ))}
      </ul>
      {reps.length > shown.length && (
        <UnstyledButton className={classes.link} onClick={() => setAllShown(true)}>
          Show {format.number(reps.length - shown.length)} more
        </UnstyledButton>
      )}
    </PanelSection>
  );
}

function Rep({ data, rep }: { readonly data: TerritoriesData; readonly rep: RepRealignment }) {
  const format = usePlanFormat();
  const simulated = useRealignmentStore((state) => state.simulated);
  const isCurrent = useRealignmentStore((state) => state.isCurrent);
  const territory = rep.territoryIndex === null ? null : data.scenario.territories[rep.territoryIndex];
  const { potentialMeasureId } = data.evaluation.pay;
  const measure = data.plan.accounts.measures.find(({ id }) => id === potentialMeasureId);
  const potential = (value: number) => format.measure(measure?.kind ?? 'number', value).text;
  const changeCents = rep.payoutCents.after - rep.payoutCents.before;
  const years = [simulated?.before.payCentsOf.get(rep.repId), simulated?.after.payCentsOf.get(rep.repId)];
  const spread = (year: (typeof years)[number]) =>
    year ? [year.p10, year.p50, year.p90].map((cents) => format.centsCompact(cents).text).join(' · ') : '–';
  return (
    <li className={classes.rep}>
      <UnstyledButton
        className={classes.repHead}
        disabled={!territory}
        onClick={() => territory && selectTerritory(territory.id)}
      >
        <TerritorySwatch colorIndex={territory?.colorIndex ?? null} />
        <span className={classes.name} title={territory ? `${rep.name}, ${territory.name}` : rep.name}>
          {rep.name}
        </span>
        <span className={classes.change}>
          {changeCents === 0 ? 'same pay' : format.centsChange(changeCents)}
        </span>
      </UnstyledButton>
      <dl className={classes.steps}>
        <Step name={measure?.name ?? 'Potential'} {...texts(rep.potential, potential)} />
        <Step name="Quota" {...texts(rep.quotaCents, (cents) => format.cents(cents))} />
        <Step
          name="Attainment"
          before={format.percent(rep.attainmentRatio.before, 1)}
          after={format.percent(rep.attainmentRatio.after, 1)}
        />
        <Step name="Payout" {...texts(rep.payoutCents, (cents) => format.cents(cents))} />
      </dl>
      {simulated && (
        <p className={classes.spread} data-old={!isCurrent || undefined}>
          P10 · P50 · P90: {spread(years[0])} before, {spread(years[1])} after
        </p>
      )}
    </li>
  );
}

function texts(
  { before, after }: { readonly before: number; readonly after: number },
  write: (value: number) => string,
): { before: string; after: string } {
  return { before: write(before), after: write(after) };
}

interface StepProps {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function Step({ name, before, after }: StepProps) {
  return (
    <div data-same={before === after || undefined}>
      <dt>{name}</dt>
      <dd>
        {before !== after && <span className={classes.before}>{before} → </span>}
        {after}
      </dd>
    </div>
  );
}
