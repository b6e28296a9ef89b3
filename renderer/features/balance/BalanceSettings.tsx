import { Anchor, Button, Chip, SegmentedControl, Slider, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { usePlanStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './BalanceSettings.module.css';
import { setBalance, useBalance } from './balanceStore';
import { CapFields } from './CapFields';
import { EligibilityFields } from './EligibilityFields';
import { KEEP_STOPS_KM, keepStop, keepWords } from './keepScale';
import { MeasureFields } from './MeasureFields';
import { NewBaseFields } from './NewBaseFields';
import { PieceField } from './PieceField';
import { RespectedList } from './RespectedList';
import { runBalance } from './runBalance';
import { TeamFields } from './TeamFields';
import { TerritoryTerms } from './TerritoryTerms';

interface BalanceSettingsProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
}

/** What the solver is asked for. */
export function BalanceSettings({ plan, scenario, evaluation }: BalanceSettingsProps) {
  const settings = useBalance((state) => state.settings);
  const isRunning = useBalance((state) => state.running !== null);
  const seconds = useBalance((state) => state.proposal?.seconds ?? null);
  const problem = useBalance((state) => state.problem);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const [hasTerms, setHasTerms] = useState(false);
  const format = usePlanFormat();
  const present = evaluation.territories.assignable.length;
  const count = settings.territoryCount ?? present;
  const isOtherCount = count !== present || settings.isAnew;
  return (
    <Panel label="Balance settings" edge="right">
      <PanelHeader title="Balance settings" />
      <PanelBody>
        <MeasureFields plan={plan} scenario={scenario} toleranceShare={settings.indexToleranceShare} />
        <PanelSection>
          <div className={classes.row}>
            <h3 className={classes.label} id="balance-count">
              Territories
            </h3>
            <CommitNumberInput
              aria-labelledby="balance-count"
              value={count === 0 ? null : count}
              placeholder="how many"
              min={1}
              max={5000}
              allowDecimal={false}
              w={92}
              hideControls={false}
              onCommit={(value) =>
                setBalance({ territoryCount: value === present ? null : value, isAnew: false })
              }
            />
          </div>
          <p className={classes.hint}>
            {countHint(present, count, settings.isAnew)}{' '}
            <Anchor component="button" type="button" fz={12} onClick={() => goTo('sizing')}>
              How many should there be?
            </Anchor>
          </p>
          {isOtherCount && <NewBaseFields settings={settings} present={present} count={count} />}
          {!isOtherCount && (
            <>
              <div className={classes.row}>
                <h3 className={classes.label}>Bases</h3>
                <SegmentedControl
                  size="xs"
                  aria-label="Bases"
                  value={settings.bases}
                  onChange={(bases) => setBalance({ bases: bases === 'free' ? 'free' : 'fixed' })}
                  data={[
                    { value: 'fixed', label: 'Fixed at rep homes' },
                    { value: 'free', label: 'Free' },
                  ]}
                />
              </div>
              <Anchor component="button" type="button" fz={12} mt={4} onClick={() => setHasTerms(true)}>
                Capacity and base by territory…
              </Anchor>
              <BalanceOnly scenario={scenario} onlyNodeIds={settings.onlyNodeIds} />
            </>
          )}
        </PanelSection>
        {!isOtherCount && count > 0 && (
          <TeamFields scenario={scenario} isDisabled={isReadOnly || isRunning} />
        )}
        <PieceField contiguous={settings.contiguous} />
        {!isOtherCount && <KeepOwners keepKm={settings.keepKm} />}
        {!isOtherCount && settings.contiguous === null && <CapFields caps={settings.caps} />}
        {!isOtherCount && (
          <EligibilityFields plan={plan} scenario={scenario} eligibility={settings.eligibility} />
        )}
        <PanelSection title="Always respected">
          <RespectedList plan={plan} scenario={scenario} assignment={evaluation.territories.assignment} />
        </PanelSection>
      </PanelBody>
      {hasTerms && <TerritoryTerms scenario={scenario} onClose={() => setHasTerms(false)} />}
      {problem !== null && (
        <p className={classes.problem} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{problem}</span>
        </p>
      )}
      {!isOtherCount && count > 0 && (
        <div className={classes.fix}>
          <Tooltip label="With the fewest changes of hands; what is within stays as it is" multiline w={240}>
            <Button fullWidth disabled={isReadOnly || isRunning} onClick={() => void runBalance('corridor')}>
              Fix only what is out of ±{format.percent(settings.indexToleranceShare, 1)}
            </Button>
          </Tooltip>
        </div>
      )}
      <div className={classes.foot}>
        <span className={classes.seed}>
          Seed {settings.seed}
          {seconds !== null && ` · ${format.number(seconds, 1)} s`}
        </span>
        <RunButton isDisabled={isReadOnly || count === 0} />
      </div>
    </Panel>
  );
}

/** Starts a run, and stops the one that goes on. */
function RunButton({ isDisabled }: { readonly isDisabled: boolean }) {
  const stop = useBalance((state) => state.running?.stop ?? null);
  const isOver = useBalance((state) => (state.running?.isOver ?? null) !== null);
  const proposal = useBalance((state) => state.proposal);
  if (stop) {
    return (
      <Button leftSection={<IconPlayerStop size={14} stroke={1.8} />} disabled={isOver} onClick={stop}>
        Stop
      </Button>
    );
  }
  return (
    <Button
      variant={proposal ? 'default' : 'filled'}
      leftSection={<IconPlayerPlay size={14} stroke={1.8} />}
      disabled={isDisabled}
      onClick={() => void runBalance()}
    >
      {proposal && !proposal.change ? 'Run again' : 'Balance'}
    </Button>
  );
}

function countHint(present: number, count: number, isAnew: boolean): string {
  if (present === 0)
    return 'The scenario has none yet: say how many, and they are made where the accounts are.';
  if (count === present && isAnew) return 'As many as there are, drawn anew in a scenario of their own.';
  if (count === present) return 'As many as the scenario has.';
  return `The scenario has ${present}. Another number makes a scenario of its own.`;
}

function KeepOwners({ keepKm }: { readonly keepKm: number }) {
  const format = usePlanFormat();
  const stop = keepStop(keepKm);
  const words = keepWords(stop);
  const figure = words.hasFigure ? format.distance(KEEP_STOPS_KM[stop]!) : '';
  return (
    <PanelSection title="Keep existing owners">
      <Slider
        className={classes.slider}
        value={stop}
        min={0}
        max={KEEP_STOPS_KM.length - 1}
        label={null}
        thumbLabel="Keep existing owners"
        thumbProps={{
          'aria-valuetext': `${words.before}${figure}${words.after}`,
        }}
        onChange={(at) => setBalance({ keepKm: KEEP_STOPS_KM[at]! })}
      />
      <div className={classes.ends} aria-hidden>
        <span>Move freely</span>
        <span>Keep unless needed</span>
      </div>
      <p className={classes.words}>
        {words.before}
        <strong>{figure}</strong>
        {words.after}
      </p>
    </PanelSection>
  );
}

/** The nodes right above the territories' own level: what is left out stays as it is. */
function BalanceOnly({
  scenario,
  onlyNodeIds,
}: {
  readonly scenario: Scenario;
  readonly onlyNodeIds: readonly string[] | null;
}) {
  const nodes = scenario.territories.filter((territory) => territory.level === 0 && !territory.isRemoved);
  if (scenario.levels.length < 2 || nodes.length < 2) return null;
  const all = nodes.map((node) => node.id);
  return (
    <>
      <h3 className={classes.label} id="balance-only">
        Balance only
      </h3>
      <Chip.Group
        multiple
        value={[...(onlyNodeIds ?? all)]}
        onChange={(ids) =>
          setBalance({ onlyNodeIds: ids.length === all.length || ids.length === 0 ? null : ids })
        }
      >
        <div className={classes.chips} role="group" aria-labelledby="balance-only">
          {nodes.map((node) => (
            <Chip key={node.id} value={node.id} size="xs" variant="light">
              {node.name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </>
  );
}
