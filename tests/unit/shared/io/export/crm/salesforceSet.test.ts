import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { developerNames } from '../../../../../../shared/io/export/crm/developerNames';
import { dynamicsFile, hubspotFile } from '../../../../../../shared/io/export/crm/ownerFiles';
import { orgFromTexts } from '../../../../../../shared/io/export/crm/salesforceOrg';
import { salesforceSet } from '../../../../../../shared/io/export/crm/salesforceSet';
import { exportContext } from '../../../../../../shared/io/export/exportContext';
import { salesforceSuffix } from '../../../../../../shared/model/salesforceId';
import { emptyAlignment } from '../../../../../../shared/model/alignment';
import type { PlanDocument } from '../../../../../../shared/model/planDocument';
import { payingPlan } from '../../../plan/planFixture';

const ACCOUNTS = ['1', '2', '3', '4', '5', '6'].map((digit) => `001A0000001234${digit}`);
const [ANN, BO] = ['005A00000012341', '005A00000012342'];

/** The paying plan as a Salesforce org knows it: accounts, users and owners by their ids. */
function salesforcePlan(): PlanDocument {
  const plan = payingPlan();
  return {
    ...plan,
    accounts: {
      ...plan.accounts,
      ids: ACCOUNTS,
      attributes: [
        {
          id: 'owner',
          name: 'Owner',
          dictionary: ['', ANN, 'Bo Vos'],
          codes: Int32Array.of(1, 1, 1, 2, 0, 0),
        },
      ],
    },
    reps: plan.reps.map((rep, position) => ({ ...rep, id: [ANN, BO][position]! })),
  };
}

function setOf(territories: string | null, associations: string | null) {
  const context = exportContext(salesforcePlan(), 's1', '2026-11-28', false);
  const files = salesforceSet(context, orgFromTexts({ territories, associations }));
  const rowsOf = (name: string) =>
    Papa.parse<Record<string, string>>(files.find((file) => file.name === name)!.text, {
      header: true,
      skipEmptyLines: true,
    }).data;
  return { files, rowsOf };
}

it('says of overlay roles that they are no part of the set', () => {
  const readmeOf = (roles: readonly string[]) => {
    const plan = salesforcePlan();
    const [scenario] = plan.scenarios;
    const overlays = roles.map((role) => emptyAlignment(role, ACCOUNTS.length));
    const alignments = [...scenario!.alignments, ...overlays];
    const context = exportContext(
      { ...plan, scenarios: [{ ...scenario!, alignments }] },
      's1',
      '2026-11-28',
      false,
    );
    const files = salesforceSet(context, orgFromTexts({ territories: null, associations: null }));
    return files.find((file) => file.name === 'README.txt')!.text;
  };
  expect(readmeOf([])).not.toContain('overlay');
  expect(readmeOf(['SE', 'CSM'])).toContain('The territories of overlay roles: SE, CSM.');
});

describe('API names of territories', () => {
  it.each([
    ['North', 'North'],
    ['  Québec & Est ', 'Quebec_Est'],
    ['4th District__', 'T_4th_District'],
    ['東京', 'T'],
  ])('turns %s into %s', (name, expected) => {
    expect(developerNames([name])).toEqual([expected]);
  });

  it('are unique without regard to case, and always of the form that Salesforce takes', () => {
    expect(developerNames(['North', 'NORTH', 'north!'])).toEqual(['North', 'NORTH_2', 'north_3']);
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 120, unit: 'binary' })), (names) => {
        const made = developerNames(names);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of made) {
          expect(name).toMatch(/^[a-zA-Z](_?[a-zA-Z0-9])*$/);
          expect(name.length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });
});

describe('the Salesforce set', () => {
  it('holds a file a level, parents first, and the fields of the object reference', () => {
    const { files, rowsOf } = setOf(null, null);
    expect(files.map(({ name }) => name)).toEqual([
      '1-Territory2-Region.csv',
      '2-Territory2-Territory.csv',
      '3-ObjectTerritory2Association-delete.csv',
      '4-ObjectTerritory2Association-insert.csv',
      '5-UserTerritory2Association-insert.csv',
      '6-Account-update.csv',
      'rollback/1-Account-update.csv',
      'rollback/2-ObjectTerritory2Association-insert.csv',
      'README.txt',
    ]);
    expect(rowsOf('2-Territory2-Territory.csv')[0]).toEqual({
      Name: 'North',
      DeveloperName: 'North',
      Territory2ModelId: '',
      Territory2TypeId: '',
      ParentTerritory2Id: 'West',
      Description: '2 accounts in Small plan, A · Today',
      AccountAccessLevel: 'Edit',
      OpportunityAccessLevel: 'Edit',
      CaseAccessLevel: 'Edit',
    });
    for (const { name, text } of files) {
      expect(text.startsWith('\uFEFF'), name).toBe(false);
      if (name.endsWith('.csv')) expect(text.split('\r\n').length - 1, name).toBe(rowsOf(name).length + 1);
    }
  });

  it('moves by a delete and an insert, leaves what is right, and can be taken back', () => {
    const territories = 'Id,DeveloperName\n0MI1,West\n0MI2,North\n0MI3,South\n0MI9,Old';
    const associations = [
      'Id,ObjectId,Territory2Id,AssociationCause',
      // The same record by its 18-character id: right already.
      `0TK1,${ACCOUNTS[0]}${salesforceSuffix(ACCOUNTS[0]!)},0MI2,Territory2Manual`,
      `0TK2,${ACCOUNTS[1]},0MI9,Territory2Manual`,
      `0TK3,${ACCOUNTS[2]},0MI9,Territory2AssignmentRule`,
      `0TK5,${ACCOUNTS[4]},0MI2,Territory2Manual`,
    ].join('\n');
    const { files, rowsOf } = setOf(territories, associations);
    expect(rowsOf('1-Territory2-Region.csv')).toEqual([]);
    expect(rowsOf('3-ObjectTerritory2Association-delete.csv')).toEqual([{ Id: '0TK2' }, { Id: '0TK5' }]);
    expect(rowsOf('4-ObjectTerritory2Association-insert.csv')).toEqual(
      [
        [ACCOUNTS[1], '0MI2'],
        [ACCOUNTS[2], '0MI3'],
        [ACCOUNTS[3], '0MI3'],
        [ACCOUNTS[5], '0MI3'],
      ].map(([ObjectId, Territory2Id]) => ({
        ObjectId,
        Territory2Id,
        AssociationCause: 'Territory2Manual',
      })),
    );
    expect(
      rowsOf('rollback/2-ObjectTerritory2Association-insert.csv').map(({ Territory2Id }) => Territory2Id),
    ).toEqual(['0MI9', '0MI2']);
    const readme = files.at(-1)!.text;
    expect(readme).toContain(
      '4. Insert ObjectTerritory2Association with 4-ObjectTerritory2Association-insert.csv: 4 rows.',
    );
    expect(readme).toContain('Right already, they stay: 1 association.');
    expect(readme).toContain("can't be deleted by hand and stay: 1 association.");
    expect(readme).not.toContain('not known before they are inserted');
  });

  it('changes only owners that differ, and knows the earlier ones', () => {
    const { rowsOf } = setOf(null, null);
    expect(rowsOf('6-Account-update.csv')).toEqual([
      { Id: ACCOUNTS[2], OwnerId: BO },
      { Id: ACCOUNTS[3], OwnerId: BO },
      { Id: ACCOUNTS[5], OwnerId: BO },
    ]);
    expect(rowsOf('rollback/1-Account-update.csv')).toEqual([{ Id: ACCOUNTS[2], OwnerId: ANN }]);
    expect(rowsOf('5-UserTerritory2Association-insert.csv')[0]).toEqual({
      UserId: ANN,
      Territory2Id: 'North',
      RoleInTerritory2: 'AE',
    });
  });

  it('says which column an export of the org lacks', () => {
    expect(() => orgFromTexts({ territories: 'Id,Name\n1,North', associations: null })).toThrow(
      'The export of Territory2 has no column DeveloperName.',
    );
  });
});

describe('owner files', () => {
  it('name the owner of each assigned account for HubSpot and Dynamics', () => {
    const context = exportContext(payingPlan(), 's1', '2026-11-28', false);
    const lines = 'a1,Ann Reyes\r\na2,Ann Reyes\r\na3,Bo Vos\r\na4,Bo Vos\r\na6,Bo Vos\r\n';
    expect(hubspotFile(context).text).toBe(`Record ID,Company owner\r\n${lines}`);
    expect(dynamicsFile(context).text).toBe(`Account,Owner\r\n${lines}`);
  });
});
