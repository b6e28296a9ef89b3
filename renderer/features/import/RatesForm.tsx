import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { DEFAULT_SETTINGS } from '../../../shared/model/settings';
import { planStore } from '../../state/planStore';
import { changeRates } from './importActions';
import { useImport } from './importStore';
import classes from './ReadingPanel.module.css';

/** Dated rates of exchange, asked for where the list holds amounts in other currencies. */
export function RatesForm() {
  const rates = useImport((state) => state.rates);
  const missing = useImport((state) => state.build?.currenciesWithoutRate);
  const hasCurrency = useImport((state) => state.columns.some(({ field }) => field === 'currency'));
  const planCurrency = planStore.store.getState().plan?.settings.currency ?? DEFAULT_SETTINGS.currency;
  const needed = missing ?? [];
  const [isOpen, setIsOpen] = useState(false);
  if (!hasCurrency && needed.length === 0) return null;
  return (
    <>
      {rates.length > 0 && (
        <ul className={classes.list} aria-label="Rates of exchange">
          {rates.map((rate) => (
            <li key={`${rate.currency} ${rate.from}`} className={classes.item}>
              <span className={`${classes.grow ?? ''} ${classes.number ?? ''}`}>
                1 {rate.currency} = {rate.rate} {planCurrency}, from {rate.from}
              </span>
              <ActionIcon
                size="xs"
                variant="subtle"
                aria-label={`Remove the rate of ${rate.currency} from ${rate.from}`}
                onClick={() => void changeRates(rates.filter((other) => other !== rate))}
              >
                <IconX size={12} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {needed.length > 0 && (
        <p className={classes.error}>
          No rate to {planCurrency} for {needed.join(', ')}. Those amounts are taken as they stand.
        </p>
      )}
      {isOpen || needed.length > 0 ? (
        <RateForm key={needed[0] ?? ''} suggested={needed[0] ?? ''} planCurrency={planCurrency} />
      ) : (
        <Button size="xs" onClick={() => setIsOpen(true)}>
          Add a rate of exchange
        </Button>
      )}
    </>
  );
}

function RateForm({
  suggested,
  planCurrency,
}: {
  readonly suggested: string;
  readonly planCurrency: string;
}) {
  const rates = useImport((state) => state.rates);
  const [code, setCode] = useState(suggested);
  const [rate, setRate] = useState('');
  const [from, setFrom] = useState(`${new Date().getFullYear()}-01-01`);
  const currency = code.trim().toUpperCase();
  const value = Number(rate.replace(',', '.'));
  const isComplete = /^[A-Z]{3}$/.test(currency) && currency !== planCurrency && value > 0 && from !== '';
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!isComplete || !Number.isFinite(value)) return;
    const others = rates.filter((other) => other.currency !== currency || other.from !== from);
    void changeRates([...others, { currency, rate: value, from }]);
    setRate('');
  };
  return (
    <form className={classes.form} onSubmit={add} aria-label="Rate of exchange">
      <div className={classes.row}>
        <TextInput
          size="xs"
          label="Currency"
          placeholder="EUR"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={`In ${planCurrency}`}
          placeholder="1.08"
          inputMode="decimal"
          value={rate}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="date"
          label="From"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </div>
      <Button size="xs" type="submit" disabled={!isComplete}>
        Add rate
      </Button>
    </form>
  );
}
