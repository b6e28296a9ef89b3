import { strToU8, zipSync } from 'fflate';

/** A made-up list of 12 columns on real ZIP codes, as a CRM exports it: some quoted names, some lost zeros. */
export const LIST_HEADERS = [
  'Account ID',
  'Account Name',
  'Billing Street',
  'Billing City',
  'Billing State/Province',
  'Billing Zip/Postal Code',
  'Account Owner',
  'Industry',
  'Annual Revenue',
  'Employees',
  'Visits a year',
  'Create Date',
] as const;

export interface ZipPlace {
  readonly zip: string;
  readonly place: string;
  readonly state: string;
}

const FIRST = [
  'Harbor',
  'North',
  'Blue',
  'Summit',
  'Cedar',
  'Prairie',
  'Granite',
  'Willow',
  'Iron',
  'Golden',
];
const SECOND = [
  'Supply',
  'Medical',
  'Foods',
  'Logistics',
  'Systems',
  'Dental',
  'Textiles',
  'Paper',
  'Optics',
  'Farms',
];
const OWNERS = [
  'Jake Tolliver',
  'Claire Dubois',
  'Maya Lindqvist',
  'Marcus Bell',
  'Ingrid Solberg',
  'Luis Cordero',
];

/** Row `index` of the list; the same index gives the same row. */
export function listRow(index: number, zips: readonly ZipPlace[]): string[] {
  const { zip, place, state } = zips[(index * 7919) % zips.length]!;
  const revenue = 10_000 + ((index * 104_729) % 4_990_000);
  return [
    `0015${String(index).padStart(11, '0')}`,
    `${FIRST[index % 10]!} ${SECOND[Math.floor(index / 10) % 10]!}${index % 5 === 0 ? ', Inc.' : ''} ${index}`,
    `${(index * 31) % 9800} Main Street`,
    place,
    state,
    index % 3 === 0 ? zip.replace(/^0+/, '') : zip,
    OWNERS[index % OWNERS.length]!,
    SECOND[(index * 3) % 10]!,
    index % 4 === 0 ? `$${revenue.toLocaleString('en-US')}` : String(revenue),
    String((index * 17) % 900),
    String((index * 5) % 25),
    `20${10 + (index % 16)}-0${1 + (index % 9)}-1${index % 10}`,
  ];
}

export function listCsv(rows: number, zips: readonly ZipPlace[]): string {
  const quote = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines: string[] = [LIST_HEADERS.join(',')];
  for (let index = 0; index < rows; index++) lines.push(listRow(index, zips).map(quote).join(','));
  return lines.join('\r\n');
}

/** The same list as Excel saves it: shared texts, numbers as numbers. */
export function listXlsx(rows: number, zips: readonly ZipPlace[]): Uint8Array {
  const shared = new Map<string, number>();
  const texts: string[] = [];
  const cell = (text: string, column: number, row: number) => {
    const ref = `${String.fromCharCode(65 + column)}${row}`;
    if (row > 1 && /^-?\d+(\.\d+)?$/.test(text) && column !== 0) return `<c r="${ref}"><v>${text}</v></c>`;
    let at = shared.get(text);
    if (at === undefined) {
      shared.set(text, (at = texts.length));
      texts.push(`<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`);
    }
    return `<c r="${ref}" t="s"><v>${at}</v></c>`;
  };
  const lines: string[] = [];
  for (let row = 1; row <= rows + 1; row++) {
    const cells = row === 1 ? LIST_HEADERS : listRow(row - 2, zips);
    lines.push(
      `<row r="${row}" spans="1:12">${cells.map((text, column) => cell(text, column, row)).join('')}</row>`,
    );
  }
  return zipSync(workbookFiles(lines.join(''), texts.join('')), { level: 6 });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbookFiles(sheetRows: string, sharedItems: string): Record<string, Uint8Array> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Accounts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedItems}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${sheetRows}</sheetData></worksheet>`,
  };
  return Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(HEAD + xml)]));
}
