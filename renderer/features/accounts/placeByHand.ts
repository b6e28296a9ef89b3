import { planStore } from '../../state/planStore';
import { selectRows, viewStore } from '../../state/viewStore';
import { rowStore } from './rowStore';

/** Places an account, and goes on to the next of the list, so that a row of clicks works through it. */
export function placeByHand(row: number, lat: number, lng: number): void {
  const { rows } = rowStore.getState();
  const at = rows.indexOf(row);
  const next = rows[at + 1] ?? rows[at - 1];
  const result = planStore.dispatch({ kind: 'placeAccount', row, lat, lng });
  if (!result.ok || next === undefined) return;
  selectRows([next]);
  viewStore.setState({ focusedRow: next });
}

const PAIR = /^\s*(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)\s*$/;

/** Reads "41.88, -87.63" as degrees; null where it is none, or out of range. */
export function readPair(text: string): { readonly lat: number; readonly lng: number } | null {
  const match = PAIR.exec(text.replaceAll('−', '-'));
  if (!match) return null;
  const [lat, lng] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null;
}
