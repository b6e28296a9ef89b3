import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { HostError } from '../../../../shared/bridge/contract';
import { useAppInfo } from '../../../state/appInfoStore';
import { logProblem } from '../../../state/hostAccess';
import { notify } from '../../../state/noticeStore';
import {
  paperSizes,
  printChoicesStore,
  usePrintChoices,
  type PaperSize,
  type PrintWork,
} from '../../../state/printChoices';
import { fileNameOf } from '../../../ui/fileNameOf';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import type { UnitBox } from '../mapBoxes';
import { useTerritoriesData, type TerritoriesData } from '../useTerritoriesData';
import { mapCanvas, saveMapFile, sheetSize } from './mapFiles';
import classes from './PrintDialog.module.css';
import { printBook, printMap } from './printPages';
import { usePrintedMap, type PrintedMap } from './usePrintedMap';

interface PrintDialogProps {
  /** What the map on screen shows (unit square); null where none is on screen. */
  readonly shown: UnitBox | null;
  readonly onClose: () => void;
}

/** Print and picture: the map with legend and table as a picture, a drawing or a page, or a book of territories. */
export function PrintDialog({ shown, onClose }: PrintDialogProps) {
  const data = useTerritoriesData();
  return (
    <Modal opened onClose={onClose} title="Print and picture" size={620}>
      {data ? (
        <PrintForm data={data} shown={shown} onClose={onClose} />
      ) : (
        <p className={classes.note}>There is nothing to print yet: import accounts first.</p>
      )}
    </Modal>
  );
}

const WORKS: readonly { readonly value: PrintWork; readonly label: string; readonly text: string }[] = [
  { value: 'png', label: 'PNG', text: 'Map, legend and table as a picture for slides and mail, 288 dpi.' },
  { value: 'svg', label: 'SVG', text: 'The same as shapes and letters, to be edited in a drawing program.' },
  { value: 'pdf', label: 'PDF page', text: 'The same as a page; a long table goes on after it.' },
  {
    value: 'book',
    label: 'Territory book',
    text: 'A page a territory: its map, figures and largest accounts. Map and table of all come first.',
  },
];

function PrintForm({ data, shown, onClose }: PrintDialogProps & { readonly data: TerritoriesData }) {
  const { work, paper, isLandscape } = usePrintChoices();
  const format = usePlanFormat();
  const info = useAppInfo();
  const [isAsShown, setAsShown] = useState(false);
  const [isOne, setOne] = useState(false);
  const map = usePrintedMap(data, isAsShown ? shown : null);
  const selected = data.scenario.territories[data.selectedIndex];
  const canBeOne = map?.territories.includes(data.selectedIndex) === true;
  const isBook = work === 'book';
  const choice = WORKS.find(({ value }) => value === work)!;
  const isPrinted = isBook || work === 'pdf';

  async function make(made: PrintedMap): Promise<void> {
    const name = fileName(data, work);
    onClose();
    try {
      const printing = { data, map: made, format, paper, isLandscape: isLandscape && !isBook, name };
      if (work === 'png' || work === 'svg')
        await saveMapFile(made, work, sheetSize(paper, isLandscape), name);
      else if (!isBook) await printMap(printing);
      else await printBook(printing, isOne && canBeOne ? [data.selectedIndex] : made.territories);
    } catch (error) {
      if (!(error instanceof HostError)) logProblem(`Print failed: ${String(error)}`);
      notify('error', 'It could not be made', error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div className={classes.form}>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label="What to make"
          fullWidth
          size="xs"
          value={work}
          onChange={(value) => printChoicesStore.setState({ work: value })}
          data={WORKS.map(({ value, label }) => ({ value, label }))}
        />
        <p className={classes.note}>{choice.text}</p>
        <Field label="Paper">
          <SegmentedControl
            aria-label="Paper"
            size="xs"
            value={paper}
            onChange={(value) => printChoicesStore.setState({ paper: value })}
            data={[...paperSizes]}
          />
        </Field>
        {!isBook && (
          <Field label="Orientation">
            <SegmentedControl
              aria-label="Orientation"
              size="xs"
              value={isLandscape ? 'landscape' : 'portrait'}
              onChange={(value) => printChoicesStore.setState({ isLandscape: value === 'landscape' })}
              data={[
                { value: 'landscape', label: 'Landscape' },
                { value: 'portrait', label: 'Portrait' },
              ]}
            />
          </Field>
        )}
        {!isBook && shown && (
          <Field label="Area">
            <SegmentedControl
              aria-label="Area"
              size="xs"
              value={isAsShown ? 'shown' : 'all'}
              onChange={(value) => setAsShown(value === 'shown')}
              data={[
                { value: 'all', label: 'All accounts' },
                { value: 'shown', label: 'As on the map' },
              ]}
            />
          </Field>
        )}
        {isBook && canBeOne && selected && (
          <Field label="Territories">
            <SegmentedControl
              aria-label="Territories"
              size="xs"
              value={isOne ? 'one' : 'all'}
              onChange={(value) => setOne(value === 'one')}
              data={[
                { value: 'all', label: `All ${map.territories.length}` },
                { value: 'one', label: selected.name },
              ]}
            />
          </Field>
        )}
      </div>
      <Preview map={map} paper={paper} isLandscape={isLandscape && !isBook} />
      <div className={classes.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" disabled={!map} onClick={() => map && void make(map)}>
          {isPrinted && info?.canPrintToPdf === false
            ? 'Print…'
            : `Save ${isPrinted ? 'PDF' : work.toUpperCase()}`}
        </Button>
      </div>
      {isPrinted && info?.canPrintToPdf === false && (
        <p className={classes.note}>In the window that opens, choose “Save as PDF” or a printer.</p>
      )}
    </div>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.field}>
      <span>{label}</span>
      {children}
    </div>
  );
}

interface PreviewProps {
  readonly map: PrintedMap | null;
  readonly paper: PaperSize;
  readonly isLandscape: boolean;
}

const PREVIEW_PX = 250;

/** The page as it will be, small. */
function Preview({ map, paper, isLandscape }: PreviewProps) {
  const ref = useRef<HTMLDivElement>(null);
  const draw = useEffectEvent(() => {
    if (!map || !ref.current) return;
    const size = sheetSize(paper, isLandscape);
    const scale = PREVIEW_PX / Math.max(size.width, size.height);
    const canvas = mapCanvas(map, size, scale * Math.min(2, window.devicePixelRatio * 1.5));
    canvas.style.width = `${size.width * scale}px`;
    ref.current.replaceChildren(canvas);
  });
  useEffect(() => {
    // The dialog opens first.
    const timer = setTimeout(draw, 60);
    return () => clearTimeout(timer);
  }, [map, paper, isLandscape]);
  return <div ref={ref} className={classes.preview} role="img" aria-label="Preview of the page" />;
}

function fileName({ plan, scenario }: TerritoriesData, work: PrintWork): string {
  const isBook = work === 'book';
  return fileNameOf(
    [plan.name, scenario.name, isBook ? 'territory book' : 'map'],
    `.${isBook ? 'pdf' : work}`,
  );
}
