import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { PayAdjustment } from '../../../shared/model/payAdjustment';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { ActualPay } from './actualPay';
import classes from './Actuals.module.css';

interface AdjustmentFormProps {
  readonly kind: PayAdjustment['kind'];
  readonly plan: CompPlan;
  readonly pay: ActualPay;
  /** The period that it is about at first. */
  readonly period: string;
  readonly onClose: () => void;
}

/** A dispute note or a correction of a payout, with who wrote it and why. */
export function AdjustmentForm({ kind, plan, pay, period: first, onClose }: AdjustmentFormProps) {
  const format = usePlanFormat();
  const [period, setPeriod] = useState(first);
  const [componentId, setComponentId] = useState<string | null>(null);
  const [author, setAuthor] = useState('');
  const [reason, setReason] = useState('');
  const [amount, setAmount] = useState<number | string>('');
  const cents = typeof amount === 'number' ? Math.round(amount * 100) : null;
  const isReady =
    author.trim() !== '' && reason.trim() !== '' && (kind === 'dispute' || (cents !== null && cents !== 0));

  function add(): void {
    const common = {
      id: crypto.randomUUID(),
      repId: pay.rep.id,
      period,
      componentId,
      author: author.trim(),
      reason: reason.trim(),
      at: new Date().toISOString(),
    };
    const adjustment: PayAdjustment =
      kind === 'dispute'
        ? { kind, ...common, resolution: null }
        : { kind, ...common, amountCents: cents ?? 0 };
    const result = planStore.dispatch({ kind: 'putPayAdjustment', adjustment });
    if (result.ok) onClose();
    else notify('error', result.message);
  }

  return (
    <form
      className={classes.form}
      aria-label={kind === 'dispute' ? 'Dispute note' : 'Correction'}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) add();
      }}
    >
      <Select
        label="Period"
        allowDeselect={false}
        data={pay.periods.map((each) => each.period)}
        value={period}
        onChange={(value) => value && setPeriod(value)}
      />
      <Select
        label="About"
        placeholder="the payout as a whole"
        clearable
        data={plan.components.map((each) => ({ value: each.id, label: each.name }))}
        value={componentId}
        onChange={setComponentId}
      />
      {kind === 'correction' && (
        <NumberInput
          label="Amount, less than 0 takes back"
          hideControls
          thousandSeparator=","
          decimalScale={2}
          prefix={format.measureUnitSuffix('money').replace(', ', '')}
          value={amount}
          onChange={setAmount}
        />
      )}
      <TextInput
        label="Author"
        data-autofocus
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <Textarea
        className={classes.wide}
        label="Reason"
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={!isReady}>
          {kind === 'dispute' ? 'Add the note' : 'Add the correction'}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
