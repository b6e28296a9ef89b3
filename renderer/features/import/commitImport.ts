import { TERRITORY_COLORS } from '../../palette/territoryColors';
import { notify } from '../../state/noticeStore';
import { openEmptyPlan } from '../../state/planSession';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { showScenario, viewStore } from '../../state/viewStore';
import { closeImport, importClient, rememberColumns } from './importActions';
import { importCommand } from '../../../shared/plan/importCommand';
import { importStore } from './importStore';

/** Makes the import one step of the plan's history, and shows it on the map. */
export async function commitImport(): Promise<void> {
  const { build, file, target, planName, makesTerritories, balanceMeasureId } = importStore.getState();
  const { territoriesFrom, rates } = importStore.getState();
  if (!build || !file) return;
  const table = await importClient().table();
  const isNew = target === 'newPlan' || !planStore.store.getState().plan;
  if (isNew && !(await openEmptyPlan(planName.trim() || file.fileName))) return;
  const { plan } = planStore.store.getState();
  if (!plan) return;
  const result = planStore.dispatch(
    importCommand(plan, table, {
      fileName: file.fileName,
      makesTerritories,
      territoriesFrom: territoriesFrom ?? build.alignmentColumns[0]?.id ?? 'owner',
      balanceMeasureId,
      currencyRates: rates,
      palette: TERRITORY_COLORS.map((color) => color.light.fill),
      newId: () => crypto.randomUUID(),
    }),
  );
  if (!result.ok) {
    importStore.setState({ error: { title: 'The list was not imported', text: result.message } });
    return;
  }
  rememberColumns();
  const scenarios = planStore.store.getState().plan?.scenarios ?? [];
  // A newer list goes into the scenario one was working on; only a new baseline, or a new plan, changes what is shown.
  const worked = scenarios.find(({ id }) => id === viewStore.getState().scenarioId);
  const shown = makesTerritories ? scenarios.at(-1) : (worked ?? scenarios[0]);
  if (shown) showScenario(shown.id);
  closeImport();
  goTo('territories');
  const count = build.imported.toLocaleString();
  notify('done', `${count} accounts imported from ${file.fileName}`, '', {
    label: 'Undo',
    run: () => planStore.undo(),
  });
}
