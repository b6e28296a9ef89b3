import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Rep } from '../../../shared/model/rep';
import { notify } from '../../state/noticeStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { PanelSection } from '../../ui/Panel';
import { percentOf, ratioOf } from './percent';
import classes from './RepDetails.module.css';

interface RepTimesProps {
  readonly rep: Rep;
  readonly onPut: (rep: Rep, what: string) => void;
}

/** When a rep is there, ramps up and is away: quota and target incentive shrink with it. */
export function RepTimes({ rep, onPut }: RepTimesProps) {
  const isInPart = rep.startDate !== null || rep.endDate !== null || rep.leaves.length > 0;
  return (
    <>
      <PanelSection title="Dates">
        <div className={classes.pair}>
          <DateField
            label="Start"
            value={rep.startDate}
            onCommit={(startDate) => put({ ...rep, startDate }, 'start', onPut)}
          />
          <DateField
            label="End"
            value={rep.endDate}
            onCommit={(endDate) => put({ ...rep, endDate }, 'end', onPut)}
          />
        </div>
        {isInPart && (
          <p className={classes.note}>
            Quota and target count active days / days of each period of results: a month, a quarter or the
            year. So months and the year can be half a percent apart.
          </p>
        )}
      </PanelSection>
      <PanelSection title="Ramp, share of quota by month of service">
        <Ramp rep={rep} onPut={onPut} />
      </PanelSection>
      <PanelSection title="Leave, both days in">
        <Leaves rep={rep} onPut={onPut} />
      </PanelSection>
    </>
  );
}

/** Refuses a span that ends before it begins. */
function put(rep: Rep, what: string, onPut: RepTimesProps['onPut']): void {
  const isTurned = (span: { from: string | null; to: string | null }) =>
    span.from !== null && span.to !== null && span.to < span.from;
  if ([{ from: rep.startDate, to: rep.endDate }, ...rep.leaves].some(isTurned)) {
    notify('error', 'That would end before it begins.', 'Give it an end on or after its first day.');
    return;
  }
  onPut(rep, what);
}

function DateField({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onCommit: (date: string | null) => void;
}) {
  return (
    <CommitTextInput
      type="date"
      label={label}
      value={value ?? ''}
      onCommit={(typed) => onCommit(typed === '' ? null : typed)}
    />
  );
}

function Ramp({ rep, onPut }: RepTimesProps) {
  const ramp = rep.rampRatios;
  const set = (rampRatios: number[]) => onPut({ ...rep, rampRatios }, 'ramp');
  return (
    <>
      {ramp.length > 0 && (
        <div className={classes.months}>
          {ramp.map((ratio, at) => (
            <CommitNumberInput
              key={at}
              label={`Month ${at + 1}`}
              suffix="%"
              min={0}
              value={percentOf(ratio)}
              onCommit={(percent) => set(ramp.with(at, ratioOf(percent ?? 100)))}
            />
          ))}
        </div>
      )}
      <div className={classes.buttons}>
        {ramp.length === 0 ? (
          <Button
            variant="subtle"
            className={classes.add}
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() => set([0.25, 0.5, 0.75])}
          >
            Add a ramp of three months
          </Button>
        ) : (
          <>
            <Button
              variant="subtle"
              className={classes.add}
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => set([...ramp, ramp.at(-1) ?? 1])}
            >
              Add month
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconX size={14} stroke={1.8} />}
              onClick={() => set(ramp.slice(0, -1))}
            >
              Remove month {ramp.length}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Leaves({ rep, onPut }: RepTimesProps) {
  const { leaves } = rep;
  const set = (next: Rep['leaves']) => put({ ...rep, leaves: next }, 'leave', onPut);
  const first = rep.startDate ?? '2027-01-01';
  return (
    <>
      {leaves.map((leave, at) => (
        <div key={at} className={classes.leave}>
          <DateField
            label={`Leave ${at + 1} from`}
            value={leave.from}
            onCommit={(from) => from && set(leaves.with(at, { ...leave, from }))}
          />
          <DateField
            label="to"
            value={leave.to}
            onCommit={(to) => to && set(leaves.with(at, { ...leave, to }))}
          />
          <ActionIcon aria-label={`Remove leave ${at + 1}`} onClick={() => set(leaves.toSpliced(at, 1))}>
            <IconX size={14} stroke={1.8} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => set([...leaves, { from: first, to: first }])}
      >
        Add leave
      </Button>
    </>
  );
}
