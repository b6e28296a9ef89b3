import type { FindingKind, FindingTone } from '../../workers/importContract';
import { importStore } from './importStore';
import { shownKinds, stepFinding } from './walkFindings';

/** Shows the first cell of a kind; once it is shown, the next one. */
export function goToKind(kind: FindingKind): void {
  const { focusedKind, focusedCell } = importStore.getState();
  const isHere = focusedKind === kind.key && focusedCell !== null;
  const gridRow =
    (isHere ? kind.gridRows.find((row) => row > focusedCell.gridRow) : undefined) ?? kind.gridRows[0];
  focus(kind, gridRow);
}

/** Shows the next or the previous finding of the kinds that are shown. */
export function goToFinding(direction: 1 | -1): void {
  const { build, tones, focusedKind, focusedCell } = importStore.getState();
  const from = focusedKind && focusedCell ? { kind: focusedKind, gridRow: focusedCell.gridRow } : null;
  const place = stepFinding(shownKinds(build?.kinds ?? [], tones), from, direction);
  if (place) focus(place.kind, place.gridRow);
}

function focus(kind: FindingKind, gridRow: number | undefined): void {
  importStore.setState({
    focusedKind: kind.key,
    focusedCell: gridRow === undefined ? null : { gridRow, columnIndex: kind.columnIndex },
    step: 'columns',
  });
}

export function toggleTone(tone: FindingTone): void {
  importStore.setState(({ tones }) => ({
    tones: tones.includes(tone) ? tones.filter((each) => each !== tone) : [...tones, tone],
  }));
}
