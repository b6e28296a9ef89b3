import type { AccountTable } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { resizeAlignment, withUnitClaims } from '../model/alignment';
import type { PayResult } from '../model/payResult';
import { payResultKey } from '../model/payResult';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import { patchAccounts } from './accountsPatch';
import { takeCopy } from './columnCopies';
import type { PayResultsChange, PlanChange, PlanDiff, RecordChange } from './planDiff';

/** A document is asked for something that it does not hold: a defect of the caller, never of the user. */
export class PlanIntegrityError extends Error {
  override readonly name = 'PlanIntegrityError';
}

/**
 * The document after the edit. What the edit does not touch is shared with the document before it.
 * @throws PlanIntegrityError when the diff was made for another document
 */
export function applyDiff(document: PlanDocument, diff: PlanDiff): PlanDocument {
  return diff.changes.reduce(applyChange, document);
}

function applyChange(document: PlanDocument, change: PlanChange): PlanDocument {
  switch (change.kind) {
    case 'assignment':
      return withAlignment(document, change.scenarioId, change.role, (alignment) => ({
        ...alignment,
        claims: withValues(alignment.claims, change.rows, change.after),
        causes: withValues(alignment.causes, change.rows, change.causesAfter),
      }));
    case 'locks':
      return withAlignment(document, change.scenarioId, change.role, (alignment) => ({
        ...alignment,
        locks: withValues(alignment.locks, change.rows, change.after),
      }));
    case 'units':
      return withAlignment(document, change.scenarioId, change.role, (alignment) => ({
        ...alignment,
        layers: withUnitClaims(alignment.layers, change.level, change.unitIds, change.after),
      }));
    case 'alignment':
      return withScenario(document, change.scenarioId, (scenario) => ({
        ...scenario,
        alignments: splicedOf(scenario.alignments, change),
      }));
    case 'territory':
      return withScenario(document, change.scenarioId, (scenario) => {
        const territories = scenario.territories.slice();
        if (change.after) territories[change.index] = change.after;
        else territories.length = change.index;
        return { ...scenario, territories };
      });
    case 'scenarioFields':
      return withScenario(document, change.scenarioId, (scenario) => ({ ...scenario, ...change.after }));
    case 'record':
      return withRecord(document, change);
    case 'payResults':
      return { ...document, payResults: withResults(document.payResults ?? [], change) };
    case 'planFields':
      return { ...document, ...change.after };
    case 'accounts':
      return withAccounts(document, change.after);
    case 'accountsPatch':
      return withAccounts(document, patchAccounts(document.accounts, change.patch));
  }
}

function withAccounts(document: PlanDocument, accounts: AccountTable): PlanDocument {
  return {
    ...document,
    accounts,
    scenarios: document.scenarios.map((scenario) => resizedScenario(scenario, accounts.rowCount)),
  };
}

/** The same object where all alignments have the length already. */
function resizedScenario(scenario: Scenario, rowCount: number): Scenario {
  const alignments = scenario.alignments.map((alignment) => resizeAlignment(alignment, rowCount));
  const isSame = alignments.every((alignment, at) => alignment === scenario.alignments[at]);
  return isSame ? scenario : { ...scenario, alignments };
}

function withScenario(
  document: PlanDocument,
  scenarioId: string,
  edit: (scenario: Scenario) => Scenario,
): PlanDocument {
  if (!document.scenarios.some((scenario) => scenario.id === scenarioId)) {
    throw new PlanIntegrityError(`The plan has no scenario with id ${scenarioId}.`);
  }
  return {
    ...document,
    scenarios: document.scenarios.map((scenario) => (scenario.id === scenarioId ? edit(scenario) : scenario)),
  };
}

function withAlignment(
  document: PlanDocument,
  scenarioId: string,
  role: string,
  edit: (alignment: Alignment) => Alignment,
): PlanDocument {
  return withScenario(document, scenarioId, (scenario) => ({
    ...scenario,
    alignments: scenario.alignments.map((alignment) =>
      alignment.role === role ? edit(alignment) : alignment,
    ),
  }));
}

function withValues<T extends Int32Array | Uint8Array>(column: T, rows: Int32Array, values: T): T {
  const copy = takeCopy(column);
  for (let i = 0; i < rows.length; i++) copy[rows[i]!] = values[i]!;
  return copy;
}

function withRecord(document: PlanDocument, change: RecordChange): PlanDocument {
  return { ...document, [change.collection]: splicedOf<unknown>(document[change.collection], change) };
}

/** The results after the change, in the order of their keys; undefined where none are left. */
function withResults(results: readonly PayResult[], change: PayResultsChange): PayResult[] | undefined {
  const byKey = new Map(results.map((result) => [payResultKey(result), result]));
  change.keys.forEach((key, at) => {
    const after = change.after[at] ?? null;
    if (after) byKey.set(payResultKey(key), after);
    else byKey.delete(payResultKey(key));
  });
  if (byKey.size === 0) return undefined;
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
}

function splicedOf<Item>(
  items: readonly Item[],
  change: { readonly index: number; readonly before: Item | null; readonly after: Item | null },
): Item[] {
  const copy = items.slice();
  if (change.before === null) copy.splice(change.index, 0, change.after as Item);
  else if (change.after === null) copy.splice(change.index, 1);
  else copy[change.index] = change.after;
  return copy;
}
