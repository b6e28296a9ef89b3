import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { PlanDatabase } from '../../../../renderer/persistence/database';
import { SavedPlans } from '../../../../renderer/persistence/savedPlans';
import { createPlanStore, type PlanStore } from '../../../../renderer/state/planStore';
import type { PlanCommand } from '../../../../shared/plan/command';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { runCommand } from '../../../../shared/plan/runCommand';
import { smallPlan } from '../../shared/plan/planFixture';

const opened: PlanDatabase[] = [];
let databases = 0;

function freshDatabase(): PlanDatabase {
  const database = new PlanDatabase(`test-${++databases}`);
  opened.push(database);
  return database;
}

/** The same stored data as a newly started window sees it. */
function reopen(database: PlanDatabase): SavedPlans {
  database.close();
  const again = new PlanDatabase(database.name);
  opened.push(again);
  return new SavedPlans(again, () => 2000);
}

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** A store whose every step is appended, as the app's autosave does. */
async function storeOn(plans: SavedPlans): Promise<{ store: PlanStore; saved: () => Promise<void> }> {
  const store = createPlanStore(() => 1000);
  let queue = Promise.resolve();
  const { document, history, stepCount } = await plans.load('p1');
  store.open({ plan: document, history, revision: stepCount, readOnlyReason: null });
  store.onEvent((event) => {
    if (event.kind === 'changed') {
      queue = queue.then(() => plans.append(event.plan, event.revision - 1, [event.step]));
    }
  });
  return { store, saved: () => queue };
}

type Act = PlanCommand | 'undo' | 'redo' | 'checkpoint' | 'restart';

const rows = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }).map((list) => Int32Array.from(list));
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Act>('undo', 'redo') },
  { weight: 2, arbitrary: fc.constantFrom<Act>('checkpoint', 'restart') },
  {
    weight: 4,
    arbitrary: fc.record({ rows, territoryId: fc.constantFrom('north', 'south') }).map((edit): Act => ({
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: edit.rows,
      target: { territoryId: edit.territoryId },
    })),
  },
  fc
    .record({ row: fc.nat(5), value: fc.oneof(fc.integer(), fc.constant(Number.NaN)) })
    .map(({ row, value }): Act => ({
      kind: 'editAccountCell',
      row,
      column: { measureId: 'revenue', value },
    })),
  fc.record({ row: fc.nat(5), value: fc.string() }).map(({ row, value }): Act => ({
    kind: 'editAccountCell',
    row,
    column: { attributeId: 'segment', value },
  })),
  fc.string({ minLength: 1 }).map((name): Act => ({ kind: 'renamePlan', name: `p${name}` })),
  fc.constant<Act>({ kind: 'removeAccounts', rows: Int32Array.of(2) }),
  fc.constant<Act>({ kind: 'duplicateScenario', scenarioId: 's1', newId: 'copy', name: 'Copy' }),
  fc.constant<Act>({ kind: 'importAccounts', table: longerTable(), fileName: 'more.csv' }),
);

/** The small plan's table with forty rows more and a measure of its own. */
function longerTable() {
  const { accounts } = smallPlan();
  const rowCount = 46;
  const extend = (values: Float64Array): Float64Array => {
    const longer = new Float64Array(rowCount).fill(Number.NaN);
    longer.set(values);
    return longer;
  };
  const texts = (list: readonly string[]): string[] =>
    Array.from({ length: rowCount }, (_, row) => list[row] ?? `new ${row}`);
  return {
    rowCount,
    ids: texts(accounts.ids),
    names: texts(accounts.names),
    lat: extend(accounts.lat),
    lng: extend(accounts.lng),
    placeLevels: new Uint8Array(rowCount),
    measures: [
      ...accounts.measures.map((measure) => ({ ...measure, values: extend(measure.values) })),
      {
        id: 'beds',
        name: 'Beds',
        kind: 'count',
        values: new Float64Array(rowCount).fill(3),
        isNegativeReal: false,
      },
    ] as const,
    attributes: accounts.attributes.map((attribute) => {
      const codes = new Int32Array(rowCount);
      codes.set(attribute.codes);
      return { ...attribute, codes };
    }),
    removed: new Uint8Array(rowCount),
  };
}

describe('saved plans', () => {
  it('are there after a restart with every edit, undo and redo, whatever came in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const database = freshDatabase();
        let plans = new SavedPlans(database, () => 1000);
        await plans.create(smallPlan());
        let { store, saved } = await storeOn(plans);
        for (const each of acts) {
          if (each === 'undo') store.undo();
          else if (each === 'redo') store.redo();
          else if (each === 'checkpoint') {
            await saved();
            const { plan, revision } = store.store.getState();
            await plans.checkpoint(plan!, revision);
          } else if (each === 'restart') {
            await saved();
            plans = reopen(database);
            ({ store, saved } = await storeOn(plans));
          } else store.dispatch(each);
        }
        await saved();
        const { plan, history, revision } = store.store.getState();
        const loaded = await reopen(database).load('p1');
        expect(loaded.document).toEqual(plan);
        expect(loaded.stepCount).toBe(revision);
        expect(loaded.history).toEqual(history);
      }),
      { numRuns: 60 },
    );
  });

  it('keep results, adjustments, roles, measures by unit and bridges through a checkpoint', async () => {
    const database = freshDatabase();
    const plans = new SavedPlans(database);
    const plan: PlanDocument = {
      ...smallPlan(),
      roles: [{ name: 'AE', baseShareRatio: 0.5 }],
      payResults: [{ repId: 'r1', component: 'bookings', period: '2027-01', credited: 5 }],
      payAdjustments: [
        {
          kind: 'correction',
          id: 'c1',
          repId: 'r1',
          period: '2027-01',
          componentId: null,
          author: 'Ann',
          reason: 'Late deal',
          at: '2027-02-03T00:00:00Z',
          amountCents: -5,
        },
      ],
      unitMeasures: [
        {
          id: 'beds',
          name: 'Beds',
          kind: 'count',
          level: 'county',
          measureId: 'beds',
          counts: 'emptyUnits',
          values: { '26161': 12.5 },
        },
      ],
      unitBridges: [['26001', '26003']],
    };
    await plans.create(plan);
    expect((await reopen(database).load('p1')).document).toEqual(plan);
  });

  it('an edited cell is journaled as one row, not as two tables', async () => {
    const database = freshDatabase();
    const plans = new SavedPlans(database);
    await plans.create(smallPlan());
    const { store, saved } = await storeOn(plans);
    store.dispatch({ kind: 'editAccountCell', row: 1, column: { measureId: 'revenue', value: 7 } });
    await saved();
    const [step] = await database.steps.toArray();
    expect(step!.diff!.changes).toEqual([
      {
        kind: 'accountsPatch',
        patch: expect.objectContaining({
          columns: [
            {
              name: 'measure revenue',
              kind: 'rows',
              rows: Int32Array.of(1),
              before: Float64Array.of(20),
              after: Float64Array.of(7),
            },
          ],
        }) as unknown,
      },
    ]);
  });

  it('a new checkpoint writes changed columns only and drops those that nothing refers to', async () => {
    const database = freshDatabase();
    const plans = new SavedPlans(database);
    await plans.create(smallPlan());
    const before = await database.columns.toCollection().primaryKeys();
    const { store, saved } = await storeOn(plans);
    store.dispatch({ kind: 'editAccountCell', row: 1, column: { measureId: 'revenue', value: 7 } });
    await saved();
    const { plan, revision } = store.store.getState();
    await plans.checkpoint(plan!, revision);
    const after = await database.columns.toCollection().primaryKeys();
    expect(after).toHaveLength(before.length);
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1);
    expect(await database.checkpoints.count()).toBe(1);
  });

  it('a window that is behind can not write over newer steps', async () => {
    const plans = new SavedPlans(freshDatabase());
    await plans.create(smallPlan());
    const first = await storeOn(plans);
    const second = await storeOn(plans);
    first.store.dispatch({ kind: 'renamePlan', name: 'First' });
    await first.saved();
    second.store.dispatch({ kind: 'renamePlan', name: 'Second' });
    await expect(second.saved()).rejects.toThrow('Another window has changed this plan');
    expect((await plans.load('p1')).document.name).toBe('First');
  });

  it('several are listed, the latest opened first; a duplicate lives on its own; the trash gives back', async () => {
    let time = 0;
    const database = freshDatabase();
    const plans = new SavedPlans(database, () => ++time);
    await plans.create(smallPlan());
    await plans.duplicate('p1', 'p2', 'Copy');
    expect((await plans.list()).map((plan) => plan.name)).toEqual(['Copy', 'Small plan']);
    const copy = await plans.load('p2');
    const diff = runCommand(copy.document, { kind: 'renamePlan', name: 'Mine' });
    await plans.append({ ...copy.document, name: 'Mine' }, 0, [{ action: 'do', diff, at: 0, reason: null }]);
    expect((await plans.load('p1')).document.name).toBe('Small plan');
    expect((await plans.load('p2')).document).toEqual({ ...smallPlan(), id: 'p2', name: 'Mine' });

    await plans.setTrashed('p2', true);
    expect((await plans.list()).map((plan) => plan.id)).toEqual(['p1']);
    await plans.setTrashed('p2', false);
    expect((await plans.list()).map((plan) => plan.id)).toContain('p2');
    await plans.setTrashed('p2', true);
    await plans.emptyTrash(0);
    await expect(plans.load('p2')).rejects.toThrow('no longer on this computer');
    expect(await database.columns.where('planId').equals('p2').count()).toBe(0);
  });

  it('a plan of a newer layout is refused and left as it is', async () => {
    const database = freshDatabase();
    const plans = new SavedPlans(database);
    await plans.create(smallPlan());
    await database.checkpoints.toCollection().modify({ layout: 99 });
    await expect(plans.load('p1')).rejects.toThrow('saved by a newer Evenland');
    expect(await database.checkpoints.count()).toBe(1);
  });

  it('a damaged copy is named, with the place of the damage', async () => {
    const database = freshDatabase();
    const plans = new SavedPlans(database);
    await plans.create(smallPlan());
    await database.checkpoints.toCollection().modify((record) => {
      Object.assign(record.document, { settings: { currency: 'dollars' } });
    });
    await expect(plans.load('p1')).rejects.toThrow(/Small plan can't be read \(settings.currency/);
  });
});
