import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { dryRun } from '../../../../shared/plan/rules';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { setDraft } from '../hierarchy/editDraftStore';
import type { TerritoriesData } from '../useTerritoriesData';
import { NewRule } from './NewRule';
import { RuleItem } from './RuleItem';
import classes from './RulesPanel.module.css';

type Reach = 'free' | 'all';

/** The rules in their order, what each takes, where two conflict; nothing moves until they are applied. */
export function RulesPanel({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario } = data;
  const [reach, setReach] = useState<Reach>('free');
  const format = usePlanFormat();
  const rules = scenario.rules ?? [];
  const run = useMemo(() => dryRun(plan, scenario, reach), [plan, scenario, reach]);
  const movedCount = run.effects.reduce((sum, effect) => sum + effect.movedCount, 0);
  return (
    <>
      <NewRule data={data} />
      <div className={classes.list}>
        <ol aria-label="Rules, first match wins">
          {rules.map((rule, position) => (
            <RuleItem key={rule.id} data={data} rule={rule} position={position} run={run} />
          ))}
        </ol>
        <p className={classes.note}>
          {rules.length === 0
            ? 'No rules yet. The first rule that matches an account decides; new accounts of an import go by the rules, too.'
            : `First match wins. ${format.number(run.unmatchedCount)} accounts meet no rule. New accounts of an import go by these rules.`}
        </p>
      </div>
      <div className={classes.foot}>
        <SegmentedControl
          size="xs"
          aria-label="Which accounts the rules may move"
          value={reach}
          data={[
            { value: 'free', label: 'Free accounts' },
            { value: 'all', label: 'All' },
          ]}
          onChange={setReach}
        />
        <span className={classes.space} />
        <Button
          disabled={movedCount === 0}
          title="Locked, named and set aside accounts stay"
          onClick={() =>
            setDraft({
              kind: 'command',
              title: reach === 'free' ? 'Apply rules to free accounts' : 'Apply rules to all accounts',
              action: 'Apply',
              command: { kind: 'applyRules', scenarioId: scenario.id, reach },
            })
          }
        >
          {movedCount === 0 ? 'Apply' : `Apply, ${format.number(movedCount)} move`}
        </Button>
      </div>
    </>
  );
}
