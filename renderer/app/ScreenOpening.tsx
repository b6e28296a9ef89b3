import { usePlanStore } from '../state/planStore';
import { usePlanFormat } from '../ui/PlanFormatContext';
import classes from './Frame.module.css';

interface ScreenOpeningProps {
  readonly name: string;
  /** It is known to take long: shown at once, else after a moment. */
  readonly isLong: boolean;
}

/** Stands where a screen is going to be, and says what is waited for. */
export function ScreenOpening({ name, isLong }: ScreenOpeningProps) {
  const count = usePlanStore((state) => state.plan?.accounts.rowCount ?? 0);
  const format = usePlanFormat();
  const what = count > 0 ? ` with ${format.number(count)} ${count === 1 ? 'account' : 'accounts'}` : '';
  return (
    <div className={classes.opening} role="status" aria-busy="true" data-long={isLong || undefined}>
      <p>
        Opening {name}
        {what}…
      </p>
    </div>
  );
}
