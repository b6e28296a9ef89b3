import { payoutStepNames } from '../../../shared/comp/describe';
import { payoutSteps } from '../../../shared/comp/payTypes';
import { PanelSection } from '../../ui/Panel';
import classes from './Settings.module.css';

/** The order in which a payout is worked out, the same for every plan. */
export function OrderOfOperations() {
  return (
    <PanelSection title="Order of operations">
      <ol className={classes.order}>
        {payoutSteps.map((step) => (
          <li key={step}>{payoutStepNames[step]}</li>
        ))}
      </ol>
    </PanelSection>
  );
}
