import '../../../renderer/app/global.css';
import '@mantine/core/styles.layer.css';
import '../../../renderer/palette/fonts.css';
import '../../../renderer/palette/tokens.css';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { AccountsScreen } from '../../../renderer/features/accounts/AccountsScreen';
import { accountsStore, sortByColumn } from '../../../renderer/features/accounts/accountsStore';
import { rowStore } from '../../../renderer/features/accounts/rowStore';
import { mantineTheme, resolveMantineVariables } from '../../../renderer/palette/mantineTheme';
import { emptyPlan } from '../../../shared/plan/emptyPlan';
import { copyColumnsAhead } from '../../../renderer/state/copyColumnsAhead';
import { planStore } from '../../../renderer/state/planStore';
import { followPlan } from '../../../renderer/state/resultStore';
import { resetView } from '../../../renderer/state/viewStore';
import { PlanFormatProvider } from '../../../renderer/ui/PlanFormatProvider';
import { EMPTY_HISTORY } from '../../../shared/plan/history';
import { importCommand } from '../../../shared/plan/importCommand';
import { TERRITORY_COLORS } from '../../../renderer/palette/territoryColors';
import { generateTable } from './generatedTable';

export interface TableFigures {
  readonly rows: number;
  readonly sortMs: number;
  readonly filterMs: number;
  readonly editMs: number;
  readonly blankFrames: number;
  readonly slowest: { readonly sortMs: number; readonly filterMs: number; readonly editMs: number };
}

declare global {
  interface Window {
    runTableBench?: () => Promise<TableFigures>;
  }
}

const ROWS = 100_000;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
const settle = async (): Promise<void> => {
  for (let frame = 0; frame < 6; frame++) await nextFrame();
};

/** From the call to the new rows laid out: work, render and layout, without the wait for the screen's next frame. */
async function timed(act: () => void): Promise<number> {
  await settle();
  const startedAt = performance.now();
  act();
  await new Promise((resolve) => setTimeout(resolve, 0));
  void document.body.offsetHeight;
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(10 * sorted[Math.floor(sorted.length / 2)]!) / 10;
}

async function timeSorts(): Promise<number[]> {
  const times: number[] = [];
  for (const column of ['measure:revenue', 'name', 'attribute:city', 'territory', 'id', 'measure:beds']) {
    times.push(await timed(() => sortByColumn(column)), await timed(() => sortByColumn(column)));
  }
  return times;
}

async function timeFilters(): Promise<number[]> {
  const times: number[] = [];
  const range = { kind: 'range', min: 1000, max: 400_000, withBlank: false } as const;
  const values = { kind: 'values', texts: ['Enterprise', 'Community'] } as const;
  for (let round = 0; round < 3; round++) {
    times.push(
      await timed(() => accountsStore.setState({ filters: { 'measure:revenue': range } })),
      await timed(() =>
        accountsStore.setState({ filters: { 'measure:revenue': range, 'attribute:segment': values } }),
      ),
      await timed(() => accountsStore.setState({ filters: {}, search: 'mercy 12' })),
      await timed(() => accountsStore.setState({ search: 'falls' })),
      await timed(() => accountsStore.setState({ search: '' })),
    );
  }
  return times;
}

async function timeEdits(): Promise<number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < 30; edit++) {
    const row = rowStore.getState().rows[edit]!;
    const column =
      edit % 3 === 0
        ? { measureId: 'revenue', value: 1000 + edit }
        : edit % 3 === 1
          ? { attributeId: 'city', value: `New Falls ${edit}` }
          : { name: `Renamed ${edit}` };
    times.push(await timed(() => planStore.dispatch({ kind: 'editAccountCell', row, column })));
  }
  return times;
}

/** Scrolls a screen and a half a frame; counts frames that were shown with a hole where rows should be. */
async function countBlankFrames(): Promise<number> {
  const grid = document.querySelector<HTMLElement>('[role="grid"]')!;
  const box = grid.getBoundingClientRect();
  const probes = [0.2, 0.5, 0.95].map((share) => box.top + 40 + share * (box.height - 60));
  let blank = 0;
  for (let frame = 0; frame < 240; frame++) {
    // In a task of its own, as a wheel does it: the scroll is told at the start of the next frame.
    await new Promise((resolve) => setTimeout(resolve, 0));
    grid.scrollTop += frame % 2 === 0 ? box.height * 1.5 : box.height * 0.4;
    await nextFrame();
    // What is there now is what this frame is going to show.
    const isHole = probes.some((y) => !document.elementFromPoint(box.left + 200, y)?.closest('[role="row"]'));
    if (isHole) blank++;
  }
  return blank;
}

window.runTableBench = async () => {
  const plan = emptyPlan('bench', 'scenario', 'Bench', 2026);
  planStore.open({ plan, history: EMPTY_HISTORY, revision: 0, readOnlyReason: null });
  resetView('scenario');
  followPlan();
  copyColumnsAhead();
  planStore.dispatch(
    importCommand(plan, generateTable(ROWS), {
      fileName: 'bench.csv',
      makesTerritories: true,
      palette: TERRITORY_COLORS.map((color) => color.light.fill),
      newId: () => crypto.randomUUID(),
    }),
  );
  resetView(planStore.store.getState().plan!.scenarios.at(-1)!.id);
  createRoot(document.getElementById('root')!).render(
    <MantineProvider theme={mantineTheme} cssVariablesResolver={resolveMantineVariables}>
      <PlanFormatProvider>
        <div style={{ height: '100%', display: 'grid', gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)' }}>
          <AccountsScreen />
        </div>
      </PlanFormatProvider>
    </MantineProvider>,
  );
  // As a person needs to find the header: names are ranked while nothing else is to do.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const sorts = await timeSorts();
  const filters = await timeFilters();
  const edits = await timeEdits();
  const blankFrames = await countBlankFrames();
  const slowest = (times: readonly number[]): number => Math.round(10 * Math.max(...times)) / 10;
  return {
    rows: ROWS,
    sortMs: median(sorts),
    filterMs: median(filters),
    editMs: median(edits),
    blankFrames,
    slowest: { sortMs: slowest(sorts), filterMs: slowest(filters), editMs: slowest(edits) },
  };
};
