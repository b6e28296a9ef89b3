import { useState, type RefObject } from 'react';
import { decodeText } from '../../../shared/io/import/decodeText';
import { ImportFileError } from '../../../shared/io/import/importFileError';
import {
  readUnitMeasure,
  withKnownUnits,
  type ReadUnitMeasure,
} from '../../../shared/io/import/unitMeasures';
import { loadUnitGround } from '../../map/unitMapFiles';
import { logProblem } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { planStore, usePlanStore } from '../../state/planStore';
import { viewStore } from '../../state/viewStore';
import { UnitMeasureDialog } from './UnitMeasureDialog';

/** Reads a measure by unit from a CSV and puts it into the plan: land without accounts then carries potential. */
export function UnitMeasureImport({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const [file, setFile] = useState<{ readonly name: string; readonly read: ReadUnitMeasure } | null>(null);
  const plan = usePlanStore((state) => (file ? state.plan : null));

  async function open(chosen: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const { text } = decodeText(bytes, chosen.name);
      const read = readUnitMeasure(text, chosen.name);
      const { indexOfId } = await loadUnitGround(read.level);
      setFile({ name: chosen.name, read: withKnownUnits(read, (key) => indexOfId.has(key)) });
    } catch (error) {
      if (error instanceof ImportFileError) {
        notify('warning', 'The file was not read', error.message);
        return;
      }
      logProblem(`A measure by unit could not be read: ${String(error)}`);
      notify('error', 'The file was not read', 'The areas of the map could not be read. Try again.');
    }
  }

  return (
    <>
      <input
        ref={inputRef}
        type="file"
        accept=".csv,.txt,.tsv"
        aria-label="File of a measure by unit"
        hidden
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) void open(chosen);
        }}
      />
      {file && plan && (
        <UnitMeasureDialog
          read={file.read}
          fileName={file.name}
          measures={plan.accounts.measures}
          onClose={() => setFile(null)}
          onAccept={(measure) => {
            setFile(null);
            const id = crypto.randomUUID();
            const measureId = measure.measureId === 'own' ? id : measure.measureId;
            const result = planStore.dispatch({
              kind: 'putUnitMeasure',
              measure: { ...measure, id, measureId },
            });
            if (!result.ok) return;
            viewStore.setState({
              unitLevel: measure.level,
              mapColor: { kind: 'unitMeasure', unitMeasureId: id },
            });
          }}
        />
      )}
    </>
  );
}
