import { Button, Modal } from '@mantine/core';
import { useRoleEvaluation, useRoleScenario } from '../../../state/activeRole';
import { openDialog } from '../../../state/dialogStore';
import { usePlanStore } from '../../../state/planStore';
import classes from '../exceptions/ExceptionDialog.module.css';
import inspector from '../Inspector.module.css';
import { OwnerLabel } from '../MapTooltip';
import { useWhyHere } from './useWhyHere';
import { WhyText } from './WhyText';

interface WhyDialogProps {
  readonly row: number;
  readonly onClose: () => void;
}

/** "Why is this account here?", asked on the map or in the table of accounts. */
export function WhyDialog({ row, onClose }: WhyDialogProps) {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useRoleScenario();
  const evaluation = useRoleEvaluation();
  const why = useWhyHere(plan, scenario, row);
  if (!plan || !scenario || !why) return null;
  const code = evaluation?.territories.assignment[row] ?? why.code;
  return (
    <Modal opened onClose={onClose} title="Why is this account here?" size={380}>
      <div className={classes.form}>
        <p>
          <b>{plan.accounts.names[row]}</b>
        </p>
        <p className={inspector.owner}>
          <OwnerLabel territories={scenario.territories} code={code} />
        </p>
        <div>
          <WhyText why={why} />
        </div>
        <div className={classes.actions}>
          <Button onClick={() => openDialog({ kind: 'exception', target: { rows: Int32Array.of(row) } })}>
            Set an exception…
          </Button>
          <Button variant="filled" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Modal>
  );
}
