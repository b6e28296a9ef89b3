import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { payoutStepNames } from '../../../shared/comp/describe';
import { payoutSteps } from '../../../shared/comp/payTypes';
import { PanelSection } from '../../ui/Panel';
import classes from './Settings.module.css';

/** The order in which a payout is worked out, the same for every plan. */
export function OrderOfOperations({ onPrint }: { readonly onPrint: () => void }) {
  return (
    <PanelSection title="Order of operations">
      <ol className={classes.order}>
        {payoutSteps.map((step) => (
          <li key={step}>{payoutStepNames[step]}</li>
        ))}
      </ol>
      <Button
        className={classes.add}
        variant="subtle"
        leftSection={<IconPrinter size={14} stroke={1.8} />}
        onClick={onPrint}
      >
        Print the plan
      </Button>
    </PanelSection>
  );
}
