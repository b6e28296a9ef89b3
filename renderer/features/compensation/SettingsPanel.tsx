import { ActionIcon, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { componentKinds } from '../../../shared/comp/components/registry';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompCondition, CompPlan } from '../../../shared/model/compPlan';
import { notify } from '../../state/noticeStore';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { compViewStore, PLAN_SETTINGS, saveCompPlan } from './compViewStore';
import { componentRows } from './componentRows';
import { componentSettings } from './componentSettings';
import { conditionRows, conditionSettings, withConditionRow, withoutConditionRow } from './conditionSettings';
import { editComponent } from './editComponent';
import { editCondition, editPlan, withActedOn } from './editPlan';
import { withComponent, withOneMore, withoutRow } from './listEdits';
import { MatrixTable } from './MatrixTable';
import { OrderOfOperations } from './OrderOfOperations';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { planSettings } from './planSettings';
import { printPlan } from './printStatements';
import classes from './Settings.module.css';
import { SettingGroups, SettingTable, type SetField } from './SettingsList';
import { useMeasureNames } from './useMeasureNames';
import type { ShownCompPlan } from './useCompPlan';

/** Every setting of a component, a condition or the plan, by name; null where what it was of is gone. */
export function SettingsPanel({ shown, of }: { readonly shown: ShownCompPlan; readonly of: string }) {
  const { plan } = shown;
  const component = plan.components.find((each) => each.id === of);
  const condition = plan.conditions.find((each) => each.id === of);
  if (component) return <ComponentSettings shown={shown} component={component} />;
  if (condition) return <ConditionSettings plan={plan} condition={condition} />;
  return of === PLAN_SETTINGS ? <PlanSettings plan={plan} /> : null;
}

/** Whether there is anything to show the settings of. */
export function hasSettings(plan: CompPlan, of: string | null): of is string {
  return (
    of === PLAN_SETTINGS ||
    plan.components.some((each) => each.id === of) ||
    plan.conditions.some((each) => each.id === of)
  );
}

function Head({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <PanelHeader title={title} note={note}>
      <ActionIcon aria-label="Close settings" onClick={() => compViewStore.setState({ settingsOf: null })}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </PanelHeader>
  );
}

function say(refusal: string | null): void {
  if (refusal !== null) notify('error', refusal);
}

function ComponentSettings({
  shown,
  component,
}: {
  readonly shown: ShownCompPlan;
  readonly component: CompComponent;
}) {
  const { plan, group } = shown;
  const measureNames = useMeasureNames(plan);
  const { name } = component;
  const onSet: SetField = (path, value) => {
    const edited = editComponent(component, path, value, group.basis);
    if (!edited.ok) return edited.message;
    return saveCompPlan(withComponent(plan, edited.component), `change ${name} in ${plan.name}`);
  };
  const put = (next: CompComponent, label: string) => say(saveCompPlan(withComponent(plan, next), label));
  const list = componentRows(component);
  const isOnly = list === null || list.rows.length < 2;
  return (
    <Panel label={`Settings of ${name}`}>
      <Head title={name} note={componentKinds[component.kind].label} />
      <PanelBody>
        {list && (
          <SettingTable
            list={list}
            onSet={onSet}
            onAdd={() => {
              const more = withOneMore(component);
              if (more) put(more, `add a ${list.part} to ${name}`);
            }}
            onRemove={
              isOnly
                ? null
                : (at) => {
                    const less = withoutRow(component, at);
                    if (less) put(less, `remove ${list.part} ${at + 1} of ${name}`);
                  }
            }
          />
        )}
        {component.kind === 'matrix' && (
          <MatrixTable plan={plan} matrix={component} onSet={onSet} onPut={put} />
        )}
        <SettingGroups groups={componentSettings(component, plan, measureNames)} onSet={onSet} />
      </PanelBody>
    </Panel>
  );
}

const CONDITION_KINDS = {
  gate: 'gate',
  linkedAccelerator: 'linked accelerator',
  multiplier: 'multiplier',
} as const;

function ConditionSettings({
  plan,
  condition,
}: {
  readonly plan: CompPlan;
  readonly condition: CompCondition;
}) {
  const measureNames = useMeasureNames(plan);
  const onSet: SetField = (path, value) => {
    const edited = editCondition(plan, condition.id, path, value);
    return edited.ok ? saveCompPlan(edited.plan, `change ${condition.name} in ${plan.name}`) : edited.message;
  };
  const put = (next: CompCondition, label: string) => {
    const conditions = plan.conditions.map((each) => (each.id === next.id ? next : each));
    say(saveCompPlan({ ...plan, conditions }, label));
  };
  const list = conditionRows(condition, plan, measureNames);
  return (
    <Panel label={`Settings of ${condition.name}`}>
      <Head title={condition.name} note={CONDITION_KINDS[condition.kind]} />
      <PanelBody>
        <SettingTable
          list={list}
          onSet={onSet}
          onAdd={() => put(withConditionRow(condition, plan), `add a ${list.part} to ${condition.name}`)}
          onRemove={
            list.rows.length < 2
              ? null
              : (at) => {
                  const less = withoutConditionRow(condition, at);
                  if (less) put(less, `remove ${list.part} ${at + 1} of ${condition.name}`);
                }
          }
        />
        <SettingGroups groups={conditionSettings(condition, plan, measureNames)} onSet={onSet} />
        <PanelSection title="Acts on">
          <div className={classes.choices}>
            {plan.components.map((each) => (
              <Checkbox
                key={each.id}
                size="xs"
                label={each.name}
                checked={condition.appliesTo?.includes(each.id) ?? true}
                onChange={() => {
                  const next = withActedOn(plan, condition, each.id);
                  if (next) put(next, `change what ${condition.name} acts on`);
                }}
              />
            ))}
          </div>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

function PlanSettings({ plan }: { readonly plan: CompPlan }) {
  const format = usePlanFormat();
  const onSet: SetField = (path, value) => {
    const edited = editPlan(plan, path, value);
    return edited.ok ? saveCompPlan(edited.plan, `change settings of ${plan.name}`) : edited.message;
  };
  return (
    <Panel label="Plan settings">
      <Head title="Plan settings" note={`version ${plan.version}`} />
      <PanelBody>
        <SettingGroups groups={planSettings(plan)} onSet={onSet} />
        <OrderOfOperations onPrint={() => printPlan(plan, format)} />
      </PanelBody>
    </Panel>
  );
}
