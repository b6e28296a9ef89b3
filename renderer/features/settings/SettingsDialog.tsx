import {
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  TextInput,
  useMantineColorScheme,
} from '@mantine/core';
import { useState } from 'react';
import { fiscalYearStart, type CurrencyRate, type PlanSettings } from '../../../shared/model/settings';
import { planStore, usePlanStore } from '../../state/planStore';
import { CurrencyRateForm, CurrencyRateList } from '../../ui/CurrencyRates';
import { PostalFileList } from '../../ui/PostalFileList';
import { CURRENCIES } from './currencies';
import classes from './dialog.module.css';

const MONTHS = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: new Intl.DateTimeFormat(undefined, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month, 1),
  ),
}));

/** Settings of the plan, each an edit that can be undone, and of this computer. Nothing to confirm. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const plan = usePlanStore((state) => state.plan);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Modal opened onClose={onClose} title="Settings" size={520}>
      {plan && (
        <section className={classes.section}>
          <h3 className={classes.heading}>This plan</h3>
          <PlanFields key={plan.id} name={plan.name} settings={plan.settings} />
        </section>
      )}
      {plan && (
        <section className={classes.section}>
          <h3 className={classes.heading}>Rates of exchange</h3>
          <PlanRates key={plan.settings.currency} settings={plan.settings} />
        </section>
      )}
      <section className={classes.section}>
        <h3 className={classes.heading}>This computer</h3>
        <SegmentedControl
          aria-label="Appearance"
          size="xs"
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
          data={[
            { value: 'auto', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </section>
      <section className={classes.section}>
        <h3 className={classes.heading}>Postal codes of other countries</h3>
        <PostalFileList />
      </section>
    </Modal>
  );
}

function PlanFields({ name, settings }: { readonly name: string; readonly settings: PlanSettings }) {
  const [nameDraft, setNameDraft] = useState(name);
  const isMiles = settings.distanceUnit === 'mi';
  const kmPerUnit = isMiles ? 1.609344 : 1;
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);

  function change(fields: Partial<PlanSettings>): void {
    planStore.dispatch({ kind: 'updateSettings', settings: fields });
  }

  function rename(): void {
    const given = nameDraft.trim();
    if (given === '') setNameDraft(name);
    else if (given !== name) planStore.dispatch({ kind: 'renamePlan', name: given });
  }

  return (
    <fieldset className={classes.fields} disabled={isReadOnly}>
      <TextInput
        label="Name"
        value={nameDraft}
        maxLength={120}
        onChange={(event) => setNameDraft(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
      <div className={classes.grid}>
        <Select
          label="Currency"
          searchable
          value={settings.currency}
          data={CURRENCIES}
          onChange={(currency) => currency && change({ currency })}
        />
        <Select
          label="Distances"
          value={settings.distanceUnit}
          data={[
            { value: 'km', label: 'Kilometres' },
            { value: 'mi', label: 'Miles' },
          ]}
          onChange={(unit) => unit && change({ distanceUnit: unit })}
        />
        <Select
          label="Fiscal year starts in"
          value={String(settings.fiscalYearStartMonth)}
          data={MONTHS}
          onChange={(month) => month && change({ fiscalYearStartMonth: Number(month) })}
        />
        <NumberInput
          label="Fiscal year"
          min={1990}
          max={2200}
          clampBehavior="blur"
          thousandSeparator=""
          value={settings.fiscalYear}
          onBlur={(event) =>
            changeNumber(event.currentTarget.value, (fiscalYear) => {
              if (fiscalYear !== settings.fiscalYear) change({ fiscalYear });
            })
          }
        />
        <Select
          label="03/04/2026 in a file means"
          value={settings.dateOrder}
          data={[
            { value: 'mdy', label: 'March 4, month first' },
            { value: 'dmy', label: 'April 3, day first' },
            { value: 'ymd', label: 'Year first, as 2026-03-04' },
          ]}
          onChange={(dateOrder) => dateOrder && change({ dateOrder })}
        />
        <NumberInput
          key={settings.distanceUnit}
          label="Driving speed, for estimated hours"
          suffix={isMiles ? ' mph' : ' km/h'}
          min={5}
          max={200}
          clampBehavior="blur"
          value={Math.round(settings.driveSpeedKmh / kmPerUnit)}
          onBlur={(event) =>
            changeNumber(event.currentTarget.value, (speed) => {
              if (speed !== Math.round(settings.driveSpeedKmh / kmPerUnit)) {
                change({ driveSpeedKmh: Math.round(speed * kmPerUnit * 10) / 10 });
              }
            })
          }
        />
      </div>
      <p className={classes.note}>Changes count at once and can be undone.</p>
    </fieldset>
  );
}

/** Rates by which amounts in other currencies are converted when a list is imported. */
function PlanRates({ settings }: { readonly settings: PlanSettings }) {
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const rates = settings.currencyRates ?? [];
  const change = (currencyRates: CurrencyRate[]): void => {
    planStore.dispatch({ kind: 'updateSettings', settings: { currencyRates } });
  };
  return (
    <fieldset className={classes.fields} disabled={isReadOnly}>
      <p className={classes.note}>
        Imported amounts convert at the rate of their own date, else of the start of the fiscal year.
      </p>
      <CurrencyRateList rates={rates} onChange={change} />
      <CurrencyRateForm
        rates={rates}
        planCurrency={settings.currency}
        from={fiscalYearStart(settings)}
        onChange={change}
      />
    </fieldset>
  );
}

/** Takes a typed number over when the field is left; what is no number is left as it was. */
function changeNumber(text: string, accept: (value: number) => void): void {
  const value = Number.parseFloat(text);
  if (Number.isFinite(value)) accept(value);
}
