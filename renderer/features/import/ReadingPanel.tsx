import { Select } from '@mantine/core';
import type { DateOrder } from '../../../shared/io/import/cleanDate';
import { planStore } from '../../state/planStore';
import { DerivedMeasures } from './DerivedMeasures';
import { CountryChoice } from './CountryChoice';
import { changeDateOrder } from './importActions';
import { useImport } from './importStore';
import { RatesForm } from './RatesForm';
import classes from './ReadingPanel.module.css';

const DATE_ORDERS: readonly { readonly value: DateOrder; readonly label: string }[] = [
  { value: 'mdy', label: 'Month first: 03/04/2026 is March 4' },
  { value: 'dmy', label: 'Day first: 03/04/2026 is April 3' },
];

/** What the file itself does not tell: the order of dates, rates of exchange; and measures computed from others. */
export function ReadingPanel() {
  const build = useImport((state) => state.build);
  const chosen = useImport((state) => state.dateOrder);
  if (!build) return null;
  const asksOrder = chosen !== null || build.kinds.some(({ key }) => key.startsWith('date-order '));
  const planOrder = planStore.store.getState().plan?.settings.dateOrder ?? 'mdy';
  return (
    <section className={classes.panel} aria-labelledby="reading-panel">
      <h2 className={classes.title} id="reading-panel">
        How the list is read
      </h2>
      {asksOrder && (
        <Select
          size="xs"
          label="Order of dates"
          allowDeselect={false}
          data={DATE_ORDERS}
          value={chosen ?? planOrder}
          onChange={(order) => order && void changeDateOrder(order)}
        />
      )}
      <CountryChoice />
      <RatesForm />
      <DerivedMeasures />
    </section>
  );
}
