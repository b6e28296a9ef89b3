import { useEffect, useMemo } from 'react';
import { incomingStore, useIncoming } from '../../state/incomingFiles';
import { postalFileStore } from '../../state/postalFileStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useStatus } from '../../ui/useStatus';
import { ColumnsStep } from './ColumnsStep';
import { ExcelChanges } from './ExcelChanges';
import { FileStep } from './FileStep';
import { openImportFile, openPastedText, placeAgain } from './importActions';
import { ImportHeader } from './ImportHeader';
import classes from './ImportScreen.module.css';
import { useImport, type ImportStep } from './importStore';
import { PlacesStep } from './PlacesStep';
import { ReviewStep } from './ReviewStep';
import { SheetStep } from './SheetStep';
import { countTone } from './walkFindings';

const STEPS: Readonly<Record<ImportStep, () => React.JSX.Element>> = {
  file: FileStep,
  sheet: SheetStep,
  columns: ColumnsStep,
  places: PlacesStep,
  review: ReviewStep,
};

/** From a file to accounts on the map; nothing of the plan changes before Import is pressed. */
export function ImportScreen() {
  const step = useImport((state) => state.step);
  useIncomingFile();
  usePaste();
  useImportStatus();
  usePostalCodes();
  const proposal = useImport((state) => state.proposal);
  const Step = STEPS[step];
  if (proposal) return <ExcelChanges key={proposal.scenarioId} proposal={proposal} />;
  return (
    <div className={classes.screen}>
      <ImportHeader />
      <Step />
    </div>
  );
}

/** Takes the file that was dropped on the window or chosen elsewhere. */
function useIncomingFile(): void {
  const incoming = useIncoming((state) => state.importFile);
  useEffect(() => {
    if (!incoming) return;
    incomingStore.setState({ importFile: null });
    void openImportFile(incoming.name, incoming.bytes);
  }, [incoming]);
}

/** Rows copied from a spreadsheet can be pasted anywhere on the screen, but not into a field. */
function usePaste(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      void openPastedText(text);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

/** Postal codes that come or go while a list is in hand place it anew. */
function usePostalCodes(): void {
  useEffect(
    () =>
      postalFileStore.subscribe(({ files }, before) => {
        if (before.files && files !== before.files) void placeAgain();
      }),
    [],
  );
}

function useImportStatus(): void {
  const build = useImport((state) => state.build);
  const format = usePlanFormat();
  const parts = useMemo(() => {
    if (!build) return null;
    const needYou = countTone(build.kinds, 'bad');
    return [
      { value: format.number(build.rowCount), text: 'rows read' },
      { value: format.number(build.imported), text: 'ready' },
      { value: format.number(needYou), text: needYou === 1 ? 'cell needs you' : 'cells need you' },
    ];
  }, [build, format]);
  useStatus(parts, 'Nothing is changed until you press Import');
}
