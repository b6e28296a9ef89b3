import type { ExportContext } from '../exportContext';
import type { ExportFile } from '../files/exportFile';
import type { LoadStep } from './salesforceSet';

interface SetFacts {
  readonly knowsTerritories: boolean;
  readonly knowsAssociations: boolean;
  readonly knowsModel: boolean;
  readonly keptCount: number;
  readonly byRuleCount: number;
  readonly withoutTerritoryCount: number;
  readonly foreignIdCount: number;
  readonly foreignUserCount: number;
}

/** The order of loading, the counts, what is still to be filled in, and the way back. */
export function salesforceReadme(
  { document, scenario, madeOn }: ExportContext,
  steps: readonly LoadStep[],
  rollback: readonly LoadStep[],
  facts: SetFacts,
): ExportFile {
  const lines = [
    `${document.name}, ${scenario.name}: files for Salesforce Data Loader, made on ${madeOn}`,
    '',
    'LOAD IN THIS ORDER (UTF-8, comma; an empty cell is left alone, #N/A would clear a field)',
    ...steps.map(lineOf),
    '',
    ...toFillIn(facts),
    ...overlays(scenario),
    'COUNTS',
    `  Right already, they stay: ${counted(facts.keptCount, 'association')}.`,
    `  Made by assignment rules of the org, can't be deleted by hand and stay: ${counted(facts.byRuleCount, 'association')}.`,
    `  Without a territory in this plan (unassigned, house or holdout): ${counted(facts.withoutTerritoryCount, 'account')}. No association is inserted for them.`,
    ...warnings(facts),
    '',
    'THE WAY BACK',
    '  Keep the success files that Data Loader writes: they hold the new ids.',
    '  1. Delete what was inserted: use the success files of the inserts above, last first, as delete files.',
    ...rollback.map(
      (step, position) =>
        `  ${position + 2}. ${step.operation} ${step.object} with ${step.file.name}: ${counted(step.count, 'row')}.`,
    ),
    '  Owners who were not given as user ids in the account list are not in the rollback file.',
    '',
  ];
  return { name: 'README.txt', text: lines.join('\r\n') };
}

function lineOf({ operation, object, file, count }: LoadStep, position: number): string {
  return `  ${position + 1}. ${operation} ${object} with ${file.name}: ${counted(count, 'row')}.`;
}

function toFillIn(facts: SetFacts): string[] {
  const open: string[] = [];
  if (!facts.knowsModel)
    open.push('  Territory2ModelId and Territory2TypeId are empty: fill in the ids of your model and type.');
  if (!facts.knowsTerritories)
    open.push(
      '  The ids of territories are not known before they are inserted: ParentTerritory2Id and Territory2Id hold the',
      '  DeveloperName. After each level export Id, DeveloperName of Territory2 and give that file to Evenland (Export,',
      '  Salesforce): the set is then written again with ids.',
    );
  if (!facts.knowsAssociations)
    open.push(
      '  Existing associations were not given, so nothing is deleted and every account is inserted. Export Id, ObjectId,',
      '  Territory2Id, AssociationCause of ObjectTerritory2Association and give that file to Evenland to load changes alone.',
    );
  return open.length === 0 ? [] : ['STILL OPEN', ...open, ''];
}

/** Overlay roles are alignments of their own, and no part of this set. */
function overlays({ alignments }: ExportContext['scenario']): string[] {
  const names = alignments.slice(1).map(({ role }) => role);
  if (names.length === 0) return [];
  return [
    'NOT IN THIS SET',
    `  The territories of overlay roles: ${names.join(', ')}. It holds the primary alignment.`,
    '',
  ];
}

function warnings(facts: SetFacts): string[] {
  const found: string[] = [];
  if (facts.foreignIdCount > 0)
    found.push(
      `  With ids that are not Salesforce's (001…), whose rows Data Loader will reject: ${counted(facts.foreignIdCount, 'account')}.`,
    );
  if (facts.foreignUserCount > 0)
    found.push(
      `  With ids that are not Salesforce users (005…): ${counted(facts.foreignUserCount, 'rep')}. Import the roster with user ids as repId.`,
    );
  return found;
}

/** "1 row", "2 rows". */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
