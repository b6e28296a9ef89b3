import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './SizingScreen.module.css';
import type { SizingFacts } from './sizeTeam';
import { setSizing, useSizing, type SizingInputs } from './sizingStore';

type NumberField = {
  [Key in keyof SizingInputs]: SizingInputs[Key] extends number ? Key : never;
}[keyof SizingInputs];

interface FieldProps {
  readonly label: string;
  readonly field: NumberField;
  readonly unit?: 'percent' | 'money';
  readonly most?: number;
}

/** What a year, a rep and a sale are taken to be. */
export function SizingFields({ facts, sales }: { readonly facts: SizingFacts; readonly sales: number }) {
  const format = usePlanFormat();
  return (
    <Panel label="Sizing settings" edge="right">
      <PanelHeader title="Size of the team" />
      <PanelBody>
        <PanelSection title="Capacity calendar">
          <div className={classes.fields}>
            <Field label="Days a week" field="daysPerWeek" most={7} />
            <Field label="Days off a year" field="daysOff" most={366} />
            <Field label="Hours a day" field="hoursPerDay" most={24} />
            <Field label="Share spent selling" field="sellingShareRatio" unit="percent" most={1} />
          </div>
          <p className={classes.hint}>
            Days off are holidays, vacation, sickness and training on days that would be worked.
          </p>
        </PanelSection>
        <PanelSection title="Hires">
          <div className={classes.fields}>
            <Field label="Start in month" field="hireMonth" most={12} />
            <Field label="Months of ramp" field="rampMonths" most={36} />
          </div>
        </PanelSection>
        {!facts.hours && (
          <PanelSection title="Work">
            <div className={classes.fields}>
              <Field label="Visits a year" field="visitsPerYear" />
              <Field label="Hours a visit" field="hoursPerVisit" />
            </div>
            <p className={classes.hint}>The list has no measure of hours, so every account is taken alike.</p>
          </PanelSection>
        )}
        <PanelSection title="Sales">
          <div className={classes.fields}>
            <span id="sizing-target">Target</span>
            <CommitNumberInput
              aria-labelledby="sizing-target"
              placeholder={format.currencyAmount(sales)}
              value={useSizing().salesTarget}
              min={0}
              onCommit={(salesTarget) => setSizing({ salesTarget })}
            />
            <Field label="Sales a rep" field="productivity" unit="money" />
            <Field label="Turnover allowance" field="turnoverShare" unit="percent" most={5} />
          </div>
        </PanelSection>
        <PanelSection title="Cost">
          <div className={classes.fields}>
            <Field label="Cost of a rep" field="costPerRep" unit="money" />
            <Field label="Margin on sales" field="marginShare" unit="percent" most={1} />
            {!(facts.hours && facts.sales) && <Field label="Sales elasticity" field="elasticity" most={1} />}
          </div>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

function Field({ label, field, unit, most = 1e12 }: FieldProps) {
  const value = useSizing()[field];
  const factor = unit === 'percent' ? 100 : 1;
  return (
    <>
      <span id={`sizing-${field}`}>{label}</span>
      <CommitNumberInput
        aria-labelledby={`sizing-${field}`}
        value={Number((value * factor).toFixed(4))}
        suffix={unit === 'percent' ? ' %' : ''}
        min={0}
        max={most * factor}
        onCommit={(next) => next !== null && setSizing({ [field]: next / factor })}
      />
    </>
  );
}
