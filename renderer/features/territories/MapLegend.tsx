import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import type { DotSizes, MapPoints } from '../../map/mapAccounts';
import { INDEX_BANDS } from '../../palette/indexBand';
import { useViewStore, viewStore, type MapColor } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './MapLegend.module.css';
import type { MeasureClasses } from './measureClasses';

interface MapLegendProps {
  readonly measures: readonly MeasureColumn[];
  readonly places: MapPoints;
  readonly sizes: DotSizes;
  /** Classes of the measure that colours the map; null while none does. */
  readonly measureClasses: MeasureClasses['classes'] | null;
}

const BAND_WORDS = ['below 75', '75 to 85', '85 to 95', '95 to 105', '105 to 115', '115 to 125', 'above 125'];
const DOT_DIAMETERS = [2.4, 3.6, 5.2] as const;

/** What the colours, dots and lines of the map stand for; the colouring is chosen here. */
export const MapLegend = memo(function MapLegend({
  measures,
  places,
  sizes,
  measureClasses,
}: MapLegendProps) {
  const color = useViewStore((view) => view.mapColor);
  const { sizeNames } = sizes;
  const hasHollow = useMemo(
    () => places.hollow.some((isHollow, row) => isHollow === 1 && !places.hidden[row]),
    [places],
  );
  const sizeText =
    sizeNames.length > 1
      ? `${sizeNames[0]!} to ${sizeNames[sizeNames.length - 1]!.toLowerCase()}`
      : 'Accounts';
  return (
    <section className={classes.legend} data-map-control aria-label="Legend">
      <ColorChoice measures={measures} />
      {color.kind === 'measure' && measureClasses && (
        <ClassRows measures={measures} measureClasses={measureClasses} />
      )}
      {color.kind === 'index' &&
        INDEX_BANDS.map((band, position) => (
          <div key={band} className={classes.row}>
            <i
              className={classes.chip}
              style={{ background: `var(--${band === 'mid' ? 'corridor' : band})` }}
              aria-hidden
            />
            {BAND_WORDS[position]}
          </div>
        ))}
      <div className={classes.row}>
        <svg width="64" height="12" aria-hidden>
          {DOT_DIAMETERS.map((diameter, size) => (
            <circle key={diameter} cx={8 + size * 24} cy="6" r={diameter / 2 + 0.4} fill="var(--terr-ink)" />
          ))}
        </svg>
        {sizeText}
      </div>
      {hasHollow && (
        <div className={classes.row}>
          <svg width="64" height="12" aria-hidden>
            <circle cx="32" cy="6" r="3" fill="var(--halo)" stroke="var(--terr-ink)" strokeWidth="1.4" />
          </svg>
          Placed by town or area only
        </div>
      )}
      <div className={classes.row}>
        <svg width="64" height="12" aria-hidden>
          <line x1="2" x2="60" y1="6" y2="6" stroke="var(--halo)" strokeWidth="4" />
          <line x1="2" x2="60" y1="6" y2="6" stroke="var(--terr-ink)" strokeWidth="1.4" />
        </svg>
        Territory border
      </div>
    </section>
  );
});

function ClassRows({
  measures,
  measureClasses,
}: {
  readonly measures: readonly MeasureColumn[];
  readonly measureClasses: MeasureClasses['classes'];
}) {
  const color = useViewStore((view) => view.mapColor);
  const format = usePlanFormat();
  const kind =
    measures.find(({ id }) => color.kind === 'measure' && id === color.measureId)?.kind ?? 'number';
  return measureClasses.map(({ from, to, count }, position) =>
    count > 0 ? (
      <div key={position} className={classes.row}>
        <i className={classes.chip} style={{ background: `var(--seq-${position + 1})` }} aria-hidden />
        <span className={classes.grow}>
          {format.measure(kind, from).text} to {format.measure(kind, to).text}
        </span>
        <span>{format.number(count)}</span>
      </div>
    ) : null,
  );
}

function ColorChoice({ measures }: { readonly measures: readonly MeasureColumn[] }) {
  const color = useViewStore((view) => view.mapColor);
  const choices: { label: string; value: MapColor }[] = [
    { label: 'Territory', value: { kind: 'territory' } },
    { label: 'Index', value: { kind: 'index' } },
    ...measures.map((measure) => ({
      label: `${measure.name} by county`,
      value: { kind: 'measure', measureId: measure.id } as const,
    })),
  ];
  const chosen = choices.find(({ value }) => JSON.stringify(value) === JSON.stringify(color)) ?? choices[0]!;
  return (
    <Menu width={220} position="top-start" offset={8}>
      <Menu.Target>
        <UnstyledButton className={classes.choice} aria-label={`Colour by ${chosen.label}`}>
          <span className={classes.caption}>Colour</span>
          <span className={classes.chosen}>{chosen.label}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={chosen.label}
          onChange={(label) => {
            const choice = choices.find((each) => each.label === label);
            if (choice) viewStore.setState({ mapColor: choice.value });
          }}
        >
          {choices.map(({ label }) => (
            <Menu.RadioItem key={label} value={label} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
