import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useRef } from 'react';
import { UNIT_LEVELS, type UnitLevel } from '../../../shared/model/exception';
import type { UnitScope } from '../../../shared/plan/territoryEdit';
import { planStore, usePlanStore } from '../../state/planStore';
import { useViewStore, viewStore } from '../../state/viewStore';
import classes from './MapControls.module.css';
import { dropMove } from './moveActions';
import { UnitMeasureImport } from './UnitMeasureImport';
import { SCOPE_NAMES, UNIT_NAMES } from './unitNames';

const ACCOUNTS = 'accounts';
const SCOPES = Object.keys(SCOPE_NAMES) as UnitScope[];

/** Says whether tools pick accounts or geographic units, and what an edit of units takes along. */
export function UnitChoice() {
  const level = useViewStore((view) => view.unitLevel);
  const scope = useViewStore((view) => view.unitScope);
  const unitMeasures = usePlanStore((state) => state.plan?.unitMeasures);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const fileInput = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu width={236} position="right-start" offset={8}>
        <Menu.Target>
          <Tooltip label="What tools pick: accounts or units" position="right">
            <ActionIcon
              size={30}
              className={classes.tool}
              aria-label="What tools pick"
              aria-pressed={level !== null}
            >
              <IconMap2 size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown data-map-control>
          <Menu.Label>Tools pick</Menu.Label>
          <Menu.RadioGroup value={level ?? ACCOUNTS} onChange={pickLevel}>
            <Menu.RadioItem value={ACCOUNTS} closeMenuOnClick>
              Accounts
            </Menu.RadioItem>
            {[...UNIT_LEVELS].reverse().map((each) => (
              <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                {UNIT_NAMES[each].many}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>Assign</Menu.Label>
          <Menu.RadioGroup value={scope} onChange={pickScope}>
            {SCOPES.map((each) => (
              <Menu.RadioItem key={each} value={each} disabled={level === null} closeMenuOnClick>
                {SCOPE_NAMES[each]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item disabled={isReadOnly} onClick={() => fileInput.current?.click()}>
            Import a measure by unit…
          </Menu.Item>
          {unitMeasures?.map(({ id, name }) => (
            <Menu.Item
              key={id}
              disabled={isReadOnly}
              onClick={() => planStore.dispatch({ kind: 'removeUnitMeasure', measureId: id })}
            >
              Remove {name} by unit
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <UnitMeasureImport inputRef={fileInput} />
    </>
  );
}

function pickLevel(value: string): void {
  dropMove(true);
  const unitLevel = value === ACCOUNTS ? null : (value as UnitLevel);
  const { mapColor } = viewStore.getState();
  viewStore.setState({ unitLevel });
  // A measure that units have is told on their level alone.
  if (mapColor.kind === 'unitMeasure') viewStore.setState({ mapColor: { kind: 'territory' } });
}

function pickScope(value: string): void {
  dropMove(true);
  viewStore.setState({ unitScope: value as UnitScope });
}
