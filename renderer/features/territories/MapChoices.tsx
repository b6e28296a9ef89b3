import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { UnitLevel } from '../../../shared/model/exception';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { DotView } from '../../map/crowding';
import { mapChoicesStore, useMapChoices } from '../../state/mapChoices';
import { useViewStore, viewStore, type MapColor } from '../../state/viewStore';
import classes from './MapLegend.module.css';

interface ChoiceProps {
  readonly plan: Pick<PlanDocument, 'accounts' | 'unitMeasures'>;
}

interface ColorOption {
  readonly label: string;
  readonly value: MapColor;
  /** Level of units that must be shown with it. */
  readonly level?: UnitLevel;
}

/** What areas or dots can be coloured by, in groups. */
function colorGroups(
  { accounts, unitMeasures = [] }: ChoiceProps['plan'],
  level: UnitLevel | null,
): readonly { readonly name: string; readonly options: readonly ColorOption[] }[] {
  const unit = { county: 'county', zip3: 'ZIP3', region: 'region', country: 'country' }[level ?? 'county'];
  return [
    {
      name: 'Areas',
      options: [
        { label: 'Territory', value: { kind: 'territory' } },
        { label: 'Index', value: { kind: 'index' } },
        ...accounts.measures.map((measure): ColorOption => ({
          label: `${measure.name} by ${unit}`,
          value: { kind: 'measure', measureId: measure.id },
        })),
        ...unitMeasures.map((measure): ColorOption => ({
          label: `${measure.name} of the land`,
          value: { kind: 'unitMeasure', unitMeasureId: measure.id },
          level: measure.level,
        })),
      ],
    },
    {
      name: 'Heat map',
      options: [
        { label: 'Density of accounts', value: { kind: 'heat', measureId: null } },
        ...accounts.measures.map((measure): ColorOption => ({
          label: `Density of ${measure.name}`,
          value: { kind: 'heat', measureId: measure.id },
        })),
      ],
    },
    {
      name: 'Accounts',
      options: [
        ...accounts.measures.map((measure): ColorOption => ({
          label: `${measure.name}, each account`,
          value: { kind: 'accountMeasure', measureId: measure.id },
        })),
        ...accounts.attributes
          .filter(({ dictionary }) => dictionary.length > 2)
          .map((attribute): ColorOption => ({
            label: `${attribute.name}, each account`,
            value: { kind: 'accountAttribute', attributeId: attribute.id },
          })),
      ],
    },
  ];
}

/** Says what areas or dots are coloured by. */
export function ColorChoice({ plan }: ChoiceProps) {
  const color = useViewStore((view) => view.mapColor);
  const unitLevel = useViewStore((view) => view.unitLevel);
  const groups = colorGroups(plan, unitLevel);
  const options = groups.flatMap((group) => group.options);
  const keyOf = (value: MapColor) => JSON.stringify(value);
  const chosen = options.find(({ value }) => keyOf(value) === keyOf(color)) ?? options[0]!;
  return (
    <Menu width={248} position="top-start" offset={8}>
      <Menu.Target>
        <UnstyledButton className={classes.choice} aria-label={`Colour by ${chosen.label}`}>
          <span className={classes.caption}>Colour</span>
          <span className={classes.chosen}>{chosen.label}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup
          value={keyOf(chosen.value)}
          onChange={(key) => {
            const option = options.find(({ value }) => keyOf(value) === key);
            if (option) viewStore.setState({ mapColor: option.value });
            if (option?.level) viewStore.setState({ unitLevel: option.level });
          }}
        >
          {groups.map(({ name, options: shown }) => [
            <Menu.Label key={name}>{name}</Menu.Label>,
            ...shown.map(({ label, value }) => (
              <Menu.RadioItem key={keyOf(value)} value={keyOf(value)} closeMenuOnClick>
                {label}
              </Menu.RadioItem>
            )),
          ])}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

const USUAL = 'usual';

const DOT_VIEWS: readonly { readonly view: DotView; readonly label: string }[] = [
  { view: 'auto', label: 'Automatic: density far away, dots near' },
  { view: 'dots', label: 'Dots' },
  { view: 'density', label: 'Density, dots near' },
];

/** Says how accounts are shown, and what the size of dots follows. @param text what is shown now */
export function DotChoice({ plan, text }: ChoiceProps & { readonly text: string }) {
  const sizeId = useViewStore((view) => view.mapSizeId);
  const dotView = useMapChoices((choices) => choices.dotView);
  return (
    <Menu width={264} position="top-start" offset={8}>
      <Menu.Target>
        <UnstyledButton className={classes.size} aria-label={`Accounts on the map: ${text}`}>
          {text}
          <IconChevronDown size={12} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Accounts as</Menu.Label>
        <Menu.RadioGroup
          value={dotView}
          onChange={(chosen) => {
            const option = DOT_VIEWS.find(({ view }) => view === chosen);
            if (option) mapChoicesStore.setState({ dotView: option.view });
          }}
        >
          {DOT_VIEWS.map(({ view, label }) => (
            <Menu.RadioItem key={view} value={view} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>Size of dots</Menu.Label>
        <Menu.RadioGroup
          value={sizeId ?? USUAL}
          onChange={(id) => viewStore.setState({ mapSizeId: id === USUAL ? null : id })}
        >
          <Menu.RadioItem value={USUAL} closeMenuOnClick>
            Segment, else the first measure
          </Menu.RadioItem>
          {plan.accounts.measures.map(({ id, name }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
