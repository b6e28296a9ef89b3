const CODES = (
  'USD EUR GBP CAD AUD NZD JPY CHF SEK NOK DKK PLN CZK HUF RON BGN TRY ILS AED SAR ZAR INR SGD HKD CNY KRW TWD ' +
  'THB MYR IDR PHP VND MXN BRL ARS CLP COP PEN'
).split(' ');

const NAMES = new Intl.DisplayNames(undefined, { type: 'currency' });

/** The currencies that plans are usually kept in, by ISO 4217 code, with their names in the user's language. */
export const CURRENCIES: readonly { value: string; label: string }[] = CODES.map((code) => ({
  value: code,
  label: `${code} · ${NAMES.of(code) ?? code}`,
}));
