import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDownload } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { FindingTone } from '../../workers/importContract';
import { saveProblems } from './saveProblems';
import { goToFinding, toggleTone } from './findingActions';
import { useImport } from './importStore';
import { KindChoice } from './KindChoice';
import { ProblemItem } from './ProblemItem';
import classes from './ProblemsPanel.module.css';
import { countTone, shownKinds } from './walkFindings';

const ITEM_PX = 44;
const CHIPS: readonly { readonly tone: FindingTone; readonly text: string }[] = [
  { tone: 'bad', text: 'need you' },
  { tone: 'warn', text: 'to check' },
  { tone: 'fix', text: 'corrected' },
  { tone: 'info', text: 'to know' },
];

/** What was found, by kind; each jumps to its cells. */
export function ProblemsPanel() {
  const build = useImport((state) => state.build);
  const tones = useImport((state) => state.tones);
  const focusedKind = useImport((state) => state.focusedKind);
  const format = usePlanFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const all = useMemo(() => build?.kinds ?? [], [build]);
  const kinds = useMemo(() => shownKinds(all, tones), [all, tones]);
  const virtualizer = useVirtualizer({
    count: kinds.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM_PX,
    overscan: 6,
  });
  const at = kinds.findIndex((kind) => kind.key === focusedKind);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
  }, [at, virtualizer]);
  const cells = all.reduce((sum, kind) => sum + kind.count, 0);
  return (
    <>
      <div className={classes.header}>
        <h2 className={classes.title}>
          Problems{' '}
          <span className={classes.count}>
            {format.number(cells)} {cells === 1 ? 'cell' : 'cells'}, {format.number(all.length)}{' '}
            {all.length === 1 ? 'kind' : 'kinds'}
          </span>
        </h2>
        <PanelButton label="Previous problem" icon={IconChevronUp} run={() => goToFinding(-1)} />
        <PanelButton label="Next problem" icon={IconChevronDown} run={() => goToFinding(1)} />
        <PanelButton label="Save all problems as CSV" icon={IconDownload} run={() => void saveProblems()} />
      </div>
      <div className={classes.chips} role="group" aria-label="Show problems">
        {CHIPS.map(({ tone, text }) => {
          const count = countTone(all, tone);
          return count === 0 ? null : (
            <button
              key={tone}
              type="button"
              className={classes.chip}
              data-tone={tone}
              aria-pressed={tones.includes(tone)}
              onClick={() => toggleTone(tone)}
            >
              {format.number(count)} {text}
            </button>
          );
        })}
      </div>
      <div className={classes.list} ref={scroller}>
        {kinds.length === 0 && (
          <p className={classes.none}>
            {all.length === 0
              ? 'Nothing to correct: every cell was read as it stands.'
              : 'None of these kinds.'}
          </p>
        )}
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const kind = kinds[item.index]!;
            return (
              <ProblemItem
                key={kind.key}
                kind={kind}
                topPx={item.start}
                isCurrent={kind.key === focusedKind}
              />
            );
          })}
        </div>
      </div>
      <KindChoice kind={kinds[at] ?? null} />
    </>
  );
}

interface PanelButtonProps {
  readonly label: string;
  readonly icon: typeof IconChevronUp;
  readonly run: () => void;
}

function PanelButton({ label, icon: ButtonIcon, run }: PanelButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run}>
        <ButtonIcon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
