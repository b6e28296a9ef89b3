import { Button } from '@mantine/core';
import { useState } from 'react';
import { fiscalYearStart } from '../../../shared/model/settings';
import { CurrencyRateForm, CurrencyRateList } from '../../ui/CurrencyRates';
import { changeRates, settingsOfTarget } from './importActions';
import { useImport } from './importStore';
import classes from './ReadingPanel.module.css';

/** The plan's dated rates of exchange, asked for where the list holds amounts in other currencies. */
export function RatesForm() {
  const rates = useImport((state) => state.rates);
  const missing = useImport((state) => state.build?.currenciesWithoutRate);
  const hasCurrency = useImport((state) => state.columns.some(({ field }) => field === 'currency'));
  const settings = settingsOfTarget();
  const planCurrency = settings.currency;
  const needed = missing ?? [];
  const [isOpen, setIsOpen] = useState(false);
  if (!hasCurrency && needed.length === 0) return null;
  return (
    <>
      <CurrencyRateList rates={rates} onChange={(changed) => void changeRates(changed)} />
      {needed.length > 0 && (
        <p className={classes.error}>
          No rate to {planCurrency} for {needed.join(', ')}. Those amounts are taken as they stand.
        </p>
      )}
      {isOpen || needed.length > 0 ? (
        <CurrencyRateForm
          key={needed[0] ?? ''}
          suggested={needed[0] ?? ''}
          rates={rates}
          planCurrency={planCurrency}
          from={fiscalYearStart(settings)}
          onChange={(changed) => void changeRates(changed)}
        />
      ) : (
        <Button size="xs" onClick={() => setIsOpen(true)}>
          Add a rate of exchange
        </Button>
      )}
    </>
  );
}
