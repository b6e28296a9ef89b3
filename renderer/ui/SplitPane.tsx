import { ActionIcon, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NARROW_WINDOW, panelKey, setPanelFolded, usePanelStore } from '../state/panelStore';
import classes from './SplitPane.module.css';
import { SplitterHandle } from './SplitterHandle';

export interface SidePane {
  /** Names its size in the panel store and its edge to screen readers, e.g. 'Territory tree'. */
  readonly label: string;
  readonly content: ReactNode;
  readonly sizePx: number;
  readonly minPx: number;
  readonly maxPx: number;
  /** Size below 1100 px of window width, where it stays open there. */
  readonly narrowPx?: number;
  /**
   * What is left of it when it is folded, in a strip 40 px wide; it must hold the button that unfolds, which
   * is handed to it. With this the pane folds by itself below 1100 px.
   */
  readonly strip?: (unfoldButton: ReactNode) => ReactNode;
}

interface SplitPaneProps {
  /** Of the screen; sizes are remembered under it. */
  readonly name: string;
  readonly left?: SidePane;
  readonly right?: SidePane;
  readonly bottom?: SidePane;
  /** The middle, which takes what is left. */
  readonly children: ReactNode;
}

const STRIP_PX = 40;

/** Left, middle, right, with a drawer below the middle. Edges are dragged, or moved with the arrow keys. */
export function SplitPane({ name, left, right, bottom, children }: SplitPaneProps) {
  return (
    <div className={classes.row}>
      {left && <Side screen={name} side="left" pane={left} />}
      <div className={classes.middle}>
        <div className={classes.main}>{children}</div>
        {bottom && <Side screen={name} side="bottom" pane={bottom} />}
      </div>
      {right && <Side screen={name} side="right" pane={right} />}
    </div>
  );
}

interface SideProps {
  readonly screen: string;
  readonly side: 'left' | 'right' | 'bottom';
  readonly pane: SidePane;
}

function Side({ screen, side, pane }: SideProps) {
  const isNarrow = useMediaQuery(NARROW_WINDOW) ?? false;
  // Apart for narrow windows: what fits there is no measure for a wide one, nor the other way round.
  const key = panelKey(screen, side, isNarrow);
  const size =
    usePanelStore((state) => state.sizes[key]) ?? (isNarrow ? (pane.narrowPx ?? pane.sizePx) : pane.sizePx);
  const isFolded = usePanelStore((state) => state.folded[key]) ?? (isNarrow && pane.strip !== undefined);
  const dimension = side === 'bottom' ? 'height' : 'width';

  if (isFolded && pane.strip) {
    const unfoldButton = (
      <Tooltip label={`Show ${pane.label}`} position={side === 'right' ? 'left' : 'right'}>
        <ActionIcon aria-label={`Show ${pane.label}`} onClick={() => setPanelFolded(key, false)}>
          <IconLayoutSidebarLeftExpand
            size={16}
            stroke={1.6}
            className={side === 'right' ? classes.mirrored : undefined}
            aria-hidden
          />
        </ActionIcon>
      </Tooltip>
    );
    return (
      <div className={classes.strip} data-side={side} style={{ [dimension]: STRIP_PX }}>
        {pane.strip(unfoldButton)}
      </div>
    );
  }

  const handle = (
    <SplitterHandle
      panelKey={key}
      label={`Resize ${pane.label}`}
      side={side}
      size={size}
      minPx={pane.minPx}
      maxPx={pane.maxPx}
      onFold={pane.strip ? () => setPanelFolded(key, true) : null}
    />
  );
  const minimum = side === 'bottom' ? { minHeight: pane.minPx } : {};
  return (
    <div
      className={classes.side}
      data-side={side}
      style={{ [dimension]: Math.max(pane.minPx, Math.min(pane.maxPx, size)), ...minimum }}
    >
      {handle}
      {pane.content}
    </div>
  );
}
