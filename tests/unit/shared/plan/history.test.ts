import { describe, expect, it } from 'vitest';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { EMPTY_HISTORY, pushEdit, redoEdit, undoEdit } from '../../../../shared/plan/history';
import { runCommand } from '../../../../shared/plan/runCommand';
import { smallPlan } from './planFixture';

describe('history', () => {
  const plan = smallPlan();
  const diff = runCommand(plan, {
    kind: 'editAccountCell',
    row: 1,
    column: { measureId: 'revenue', value: 25 },
  });
  const edited = applyDiff(plan, diff);
  const history = pushEdit(EMPTY_HISTORY, diff, 0);

  it('holds the row of an edited cell, not the table', () => {
    const { columns } = patchOf(history.done[0]!.diff);
    expect(columns).toEqual([
      {
        name: 'measure revenue',
        kind: 'rows',
        rows: Int32Array.of(1),
        before: Float64Array.of(20),
        after: Float64Array.of(25),
      },
    ]);
  });

  it('goes back and forth over it, and shares all else with the table it came from', () => {
    const back = undoEdit(edited, history)!;
    expect(back.document).toEqual(plan);
    expect(back.document.accounts.attributes).toBe(edited.accounts.attributes);
    expect(back.document.accounts.names).toBe(edited.accounts.names);
    expect(redoEdit(back.document, back.history)!.document).toEqual(edited);
  });
});

function patchOf({ changes: [change] }: ReturnType<typeof runCommand>) {
  if (change?.kind !== 'accountsPatch') throw new Error('The history holds a table.');
  return change.patch;
}
