import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { PayAdjustment } from '../../../shared/model/payAdjustment';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { ActualPay } from './actualPay';
import classes from './Actuals.module.css';

type Dispute = Extract<PayAdjustment, { kind: 'dispute' }>;

/** Disputes and corrections of a rep's pay, oldest first. */
export function AdjustmentList({ plan, pay }: { readonly plan: CompPlan; readonly pay: ActualPay }) {
  const format = usePlanFormat();
  const [settlingId, setSettlingId] = useState<string | null>(null);
  if (pay.actuals.adjustments.length === 0) return null;
  const about = (id: string | null) =>
    id === null ? '' : `, ${plan.components.find((each) => each.id === id)?.name ?? id}`;
  return (
    <ul className={classes.adjustments} aria-label="Disputes and corrections">
      {pay.actuals.adjustments.map((each) => (
        <li key={each.id}>
          <div>
            <strong>
              {each.kind === 'dispute' ? 'Dispute' : `Correction ${format.centsChange(each.amountCents)}`}
            </strong>{' '}
            of {each.period}
            {about(each.componentId)}
            <p>
              {each.reason} ({each.author}, {each.at.slice(0, 10)})
            </p>
            {each.kind === 'dispute' && each.resolution && (
              <p>
                Settled: {each.resolution.reason} ({each.resolution.author}, {each.resolution.at.slice(0, 10)}
                )
              </p>
            )}
            {each.kind === 'dispute' && each.id === settlingId && (
              <SettleForm dispute={each} onClose={() => setSettlingId(null)} />
            )}
          </div>
          {each.kind === 'dispute' && !each.resolution && (
            <Button size="compact-xs" onClick={() => setSettlingId(each.id)}>
              Settle
            </Button>
          )}
          <ActionIcon
            size={22}
            aria-label={`Remove ${each.kind} of ${each.period}`}
            onClick={() => say({ kind: 'removePayAdjustment', adjustmentId: each.id })}
          >
            <IconTrash size={14} stroke={1.6} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function say(command: Parameters<typeof planStore.dispatch>[0]): void {
  const result = planStore.dispatch(command);
  if (!result.ok) notify('error', result.message);
}

/** How a dispute was settled, and by whom. */
function SettleForm({ dispute, onClose }: { readonly dispute: Dispute; readonly onClose: () => void }) {
  const [author, setAuthor] = useState('');
  const [reason, setReason] = useState('');
  const isReady = author.trim() !== '' && reason.trim() !== '';
  return (
    <form
      className={classes.form}
      aria-label="Settle the dispute"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const resolution = { author: author.trim(), reason: reason.trim(), at: new Date().toISOString() };
        say({ kind: 'putPayAdjustment', adjustment: { ...dispute, resolution } });
        onClose();
      }}
    >
      <TextInput
        label="Settled by"
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <TextInput label="How" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady}>
          Settle
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
