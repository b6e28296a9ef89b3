import { Radio, Select, TextInput } from '@mantine/core';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { BuildSummary } from '../../workers/importContract';
import { BuildError } from './BuildError';
import { placedCount } from './fieldChoices';
import { changeTarget } from './importActions';
import { importStore, useImport } from './importStore';
import classes from './ReviewStep.module.css';
import { MergePreview } from './MergePreview';
import { RulesOnImport } from './RulesOnImport';
import { RunningLine } from './RunningLine';
import { TodayTerritories } from './TodayTerritories';
import { countTone } from './walkFindings';

/** What the import will do, before it does it. */
export function ReviewStep() {
  const build = useImport((state) => state.build);
  const target = useImport((state) => state.target);
  return (
    <div className={classes.step}>
      <RunningLine />
      <BuildError />
      {build && (
        <div className={classes.columns}>
          <div>
            <Target build={build} />
            <TodayTerritories build={build} />
            <BalanceMeasure build={build} />
          </div>
          <div>
            <Figures build={build} />
            <Rejected build={build} />
            {target === 'openPlan' && build.merge && <MergePreview merge={build.merge} />}
            {target === 'openPlan' && <RulesOnImport build={build} />}
          </div>
        </div>
      )}
    </div>
  );
}

interface PartProps {
  readonly build: BuildSummary;
}

function Target({ build }: PartProps) {
  const target = useImport((state) => state.target);
  const planName = useImport((state) => state.planName);
  const plan = usePlanStore((state) => state.plan);
  const format = usePlanFormat();
  const removesMissing = useImport((state) => state.removesMissing);
  const { merge } = build;
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>Where do the accounts go?</h2>
      <Radio.Group value={target} onChange={(value) => void changeTarget(value)} aria-label="Target">
        <div className={classes.choices}>
          {plan && (
            <Radio
              size="xs"
              value="openPlan"
              label={`Into ${plan.name}`}
              description="Matched by account ID. Assignments, locks and notes stay."
            />
          )}
          <Radio
            size="xs"
            value="newPlan"
            label="Into a new plan"
            description={plan ? 'The open plan stays as it is.' : undefined}
          />
        </div>
      </Radio.Group>
      {target === 'newPlan' ? (
        <TextInput
          mt={12}
          label="Name of the plan"
          value={planName}
          onChange={(event) => importStore.setState({ planName: event.currentTarget.value })}
        />
      ) : (
        merge && (
          <dl className={classes.facts}>
            <Fact label="New accounts" value={format.number(merge.added)} />
            <Fact label="Changed" value={format.number(merge.changed)} />
            <Fact label="The same" value={format.number(merge.same)} />
            <Fact
              label={removesMissing ? 'Not in the file, removed' : 'Not in the file, kept'}
              value={format.number(merge.missing)}
              note={merge.missingNames.slice(0, 3).join(', ')}
            />
          </dl>
        )
      )}
    </section>
  );
}

/** What a new plan is balanced on; an open plan keeps its weights. */
function BalanceMeasure({ build }: PartProps) {
  const chosen = useImport((state) => state.balanceMeasureId);
  const hasWeights = usePlanStore(
    ({ plan }) => plan?.scenarios.every((scenario) => scenario.measures.length > 0) ?? false,
  );
  const target = useImport((state) => state.target);
  const format = usePlanFormat();
  const { measures } = build;
  if (measures.length === 0 || (target === 'openPlan' && hasWeights)) return null;
  const first = measures.find(({ total }) => total > 0) ?? measures[0]!;
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>What should territories be balanced on?</h2>
      <Select
        mt={8}
        aria-label="Measure to balance on"
        data={measures.map(({ id, name, total }) => ({
          value: id,
          label: `${name}, ${format.compact(total).text} in all`,
        }))}
        value={chosen ?? first.id}
        onChange={(value) => importStore.setState({ balanceMeasureId: value })}
      />
      <p className={classes.text}>Other measures can be weighed in later.</p>
    </section>
  );
}

function Figures({ build }: PartProps) {
  const format = usePlanFormat();
  const { kinds, placed, measures, rejected, skipped } = build;
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>What comes in</h2>
      <dl className={classes.facts}>
        <Fact
          label="Accounts"
          value={format.number(build.imported)}
          note={`of ${format.number(build.rowCount)} rows`}
        />
        <Fact
          label="Placed"
          value={format.number(placedCount(placed))}
          note={`${format.number(placed.none)} not placed`}
        />
        <Fact label="Cells corrected" value={format.number(countTone(kinds, 'fix'))} />
        <Fact label="Cells to check" value={format.number(countTone(kinds, 'warn'))} />
        <Fact label="Cells that need you" value={format.number(countTone(kinds, 'bad'))} />
        <Fact label="Rows rejected" value={format.number(rejected.length)} />
        <Fact
          label="Rows that are no account"
          value={format.number(skipped.length)}
          note={skipped[0]?.reason ?? ''}
        />
        {measures.map(({ name, total, filled }) => (
          <Fact
            key={name}
            label={name}
            value={format.compact(total).text}
            note={`in ${format.number(filled)} of ${format.number(build.imported)} accounts`}
          />
        ))}
      </dl>
    </section>
  );
}

function Fact({
  label,
  value,
  note = '',
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b> {note && <span className={classes.factNote}>{note}</span>}
      </dd>
    </div>
  );
}

const NAMED_ROWS = 200;

function Rejected({ build }: PartProps) {
  const format = usePlanFormat();
  if (build.rejected.length === 0) return null;
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>{format.number(build.rejected.length)} rows are left out</h2>
      <ul className={classes.rejected} tabIndex={0} aria-label="Rows that are left out">
        {build.rejected.slice(0, NAMED_ROWS).map(({ row, reason }) => (
          <li key={row}>{reason}</li>
        ))}
        {build.rejected.length > NAMED_ROWS && (
          <li>
            And {format.number(build.rejected.length - NAMED_ROWS)} more: save all problems as CSV on Columns.
          </li>
        )}
      </ul>
    </section>
  );
}
