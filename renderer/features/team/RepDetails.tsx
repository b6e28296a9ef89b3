import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { defaultBaseShare } from '../../../shared/comp/referenceFigures';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import type { Role } from '../../../shared/model/role';
import type { Scenario } from '../../../shared/model/scenario';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { PanelBody, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { percentOf, ratioOf } from './percent';
import classes from './RepDetails.module.css';
import { RepTimes } from './RepTimes';
import { canReportTo } from './rollUp';
import { rolesOf } from './repColumns';

export interface RepDetailsProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario | null;
  readonly roles: readonly Role[];
  readonly rep: Rep;
  /** Puts the rep as changed; `what` names the field for undo. */
  readonly onPut: (rep: Rep, what: string) => void;
}

/** Every field of one rep. */
export function RepDetails(props: RepDetailsProps) {
  return (
    <PanelBody>
      <PanelSection title="Seat">
        <SeatFields {...props} />
      </PanelSection>
      <PanelSection title="Pay">
        <PayFields {...props} />
      </PanelSection>
      <RepTimes rep={props.rep} onPut={props.onPut} />
      <PanelSection title="Base location">
        <BaseFields {...props} />
      </PanelSection>
    </PanelBody>
  );
}

function SeatFields({ plan, scenario, roles, rep, onPut }: RepDetailsProps) {
  const seats = (scenario?.territories ?? [])
    .filter((each) => !each.isRemoved && each.level === scenario!.levels.length - 1)
    .map((each) => ({ value: each.id, label: each.name }));
  const managers = plan.reps
    .filter((other) => canReportTo(plan.reps, rep.id, other.id))
    .map((other) => ({ value: other.id, label: other.name }));
  return (
    <div className={classes.fields}>
      <CommitTextInput
        label="Name"
        value={rep.name}
        onCommit={(name) => name !== '' && onPut({ ...rep, name }, 'name')}
      />
      <Select
        label="Role"
        data={[...new Set([...roles.map((role) => role.name), ...rolesOf(plan.reps)])]}
        value={rep.role}
        allowDeselect={false}
        onChange={(role) => role && onPut({ ...rep, role }, 'role')}
      />
      <Select
        label="Manager"
        placeholder="nobody above"
        clearable
        searchable
        data={managers}
        value={rep.managerId}
        onChange={(managerId) => onPut({ ...rep, managerId }, 'manager')}
      />
      <Select
        label="Territory"
        placeholder="none"
        clearable
        searchable
        data={seats}
        value={seats.some((seat) => seat.value === rep.territoryId) ? rep.territoryId : null}
        onChange={(territoryId) => onPut({ ...rep, territoryId }, 'territory')}
      />
      <CommitNumberInput
        label="Capacity, of a full-time rep"
        suffix="%"
        min={0}
        value={percentOf(rep.capacityRatio)}
        onCommit={(percent) => onPut({ ...rep, capacityRatio: ratioOf(percent ?? 100) }, 'capacity')}
      />
    </div>
  );
}

function PayFields({ plan, roles, rep, onPut }: RepDetailsProps) {
  const format = usePlanFormat();
  const symbol = format.measureUnitSuffix('money').replace(', ', '');
  const oteCents = rep.baseSalaryCents + rep.targetIncentiveCents;
  const usual = defaultBaseShare(rep.role, roles);
  const own = oteCents > 0 ? rep.baseSalaryCents / oteCents : null;
  const mixText = (base: number) => `${format.number(base * 100)}/${format.number(100 - base * 100)}`;
  const money = (
    label: string,
    cents: number | null,
    put: (cents: number | null) => Rep,
    placeholder = '',
  ) => (
    <CommitNumberInput
      label={label}
      prefix={symbol}
      min={0}
      placeholder={placeholder}
      value={cents === null ? null : cents / 100}
      onCommit={(amount) =>
        onPut(put(amount === null ? null : Math.round(amount * 100)), label.toLowerCase())
      }
    />
  );
  return (
    <>
      <div className={classes.fields}>
        <Select
          label="Comp plan"
          placeholder="none"
          clearable
          data={plan.compPlans.map((each) => ({
            value: each.id,
            label: each.version > 1 ? `${each.name}, version ${each.version}` : each.name,
          }))}
          value={rep.compPlanId}
          onChange={(compPlanId) => onPut({ ...rep, compPlanId }, 'comp plan')}
        />
        {money('Base salary', rep.baseSalaryCents, (cents) => ({ ...rep, baseSalaryCents: cents ?? 0 }))}
        {money('Target incentive', rep.targetIncentiveCents, (cents) => ({
          ...rep,
          targetIncentiveCents: cents ?? 0,
        }))}
        {money(
          'Quota, set by hand',
          rep.quotaPinCents,
          (cents) => ({ ...rep, quotaPinCents: cents }),
          'worked out',
        )}
        {money('History', rep.historyCents, (cents) => ({ ...rep, historyCents: cents }), 'none')}
      </div>
      <p className={classes.note}>
        OTE {format.cents(oteCents)}
        {own !== null && `, pay mix ${mixText(own)}`}
        {`; usual for ${rep.role}: ${mixText(usual)}`}
      </p>
      {own !== null && Math.abs(own - usual) > 0.005 && (
        <Button
          variant="subtle"
          className={classes.add}
          onClick={() => {
            const baseSalaryCents = Math.round(oteCents * usual);
            onPut({ ...rep, baseSalaryCents, targetIncentiveCents: oteCents - baseSalaryCents }, 'pay mix');
          }}
        >
          Take the usual mix on the same OTE
        </Button>
      )}
    </>
  );
}

function BaseFields({ rep, onPut }: RepDetailsProps) {
  const { base } = rep;
  if (!base) {
    return (
      <Button
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() =>
          onPut({ ...rep, base: { name: 'Home office', lat: 39.8, lng: -98.6 } }, 'base location')
        }
      >
        Set where the rep works from
      </Button>
    );
  }
  return (
    <div className={classes.fields}>
      <CommitTextInput
        label="Place"
        value={base.name}
        onCommit={(name) => name !== '' && onPut({ ...rep, base: { ...base, name } }, 'base location')}
      />
      <CommitNumberInput
        label="Latitude"
        min={-90}
        max={90}
        decimalScale={5}
        value={base.lat}
        onCommit={(lat) => lat !== null && onPut({ ...rep, base: { ...base, lat } }, 'base location')}
      />
      <CommitNumberInput
        label="Longitude"
        min={-180}
        max={180}
        decimalScale={5}
        value={base.lng}
        onCommit={(lng) => lng !== null && onPut({ ...rep, base: { ...base, lng } }, 'base location')}
      />
      <div className={classes.end}>
        <ActionIcon
          aria-label="Remove base location"
          onClick={() => onPut({ ...rep, base: null }, 'base location')}
        >
          <IconX size={14} stroke={1.8} />
        </ActionIcon>
      </div>
    </div>
  );
}
