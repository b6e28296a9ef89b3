import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './QuotaPanel.module.css';

export interface FieldsProps {
  readonly settings: QuotaSettings;
  readonly onSet: (fields: Partial<QuotaSettings>) => void;
}

const SEASONS = [
  { value: 'even', label: 'Even' },
  { value: 'quarter', label: 'Quarters' },
  { value: 'month', label: 'Months' },
] as const;

/** Shares of the year by quarter or month; what they add up to is the whole. */
export function Seasonality({ settings, onSet }: FieldsProps) {
  const format = usePlanFormat();
  const ratios = settings.seasonalityRatios;
  const kind = ratios.length === 4 ? 'quarter' : ratios.length === 12 ? 'month' : 'even';
  const whole = ratios.reduce((sum, ratio) => sum + ratio, 0);
  const begin = (parts: number) =>
    onSet({ seasonalityRatios: Array.from({ length: parts }, () => 1 / parts) });
  return (
    <div className={classes.stack}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Seasonality by"
        value={kind}
        data={SEASONS.map((season) => ({ ...season }))}
        onChange={(value) => begin(value === 'quarter' ? 4 : value === 'month' ? 12 : 0)}
      />
      {kind !== 'even' && (
        <>
          <div className={classes.seasons}>
            {ratios.map((ratio, at) => (
              <CommitNumberInput
                key={at}
                aria-label={`Share of ${kind === 'quarter' ? 'quarter' : 'month'} ${at + 1}`}
                prefix={kind === 'quarter' ? `Q${at + 1}  ` : `${at + 1}  `}
                suffix="%"
                min={0}
                decimalScale={2}
                value={Number((ratio * 100).toFixed(2))}
                onCommit={(percent) =>
                  onSet({ seasonalityRatios: ratios.with(at, Number(((percent ?? 0) / 100).toFixed(6))) })
                }
              />
            ))}
          </div>
          <p className={classes.hint}>
            {Math.abs(whole - 1) < 0.0005
              ? 'Adds up to 100%.'
              : `Adds up to ${format.percent(whole, 2)}; each part counts in proportion.`}
          </p>
        </>
      )}
    </div>
  );
}

/** Over-assignment by level from the top; levels compound. */
export function OverAssignment({ settings, onSet }: FieldsProps) {
  const levels = settings.overAssignment;
  const put = (at: number, fields: Partial<QuotaSettings['overAssignment'][number]>) =>
    onSet({ overAssignment: levels.map((level, each) => (each === at ? { ...level, ...fields } : level)) });
  return (
    <div className={classes.stack}>
      {levels.map((level, at) => (
        <div key={at} className={classes.level}>
          <CommitTextInput
            aria-label={`Name of level ${at + 1}`}
            value={level.level}
            onCommit={(name) => name !== '' && put(at, { level: name })}
          />
          <CommitNumberInput
            aria-label={`Over-assignment of ${level.level}`}
            value={Number((level.ratio * 100).toFixed(4))}
            suffix="%"
            onCommit={(percent) => put(at, { ratio: Number(((percent ?? 0) / 100).toFixed(6)) })}
          />
          <ActionIcon
            aria-label={`Remove level ${level.level}`}
            onClick={() => onSet({ overAssignment: levels.filter((_, each) => each !== at) })}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() =>
          onSet({ overAssignment: [...levels, { level: `Level ${levels.length + 1}`, ratio: 0.05 }] })
        }
      >
        Add level
      </Button>
    </div>
  );
}
