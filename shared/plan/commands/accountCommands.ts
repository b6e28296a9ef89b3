import type { AccountTable, AttributeColumn } from '../../model/accountTable';
import { placeLevelCode } from '../../model/placeLevel';
import type { PlanDocument } from '../../model/planDocument';
import { countEdited } from '../accountColumns';
import { countOfAccounts } from '../claimChange';
import { takeCopy } from '../columnCopies';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import type { PlanDiff } from '../planDiff';
import { followBoundaries } from './boundaryCommands';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

export function importAccounts(document: PlanDocument, command: CommandOf<'importAccounts'>): PlanDiff {
  if (command.table.rowCount < document.accounts.rowCount) {
    throw new CommandError('An import never drops rows: the table it makes must keep the ones there are.');
  }
  return tableDiff(document, command.table, `import ${command.fileName}`);
}

export function removeAccounts(document: PlanDocument, command: CommandOf<'removeAccounts'>): PlanDiff {
  const removed = document.accounts.removed.slice();
  let count = 0;
  for (const row of command.rows) {
    if (row >= removed.length || removed[row]) continue;
    removed[row] = 1;
    count++;
  }
  if (count === 0) return { label: 'remove accounts', changes: [] };
  return tableDiff(document, { ...document.accounts, removed }, `remove ${countOfAccounts(count)}`);
}

/** Puts an account at a place; boundaries drawn by hand take it in or let it go. */
export function placeAccount(document: PlanDocument, command: CommandOf<'placeAccount'>): PlanDiff {
  const { accounts } = document;
  requireRow(accounts, command.row);
  if (!(Math.abs(command.lat) <= 90) || !(Math.abs(command.lng) <= 180)) {
    throw new CommandError('A place needs a latitude within ±90 and a longitude within ±180 degrees.');
  }
  const table: AccountTable = {
    ...accounts,
    lat: withValue(accounts.lat.slice(), command.row, command.lat),
    lng: withValue(accounts.lng.slice(), command.row, command.lng),
    placeLevels: withValue(accounts.placeLevels.slice(), command.row, placeLevelCode('hand')),
  };
  const { label, changes } = tableDiff(document, table, `place ${accounts.names[command.row]!}`);
  const from = { lat: accounts.lat[command.row]!, lng: accounts.lng[command.row]! };
  const moves = followBoundaries({ ...document, accounts: table }, command.row, from);
  return { label, changes: [...changes, ...moves] };
}

export function editAccountCell(document: PlanDocument, command: CommandOf<'editAccountCell'>): PlanDiff {
  const { accounts } = document;
  const { row, column } = command;
  requireRow(accounts, row);
  const name = accounts.names[row]!;
  if ('name' in column) {
    if (column.name.trim() === '') throw new CommandError('An account needs a name.');
    const names = withValue(takeCopy(accounts.names), row, column.name);
    return tableDiff(document, { ...accounts, names }, `rename ${name} to ${column.name}`);
  }
  if ('measureId' in column) {
    const measures = accounts.measures.map((measure) => {
      if (measure.id !== column.measureId) return measure;
      const edited = { ...measure, values: withValue(takeCopy(measure.values), row, column.value) };
      countEdited(accounts, measure, edited, row);
      return edited;
    });
    return tableDiff(document, { ...accounts, measures }, `edit ${name}`);
  }
  const attributes = accounts.attributes.map((attribute) =>
    attribute.id === column.attributeId ? withText(attribute, row, column.value) : attribute,
  );
  return tableDiff(document, { ...accounts, attributes }, `edit ${name}`);
}

function withText(attribute: AttributeColumn, row: number, text: string): AttributeColumn {
  const known = attribute.dictionary.indexOf(text);
  const dictionary = known >= 0 ? attribute.dictionary : [...attribute.dictionary, text];
  const code = known >= 0 ? known : attribute.dictionary.length;
  return { ...attribute, dictionary, codes: withValue(takeCopy(attribute.codes), row, code) };
}

/** Puts a value into a copy just made: `with` copies element by element, ten times slower at 100,000 rows. */
function withValue<Value, Column extends { [row: number]: Value }>(
  copy: Column,
  row: number,
  value: Value,
): Column {
  copy[row] = value;
  return copy;
}

function requireRow(accounts: AccountTable, row: number): void {
  if (row < 0 || row >= accounts.rowCount || accounts.removed[row]) {
    throw new CommandError('That account is no longer in the plan.');
  }
}

function tableDiff(document: PlanDocument, after: AccountTable, label: string): PlanDiff {
  return { label, changes: [{ kind: 'accounts', before: document.accounts, after }] };
}
