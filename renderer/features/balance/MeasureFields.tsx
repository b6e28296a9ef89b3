import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { MeasureWeight, Scenario } from '../../../shared/model/scenario';
import { planStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './BalanceSettings.module.css';
import { setBalance } from './balanceStore';

interface MeasureFieldsProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  /** Of the combined index. */
  readonly toleranceShare: number;
}

/** Solvers hold three at once: the index and two measures. */
const MOST_HELD = 2;

/** What the index is made of, by weight, and how far each may be off. Weights belong to the scenario. */
export function MeasureFields({ plan, scenario, toleranceShare }: MeasureFieldsProps) {
  const format = usePlanFormat();
  const { measures } = scenario;
  const nameOf = (id: string) => {
    const measure = plan.accounts.measures.find((each) => each.id === id);
    return measure ? `${measure.name}${format.measureUnitSuffix(measure.kind)}` : 'Accounts';
  };
  const others = plan.accounts.measures.filter((each) => !measures.some((own) => own.measureId === each.id));
  const put = (at: number, fields: Partial<MeasureWeight>) =>
    save(
      scenario,
      measures.map((measure, each) => (each === at ? { ...measure, ...fields } : measure)),
    );
  const percent = (share: number) => Number((share * 100).toFixed(4));

  return (
    <PanelSection title="Measures">
      <div className={classes.measures}>
        <span className={classes.head}>Measure</span>
        <span className={classes.head} data-end>
          Weight
        </span>
        <span className={classes.head} data-end>
          Tolerance
        </span>
        {measures.map((measure, at) => (
          <MeasureRow
            key={measure.measureId}
            name={nameOf(measure.measureId)}
            weight={percent(measure.weight)}
            tolerance={measures.length > 1 && at < MOST_HELD ? percent(measure.toleranceShare) : null}
            onWeight={(weight) => save(scenario, reweighed(measures, at, weight / 100))}
            onTolerance={(tolerance) => put(at, { toleranceShare: tolerance / 100 })}
            onRemove={measures.length > 1 ? () => save(scenario, without(measures, at)) : null}
          />
        ))}
        <span className={classes.measure}>{measures.length === 0 ? 'Accounts' : 'Index'}</span>
        <span className={classes.combined}>{measures.length > 1 ? 'combined' : ''}</span>
        <CommitNumberInput
          className={classes.end}
          aria-label="Tolerance of the index"
          value={percent(toleranceShare)}
          prefix="± "
          suffix=" %"
          min={0}
          max={1000}
          onCommit={(value) => value !== null && setBalance({ indexToleranceShare: value / 100 })}
        />
      </div>
      {others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              className={classes.add}
              leftSection={<IconPlus size={14} stroke={1.8} />}
            >
              Add measure
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((each) => (
              <Menu.Item
                key={each.id}
                onClick={() => {
                  const added = { measureId: each.id, weight: 0, toleranceShare: 0.15 };
                  save(scenario, reweighed([...measures, added], measures.length, 1 / (measures.length + 1)));
                }}
              >
                {each.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </PanelSection>
  );
}

interface MeasureRowProps {
  readonly name: string;
  readonly weight: number;
  /** Null where the measure is not held on its own. */
  readonly tolerance: number | null;
  readonly onWeight: (percent: number) => void;
  readonly onTolerance: (percent: number) => void;
  readonly onRemove: (() => void) | null;
}

function MeasureRow({ name, weight, tolerance, onWeight, onTolerance, onRemove }: MeasureRowProps) {
  return (
    <>
      <span className={classes.measure}>
        <span title={name}>{name}</span>
        {onRemove && (
          <ActionIcon size={20} aria-label={`Leave ${name} out`} onClick={onRemove}>
            <IconX size={12} stroke={1.8} />
          </ActionIcon>
        )}
      </span>
      <CommitNumberInput
        className={classes.end}
        aria-label={`Weight of ${name}`}
        value={weight}
        suffix=" %"
        min={0}
        max={100}
        disabled={!onRemove}
        onCommit={(value) => onWeight(value ?? 0)}
      />
      {tolerance === null ? (
        <span className={classes.combined}>as the index</span>
      ) : (
        <CommitNumberInput
          className={classes.end}
          aria-label={`Tolerance of ${name}`}
          value={tolerance}
          prefix="± "
          suffix=" %"
          min={0}
          max={1000}
          onCommit={(value) => value !== null && onTolerance(value)}
        />
      )}
    </>
  );
}

/** Weights add up to 1: the others share what is left in proportion. */
export function reweighed(measures: readonly MeasureWeight[], at: number, weight: number): MeasureWeight[] {
  const own = Math.min(1, Math.max(0, weight));
  const others = measures.reduce((sum, measure, each) => (each === at ? sum : sum + measure.weight), 0);
  const left = 1 - own;
  return measures.map((measure, each) => {
    if (each === at) return { ...measure, weight: own };
    const share = others > 0 ? measure.weight / others : 1 / (measures.length - 1);
    return { ...measure, weight: Number((left * share).toFixed(6)) };
  });
}

function without(measures: readonly MeasureWeight[], at: number): MeasureWeight[] {
  const kept = measures.filter((_, each) => each !== at);
  return reweighed(kept, 0, kept[0]!.weight / (1 - measures[at]!.weight || 1));
}

function save(scenario: Scenario, measures: readonly MeasureWeight[]): void {
  planStore.dispatch({
    kind: 'updateScenario',
    scenarioId: scenario.id,
    fields: { measures: [...measures] },
  });
}
