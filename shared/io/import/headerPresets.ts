import type { ImportField, SimpleField } from './fields';
import { headerKey } from './headerWords';

/** Where a list seems to come from. */
export type PresetName =
  'Salesforce Data Loader' | 'Salesforce report' | 'HubSpot' | 'Dynamics 365' | 'Home-made';

interface Preset {
  readonly name: PresetName;
  /** Headers that only this system writes; `needed` of them tell it. */
  readonly marks: readonly string[];
  readonly needed: number;
  readonly fields: Readonly<Record<string, SimpleField | `measure:${string}` | `attribute:${string}`>>;
}

/** Headers as each system exports them (territory.md, "Input files as they really come"). */
const PRESETS: readonly Preset[] = [
  {
    name: 'Dynamics 365',
    marks: [
      '(Do Not Modify) Account',
      '(Do Not Modify) Row Checksum',
      '(Do Not Modify) Modified On',
      'Address 1: City',
    ],
    needed: 2,
    fields: {
      '(Do Not Modify) Account': 'id',
      '(Do Not Modify) Row Checksum': 'ignore',
      '(Do Not Modify) Modified On': 'ignore',
      'Account Name': 'name',
      'Address 1: Street 1': 'street',
      'Address 1: City': 'city',
      'Address 1: State/Province': 'region',
      'Address 1: ZIP/Postal Code': 'postal',
      'Address 1: Country/Region': 'country',
      'Address 1: County': 'county',
      'Address 1: Latitude': 'lat',
      'Address 1: Longitude': 'lng',
      'Parent Account': 'parent',
      Currency: 'currency',
      Owner: 'owner',
    },
  },
  {
    name: 'Salesforce Data Loader',
    marks: [
      'OwnerId',
      'ParentId',
      'BillingState',
      'BillingPostalCode',
      'BillingCity',
      'BillingLatitude',
      'NumberOfEmployees',
    ],
    needed: 2,
    fields: {
      Id: 'id',
      Name: 'name',
      ParentId: 'parent',
      OwnerId: 'owner',
      'Owner.Name': 'owner',
      BillingStreet: 'street',
      BillingCity: 'city',
      BillingState: 'region',
      BillingPostalCode: 'postal',
      BillingCountry: 'country',
      BillingLatitude: 'lat',
      BillingLongitude: 'lng',
      CurrencyIsoCode: 'currency',
      AnnualRevenue: 'measure:Annual revenue',
      NumberOfEmployees: 'measure:Employees',
      Industry: 'attribute:Industry',
      Type: 'attribute:Type',
    },
  },
  {
    name: 'Salesforce report',
    marks: [
      'Account ID',
      'Account Owner',
      'Billing State/Province',
      'Billing Zip/Postal Code',
      'Account Name',
    ],
    needed: 3,
    fields: {
      'Account ID': 'id',
      'Account Name': 'name',
      'Account Owner': 'owner',
      'Parent Account': 'parent',
      'Parent Account ID': 'parent',
      'Billing Street': 'street',
      'Billing City': 'city',
      'Billing State/Province': 'region',
      'Billing Zip/Postal Code': 'postal',
      'Billing Country': 'country',
      'Annual Revenue': 'measure:Annual revenue',
      Employees: 'measure:Employees',
    },
  },
  {
    name: 'HubSpot',
    marks: [
      'Record ID',
      'Company name',
      'Company owner',
      'Company Domain Name',
      'State/Region',
      'Country/Region',
    ],
    needed: 3,
    fields: {
      'Record ID': 'id',
      'Company name': 'name',
      'Company Domain Name': 'attribute:Domain',
      'Company owner': 'owner',
      'Street Address': 'street',
      City: 'city',
      'State/Region': 'region',
      'Postal Code': 'postal',
      'Country/Region': 'country',
      'Annual Revenue': 'measure:Annual revenue',
      'Number of Employees': 'measure:Employees',
      'Parent Company': 'parent',
      'Create Date': 'attribute:Create Date',
    },
  },
];

export interface RecognisedPreset {
  readonly name: PresetName;
  /** The field of a header that the system itself wrote. */
  fieldOf(header: string): SimpleField | `measure:${string}` | `attribute:${string}` | null;
}

/** Which system wrote a list with these headers; "Home-made" where none did. */
export function recognisePreset(headers: readonly string[]): RecognisedPreset {
  const keys = new Set(headers.map(headerKey));
  const preset = PRESETS.find(
    ({ marks, needed }) => marks.filter((mark) => keys.has(headerKey(mark))).length >= needed,
  );
  if (!preset) return { name: 'Home-made', fieldOf: () => null };
  const fields = new Map(Object.entries(preset.fields).map(([header, field]) => [headerKey(header), field]));
  return { name: preset.name, fieldOf: (header) => fields.get(headerKey(header)) ?? null };
}

/** A fixed text for a set of headers, under which a mapping is remembered. Order, capitals and blanks do not matter. */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(headerKey).sort().join('|');
}

/** A mapping as remembered: the field of each header, by the header's key. */
export type RememberedMapping = Readonly<Record<string, ImportField>>;
