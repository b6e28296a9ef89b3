import { isSerial } from './cleanDate';
import { isFormulaError, isNoneMark, readNumber } from './cleanNumber';

/** What a sample of a column's cells looks like; all shares are of the cells that hold something, 0–1. */
export interface ColumnContent {
  readonly filledShare: number;
  readonly distinctShare: number;
  readonly numberShare: number;
  /** Numbers with a leading zero, which are codes. */
  readonly leadingZeroShare: number;
  readonly usPostalShare: number;
  readonly foreignPostalShare: number;
  readonly stateShare: number;
  readonly countryShare: number;
  /** Numbers with decimals within ±90, and within ±180. */
  readonly latShare: number;
  readonly lngShare: number;
  /** Two coordinates in one cell. */
  readonly pairShare: number;
  readonly dateShare: number;
  /** Whole numbers that Excel would show as days of 1954 to 2064. */
  readonly serialShare: number;
  readonly emailShare: number;
  readonly salesforceIdShare: number;
  readonly currencyCodeShare: number;
  /** Two or three words of letters, as people's names are. */
  readonly personShare: number;
  readonly streetShare: number;
  readonly meanLength: number;
}

const SAMPLE = 300;

const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP ' +
    'AB BC MB NB NL NS NT NU ON PE QC SK YT'
  ).split(' '),
);
const STATE_NAMES =
  /^(alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|(new|north|south|west|rhode|british|district|puerto) .+|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|ontario|quebec|alberta|manitoba|saskatchewan|d\.?c\.?|bayern|hessen|sachsen|nordrhein-westfalen|niedersachsen)$/i;
const COUNTRIES =
  /^(us|usa|u\.s\.a?\.?|united states( of america)?|canada|can|mexico|uk|gb|gbr|united kingdom|england|scotland|germany|deutschland|de|france|fr|spain|italy|it|netherlands|belgium|australia|au|aus|new zealand|ireland|japan|china|india|brazil|austria|switzerland|poland|sweden|norway|denmark|finland|portugal)$/i;

const TESTS: Readonly<
  Record<
    Exclude<keyof ColumnContent, 'filledShare' | 'distinctShare' | 'meanLength'>,
    (text: string) => boolean
  >
> = {
  numberShare: (text) => readNumber(text, '.').kind === 'number',
  leadingZeroShare: (text) => /^0\d+$/.test(text),
  usPostalShare: (text) => /^(\d{5}(-\d{4})?|\d{7,9}|\d{3,4}(\.0)?|\d{5}\.0)$/.test(text),
  foreignPostalShare: (text) =>
    /^([A-Z]\d[A-Z]([ -]?\d[A-Z]\d)?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{1,3}-\d{4,5}|\d{4} ?[A-Z]{2}|\d{3}-\d{4}|\d{4}-\d{3})$/i.test(
      text,
    ),
  stateShare: (text) => STATES.has(text.toUpperCase()) || STATE_NAMES.test(text),
  countryShare: (text) => COUNTRIES.test(text),
  latShare: (text) => isDegrees(text, 90),
  lngShare: (text) => isDegrees(text, 180),
  pairShare: (text) => /^[([]?\s*-?\d{1,3}[.,]\d+°?\s*[;,/ ]\s*-?\d{1,3}[.,]\d+°?\s*[)\]]?$/.test(text),
  dateShare: (text) =>
    /^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})([ T].*)?$/.test(text),
  serialShare: isSerial,
  emailShare: (text) => /^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(text),
  salesforceIdShare: (text) => /^[a-z0-9]{3}0[a-z0-9]{11}([A-Z0-5]{3})?$/i.test(text) && /\d/.test(text),
  currencyCodeShare: (text) =>
    /^(USD|EUR|GBP|CAD|MXN|AUD|NZD|CHF|JPY|CNY|INR|BRL|SEK|NOK|DKK|PLN|CZK|HUF|ZAR|SGD|HKD|KRW|ILS|AED|TRY)$/i.test(
      text,
    ),
  personShare: (text) => /^\p{L}[\p{L}.'’-]*,?( \p{L}[\p{L}.'’-]*){1,3}$/u.test(text) && text.length < 40,
  streetShare: (text) =>
    /^\d+[\w-]* \S+|\b(st|street|ave|avenue|rd|road|blvd|suite|straße|strasse|rue)\b/i.test(text),
};

function isDegrees(text: string, limit: number): boolean {
  if (!/^[-+−]?\d{1,3}[.,]\d{2,}$/.test(text)) return false;
  return Math.abs(Number(text.replace('−', '-').replace(',', '.'))) <= limit;
}

/** Profiles a column by an even sample of its cells from `firstRow` on. */
export function profileColumn(cells: readonly string[], firstRow: number): ColumnContent {
  const rows = cells.length - firstRow;
  const step = Math.max(1, rows / (SAMPLE * 2));
  const sample: string[] = [];
  let looked = 0;
  for (let at = firstRow; at < cells.length && sample.length < SAMPLE; at += step) {
    const cell = cells[Math.floor(at)]!.trim();
    looked++;
    const isEmptyLike = cell === '' || isNoneMark(cell) || isFormulaError(cell) || cell.startsWith('=');
    if (!isEmptyLike) sample.push(cell);
  }
  const shares: Record<string, number> = {};
  for (const [name, test] of Object.entries(TESTS)) {
    shares[name] = sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  }
  return {
    filledShare: looked === 0 ? 0 : sample.length / looked,
    distinctShare: sample.length === 0 ? 0 : new Set(sample).size / sample.length,
    meanLength: sample.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, sample.length),
    ...(shares as Record<keyof typeof TESTS, number>),
  };
}
