import { SegmentedControl } from '@mantine/core';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import { Panel } from '../../ui/Panel';
import { QuotaPanel } from './QuotaPanel';
import { RepDetails } from './RepDetails';
import classes from './TeamSide.module.css';

export type TeamSidePart = 'quotas' | 'rep';

interface TeamSideProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario | null;
  readonly pay: PayFigures | null;
  /** The rep that the cell cursor is on. */
  readonly rep: Rep | null;
  readonly part: TeamSidePart;
  readonly onPart: (part: TeamSidePart) => void;
  readonly onPut: (rep: Rep, what: string) => void;
}

/** The panel beside the team: how quotas are made, or all fields of a rep. */
export function TeamSide({ plan, scenario, pay, rep, part, onPart, onPut }: TeamSideProps) {
  const isRep = part === 'rep' && rep !== null;
  return (
    <Panel label={isRep ? 'Rep' : 'Quota settings'} edge="right">
      <div className={classes.head}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Panel"
          value={isRep ? 'rep' : 'quotas'}
          onChange={(value) => onPart(value === 'rep' ? 'rep' : 'quotas')}
          data={[
            { value: 'quotas', label: 'Quotas' },
            { value: 'rep', label: rep?.name ?? 'Rep', disabled: rep === null },
          ]}
        />
      </div>
      {isRep ? (
        <RepDetails key={rep.id} plan={plan} scenario={scenario} rep={rep} onPut={onPut} />
      ) : (
        <QuotaPanel settings={plan.quotaSettings} pay={pay} measures={plan.accounts.measures} />
      )}
    </Panel>
  );
}
