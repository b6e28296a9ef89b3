import '../../../renderer/app/main';
import { dropMove, pickForMove } from '../../../renderer/features/territories/moveActions';
import { loadBasemap } from '../../../renderer/map/basemapFiles';
import { mapChoicesStore } from '../../../renderer/state/mapChoices';
import { openNewPlan } from '../../../renderer/state/planSession';
import { planStore } from '../../../renderer/state/planStore';
import { resultStore } from '../../../renderer/state/resultStore';
import { goTo } from '../../../renderer/state/routeStore';
import { selectTerritory } from '../../../renderer/state/viewStore';
import { seededRandom } from '../mapPage/generatedAccounts';
import { generatePlan } from './generatedPlan';
import './storage';

/** Medians, milliseconds from the act to the frame after which map and figures are those of the new plan. */
export interface EditFigures {
  readonly accounts: number;
  readonly territories: number;
  readonly moveOneMs: number;
  readonly lasso30kMs: number;
  readonly undoOneMs: number;
  readonly undo30kMs: number;
  /** The lasso's preview: every touched territory, payout and the budget priced before anything is changed. */
  readonly preview30kMs: number;
  /** All times of each act, in the order taken. */
  readonly all: Readonly<Record<string, readonly number[]>>;
}

export interface EditBenchSize {
  readonly accounts: number;
  readonly territories: number;
  readonly lassoed: number;
  readonly singleMoves: number;
  readonly lassos: number;
}

declare global {
  interface Window {
    openEditPlan?: (size: EditBenchSize) => Promise<void>;
    runEditBench?: (size: EditBenchSize) => Promise<EditFigures>;
  }
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What an act takes: its own work with all that is rendered from it, and the frame that shows it with scripts,
 * layout and paint. The wait between the two, for the screen's clock, is no work and is not counted.
 */
async function timed(act: () => void): Promise<number> {
  await pause(120);
  await nextFrame();
  await pause(0);
  // Asked for before the act, so that it begins with the frame and what the act asked of it is counted.
  const frame = timedFrame();
  const startedAt = performance.now();
  act();
  // What is rendered follows in microtasks of the act; these come after them.
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  const workMs = performance.now() - startedAt;
  return workMs + (await frame);
}

/** What the next frame takes: all its callbacks, layout and paint. */
async function timedFrame(): Promise<number> {
  const startedAt = await nextFrame().then(() => performance.now());
  await nextTask();
  return performance.now() - startedAt;
}

/** The next task of the page: after the frame whose callbacks are running. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

/** What the person sees, to be sure that it is what was timed. */
function onScreen(): { readonly text: string; readonly dots: string } {
  const dots = document.querySelector<HTMLCanvasElement>('canvas[data-layer="dots"]')!;
  const { data } = dots.getContext('2d')!.getImageData(0, 0, dots.width, dots.height);
  let hash = 0;
  for (const byte of data) hash = (Math.imul(hash, 31) + byte) | 0;
  return { text: document.querySelector('#root')!.textContent, dots: String(hash) };
}

/** Times an edit and insists that after it all figures were those of the plan, and the screen another one. */
async function timedEdit(act: () => void): Promise<number> {
  const before = onScreen();
  const ms = await timed(act);
  const after = onScreen();
  if (resultStore.getState().revision !== planStore.store.getState().revision)
    throw new Error('Figures are behind the plan.');
  if (after.text === before.text) throw new Error('The figures on screen did not change.');
  if (after.dots === before.dots) throw new Error('The map did not change.');
  return ms;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

async function openEditPlan(size: EditBenchSize): Promise<void> {
  // Density would hide what an edit changes: the dots are what is timed.
  mapChoicesStore.setState({ dotView: 'dots' });
  const basemap = await loadBasemap();
  const isOpen = await openNewPlan(generatePlan(basemap, size.accounts, size.territories));
  if (!isOpen) throw new Error('The plan did not open.');
  goTo('territories');
  while (!document.querySelector('.leaflet-overlay-pane canvas')) await pause(100);
  await pause(3000);
}

/** Rows nearest to an account, as a lasso round it catches them. */
function rowsAround(centre: number, count: number): Int32Array {
  const { lat, lng } = planStore.store.getState().plan!.accounts;
  const far = Float64Array.from(
    lat,
    (_, row) => (lat[row]! - lat[centre]!) ** 2 + ((lng[row]! - lng[centre]!) * 0.78) ** 2,
  );
  const order = Int32Array.from(lat, (_, row) => row).sort((a, b) => far[a]! - far[b]!);
  return order.slice(0, count).sort();
}

/** A territory whose dots have another colour. */
function receiverFor(row: number, random: () => number): string {
  const { territories } = planStore.store.getState().plan!.scenarios[0]!;
  const owner = territories[resultStore.getState().evaluation!.territories.assignment[row]!];
  const others = territories.filter(
    ({ colorIndex }) => colorIndex !== null && colorIndex !== owner?.colorIndex,
  );
  return others[Math.floor(random() * others.length)]!.id;
}

async function runEditBench(size: EditBenchSize): Promise<EditFigures> {
  const random = seededRandom(3);
  const all = {
    moveOne: [] as number[],
    undoOne: [] as number[],
    preview30k: [] as number[],
    lasso30k: [] as number[],
    undo30k: [] as number[],
  };
  const move = (rows: Int32Array, territoryId: string) => () => {
    const result = planStore.dispatch({
      kind: 'assignAccounts',
      scenarioId: 'scenario',
      rows,
      target: { territoryId },
    });
    if (!result.ok) throw new Error(result.message);
  };
  for (let round = 0; round < size.singleMoves; round++) {
    const row = Math.floor(random() * size.accounts);
    const receiver = receiverFor(row, random);
    selectTerritory(receiver);
    await pause(50);
    all.moveOne.push(await timedEdit(move(Int32Array.of(row), receiver)));
    all.undoOne.push(await timedEdit(() => planStore.undo()));
  }
  for (let round = 0; round < size.lassos; round++) {
    const centre = Math.floor(random() * size.accounts);
    const rows = rowsAround(centre, size.lassoed);
    const receiver = receiverFor(centre, random);
    selectTerritory(receiver);
    all.preview30k.push(await timed(() => pickForMove({ rows, unitIds: [], newKeys: null }, receiver)));
    dropMove(true);
    await pause(50);
    all.lasso30k.push(await timedEdit(move(rows, receiver)));
    all.undo30k.push(await timedEdit(() => planStore.undo()));
  }
  return {
    accounts: size.accounts,
    territories: size.territories,
    moveOneMs: median(all.moveOne),
    lasso30kMs: median(all.lasso30k),
    undoOneMs: median(all.undoOne),
    undo30kMs: median(all.undo30k),
    preview30kMs: median(all.preview30k),
    all,
  };
}

window.openEditPlan = openEditPlan;
window.runEditBench = runEditBench;
