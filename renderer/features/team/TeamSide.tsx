import { SegmentedControl } from '@mantine/core';
import { usualRoleMixes } from '../../../shared/comp/referenceFigures';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import { Panel } from '../../ui/Panel';
import { QuotaPanel } from './QuotaPanel';
import { RolesPanel } from './RolesPanel';
import { RepDetails } from './RepDetails';
import classes from './TeamSide.module.css';

export type TeamSidePart = 'quotas' | 'rep' | 'roles';

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

/** The panel beside the team: how quotas are made, all fields of a rep, or the roles. */
export function TeamSide({ plan, scenario, pay, rep, part, onPart, onPut }: TeamSideProps) {
  const isRep = part === 'rep' && rep !== null;
  const isRoles = part === 'roles';
  const roles = plan.roles ?? usualRoleMixes;
  return (
    <Panel label={isRep ? 'Rep' : isRoles ? 'Roles' : 'Quota settings'} edge="right">
      <div className={classes.head}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Panel"
          value={isRep ? 'rep' : isRoles ? 'roles' : 'quotas'}
          onChange={(value) => onPart(value === 'rep' || value === 'roles' ? value : 'quotas')}
          data={[
            { value: 'quotas', label: 'Quotas' },
            { value: 'rep', label: rep?.name ?? 'Rep', disabled: rep === null },
            { value: 'roles', label: 'Roles' },
          ]}
        />
      </div>
      {isRep ? (
        <RepDetails key={rep.id} roles={roles} plan={plan} scenario={scenario} rep={rep} onPut={onPut} />
      ) : isRoles ? (
        <RolesPanel roles={roles} reps={plan.reps} />
      ) : (
        <QuotaPanel settings={plan.quotaSettings} pay={pay} measures={plan.accounts.measures} />
      )}
    </Panel>
  );
}
