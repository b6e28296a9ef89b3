import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import type { CurrencyRate } from '../../shared/model/settings';
import classes from './CurrencyRates.module.css';

interface RatesProps {
  readonly rates: readonly CurrencyRate[];
  readonly planCurrency: string;
  /** ISO date that a new rate holds from unless another is chosen. */
  readonly from: string;
  readonly onChange: (rates: CurrencyRate[]) => void;
}

/** The rates of exchange into the plan's currency, each with a button that removes it. */
export function CurrencyRateList({ rates, onChange }: Omit<RatesProps, 'planCurrency' | 'from'>) {
  if (rates.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Rates of exchange">
      {rates.map((rate) => (
        <li key={`${rate.currency} ${rate.into} ${rate.from}`} className={classes.item}>
          <span className={classes.text}>
            1 {rate.currency} = {rate.rate} {rate.into}, from {rate.from}
          </span>
          <ActionIcon
            size="xs"
            variant="subtle"
            aria-label={`Remove the rate of ${rate.currency} from ${rate.from}`}
            onClick={() => onChange(rates.filter((other) => other !== rate))}
          >
            <IconX size={12} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

/** Takes a rate of exchange; one of the same currency and day replaces the earlier. */
export function CurrencyRateForm({
  rates,
  planCurrency,
  from: firstDay,
  suggested = '',
  onChange,
}: RatesProps & { readonly suggested?: string }) {
  const [code, setCode] = useState(suggested);
  const [rate, setRate] = useState('');
  const [from, setFrom] = useState(firstDay);
  const currency = code.trim().toUpperCase();
  const value = Number(rate.replace(',', '.'));
  const isRate = Number.isFinite(value) && value > 0;
  const isComplete = /^[A-Z]{3}$/.test(currency) && currency !== planCurrency && isRate && from !== '';
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!isComplete) return;
    const others = rates.filter(
      (other) => other.currency !== currency || other.into !== planCurrency || other.from !== from,
    );
    onChange([...others, { currency, into: planCurrency, rate: value, from }]);
    setRate('');
  };
  return (
    <form className={classes.block} onSubmit={add} aria-label="Rate of exchange">
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
