import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBrush,
  IconCircleDashed,
  IconCirclePlus,
  IconEraser,
  IconLasso,
  IconPointer,
  IconPolygon,
  IconSquareDashed,
  type Icon,
} from '@tabler/icons-react';
import { memo, useEffect, type ReactNode } from 'react';
import { registerCommands } from '../../state/commandStore';
import { useViewStore, viewStore, type MapTool } from '../../state/viewStore';
import { useEditDraft } from './hierarchy/editDraftStore';
import classes from './MapControls.module.css';
import { UnitChoice } from './UnitChoice';
import { SCOPE_NAMES, UNIT_NAMES } from './unitNames';

interface Tool {
  readonly id: MapTool;
  readonly label: string;
  readonly icon: Icon;
  readonly key: string;
  /** What to do with it, in two parts; the second is quieter. */
  readonly hint: readonly [string, string] | null;
}

const TOOLS: readonly Tool[] = [
  { id: 'select', label: 'Select', icon: IconPointer, key: 'V', hint: null },
  {
    id: 'lasso',
    label: 'Lasso',
    icon: IconLasso,
    key: 'L',
    hint: ['Draw round them.', 'Shift adds, Alt removes.'],
  },
  {
    id: 'polygon',
    label: 'Polygon',
    icon: IconPolygon,
    key: 'P',
    hint: ['Click corners, Enter closes.', 'Backspace takes one back.'],
  },
  {
    id: 'rectangle',
    label: 'Rectangle',
    icon: IconSquareDashed,
    key: 'R',
    hint: ['Drag from corner to corner.', 'Shift adds, Alt removes.'],
  },
  {
    id: 'radius',
    label: 'Radius',
    icon: IconCircleDashed,
    key: 'C',
    hint: ['Drag from the centre outwards.', 'Shift adds, Alt removes.'],
  },
  {
    id: 'paint',
    label: 'Paint',
    icon: IconBrush,
    key: 'B',
    hint: ['Brush over them.', 'Shift adds, Alt removes.'],
  },
  {
    id: 'erase',
    label: 'Erase',
    icon: IconEraser,
    key: 'E',
    hint: ['Brush over what is selected.', 'They are let go.'],
  },
];

interface MapToolsProps {
  /** Takes in the accounts of the counties next to those of the selection. */
  readonly onGrow: () => void;
  /** Tools that open a form of their own. */
  readonly children: ReactNode;
}

/** The tools of the map, one above the other; each has its key. */
export const MapTools = memo(function MapTools({ onGrow, children }: MapToolsProps) {
  const hasSelection = useViewStore((view) => view.selectedRows.length > 0 || view.pickedUnits.length > 0);
  const tool = useViewStore((view) => view.tool);
  useEffect(
    () =>
      registerCommands(
        TOOLS.map(({ id, label, key }) => ({
          id: `map.${id}`,
          title: `${label} on the map`,
          group: 'Map',
          keys: [key],
          run: () => viewStore.setState({ tool: id }),
        })),
      ),
    [],
  );
  return (
    <div
      className={classes.tools}
      data-map-control
      role="toolbar"
      aria-label="Map tools"
      aria-orientation="vertical"
    >
      {TOOLS.map(({ id, label, icon: ToolIcon, key }) => (
        <Tooltip key={id} label={`${label} (${key})`} position="right">
          <ActionIcon
            size={30}
            className={classes.tool}
            aria-label={label}
            aria-pressed={tool === id}
            onClick={() => viewStore.setState({ tool: id })}
          >
            <ToolIcon size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip label="Grow the selection by what lies next to it" position="right">
        <ActionIcon
          size={30}
          className={classes.tool}
          aria-label="Grow to neighbours"
          disabled={!hasSelection}
          onClick={onGrow}
        >
          <IconCirclePlus size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {children}
      <UnitChoice />
    </div>
  );
});

/** How the tool in hand is used, and which units it picks; nothing for Select on accounts. */
export const MapHint = memo(function MapHint() {
  const tool = useViewStore((view) => view.tool);
  const unitLevel = useViewStore((view) => view.unitLevel);
  const scope = useViewStore((view) => view.unitScope);
  const isEdit = useEditDraft(({ draft }) => draft !== null);
  const { hint, icon: HintIcon } = TOOLS.find((each) => each.id === tool) ?? TOOLS[0]!;
  if (!hint && !unitLevel) return null;
  return (
    <div className={classes.hint} role="status" data-beside-card={isEdit || undefined}>
      <HintIcon size={16} stroke={1.6} aria-hidden />
      <span>
        {unitLevel && (
          <>
            <b>{UNIT_NAMES[unitLevel].many}</b>, {SCOPE_NAMES[scope].toLowerCase()}.{' '}
          </>
        )}
        {hint?.[0] ?? 'Click one.'}{' '}
        <span className={classes.quiet}>{hint?.[1] ?? 'Shift adds, Alt removes.'}</span>
      </span>
    </div>
  );
});
