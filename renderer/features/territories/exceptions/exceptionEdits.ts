import type { ExceptionKind, PlanException } from '../../../../shared/model/exception';
import type { PlanCommand } from '../../../../shared/plan/command';
import { countOfAccounts } from '../../../../shared/plan/claimChange';
import type { ListedException } from '../../../../shared/plan/exceptions';

/** What is called how in lists and choices. */
export const KIND_WORDS: Readonly<Record<ExceptionKind, { readonly one: string; readonly many: string }>> = {
  lock: { one: 'Lock', many: 'Locks' },
  named: { one: 'Named account', many: 'Named accounts' },
  house: { one: 'House account', many: 'House accounts' },
  doNotCover: { one: 'Do not cover', many: 'Do not cover' },
  holdout: { one: 'Holdout', many: 'Holdouts' },
  family: { one: 'Kept together', many: 'Kept together' },
};

export type ExceptionFields = Pick<PlanException, 'owner' | 'reason' | 'expiresOn'>;

/** Takes exceptions off the list and sets free what they held, as one step. */
export function liftCommand(scenarioId: string, items: readonly ListedException[]): PlanCommand {
  const commands = items.map(({ exception, kind, rows }): PlanCommand => {
    if (exception) {
      return { kind: 'removeException', scenarioId, exceptionId: exception.id, isReleased: true };
    }
    if (kind === 'lock') return { kind: 'setLocks', scenarioId, rows, isLocked: false };
    return { kind: 'followUnits', scenarioId, rows };
  });
  if (commands.length === 1 && items[0]!.exception) return commands[0]!;
  return { kind: 'batch', label: `lift ${countOfExceptions(items)}`, commands };
}

/**
 * Gives exceptions an owner, a reason or an end. Accounts that were locked or named without a word get a record.
 * @param fields those that are left out stay as they are
 */
export function editCommand(
  scenarioId: string,
  items: readonly ListedException[],
  fields: Partial<ExceptionFields>,
  newId: () => string,
): PlanCommand {
  const commands = items.map(({ exception, kind, rows }): PlanCommand => {
    const known = exception ?? {
      id: newId(),
      kind,
      target: { rows: Array.from(rows) },
      owner: '',
      reason: '',
      expiresOn: null,
    };
    return { kind: 'putException', scenarioId, exception: { ...known, ...fields }, territoryId: null };
  });
  if (commands.length === 1) return commands[0]!;
  return { kind: 'batch', label: `change ${countOfExceptions(items)}`, commands };
}

function countOfExceptions(items: readonly ListedException[]): string {
  const [only] = items;
  if (items.length === 1 && only) {
    return `${KIND_WORDS[only.kind].one.toLowerCase()} (${countOfAccounts(only.rows.length)})`;
  }
  return `${items.length} exceptions`;
}
