import { SegmentedControl } from '@mantine/core';
import classes from './BalanceMap.module.css';

export type MapMode = 'current' | 'proposal' | 'difference';

interface MapModesProps {
  readonly mode: MapMode;
  /** New territories have nothing before them to show. */
  readonly hasBefore: boolean;
  readonly onMode: (mode: MapMode) => void;
}

/** What the map of a proposal shows. */
export function MapModes({ mode, hasBefore, onMode }: MapModesProps) {
  return (
    <SegmentedControl
      className={classes.modes}
      data-map-control
      size="xs"
      aria-label="What the map shows"
      value={mode}
      onChange={onMode}
      data={[
        { value: 'current', label: 'Current', disabled: !hasBefore },
        { value: 'proposal', label: 'Proposal' },
        { value: 'difference', label: 'Difference', disabled: !hasBefore },
      ]}
    />
  );
}
