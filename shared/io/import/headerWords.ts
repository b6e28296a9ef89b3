import { foldText } from '../../geo/geocoderNames';
import type { SimpleField } from './fields';

/** A header without capitals, accents, blanks and marks. */
export function headerKey(header: string): string {
  return foldText(header).replace(/[^\p{L}\p{N}#]/gu, '');
}

/** Headers that name a field, as keys; the earlier in a list the surer. */
const WORDS: Readonly<Record<Exclude<SimpleField, 'ignore'>, string>> = {
  id: 'accountid id acct# accountnumber accountno accountnum acctno acctid customerid customernumber customerno custid custno custnumber clientid recordid account# customer# cust# crmid sfdcid salesforceid 18digitid accountid18 siteid locationid externalid kundennummer kundennr debitor debitornr noclient codeclient fmid number nr no#',
  name: 'accountname name customername customer companyname company account client clientname organization organisation organizationname businessname business hospitalname marketname facilityname sitename storename kunde kundenname firma nom raisonsociale cliente title',
  lat: 'latitude lat billinglatitude shippinglatitude geolat gpslat latitud breitengrad ylat latdd latlng latlong coordinates geolocation location_latlng',
  lng: 'longitude lng lon long billinglongitude shippinglongitude geolng geolon gpslng gpslon longitud langengrad laengengrad xlong longdd',
  street:
    'billingstreet street address streetaddress address1 addressline1 address1street1 billingaddress billingaddressline1 shippingstreet addr addr1 strasse adresse direccion rue mailingstreet',
  city: 'billingcity city town cityname shippingcity address1city mailingcity ort stadt ville ciudad plaats municipality locality citytown',
  region:
    'billingstate billingstateprovince state stateprovince stateregion region province st shippingstate shippingstateprovince address1stateprovince mailingstate statecode bundesland provincia departement county_state prov',
  postal:
    'billingpostalcode billingzippostalcode billingzip zip zipcode postalcode postcode zippostalcode zippostal postal shippingpostalcode shippingzippostalcode address1zippostalcode mailingpostalcode plz postleitzahl codepostal cp codigopostal zip5 cap',
  country:
    'billingcountry country countryregion countryname countrycode shippingcountry address1countryregion mailingcountry land pays pais nation',
  county: 'county countyname billingcounty parish landkreis countyfips fips fipscode countyid',
  owner:
    'accountowner ownerid owner companyowner hubspotowner rep salesrep accountrep accountmanager accountexecutive salesperson salesrepresentative am ae assignedto assignedrep repname ownername owneralias verkaufer aussendienst betreuer vendeur comercial territoryowner kam currentrep',
  parent:
    'parentid parentaccount parentaccountid parentcompany parent parentname parentcustomer parentaccountname ultimateparent ultimateparentid hauptkonto muttergesellschaft hq hqid',
  currency: 'currency currencyisocode currencycode accountcurrency waehrung wahrung devise moneda curr',
};

const FIELD_OF_WORD = new Map<string, { field: Exclude<SimpleField, 'ignore'>; rank: number }>();
for (const [field, words] of Object.entries(WORDS)) {
  words.split(/\s+/).forEach((word, rank) => {
    if (!FIELD_OF_WORD.has(word))
      FIELD_OF_WORD.set(word, { field: field as Exclude<SimpleField, 'ignore'>, rank });
  });
}

/** The field that a header names, and how sure that is: 0 = the surest word. */
export function fieldOfHeader(
  header: string,
): { field: Exclude<SimpleField, 'ignore'>; rank: number } | null {
  const whole = FIELD_OF_WORD.get(headerKey(header));
  if (whole) return whole;
  // "Place City", "Ship-to ZIP": the last word tells a part of an address.
  const last = FIELD_OF_WORD.get(headerKey(/[^\s:_-]+\s*$/.exec(header)?.[0] ?? ''));
  return last && PLACE_FIELDS.has(last.field)
    ? { field: last.field, rank: last.rank + LAST_WORD_RANK }
    : null;
}

/** Whether a text is, as a whole, a word that names a field. */
export function isFieldWord(text: string): boolean {
  return FIELD_OF_WORD.has(headerKey(text));
}

const PLACE_FIELDS: ReadonlySet<string> = new Set(['city', 'region', 'postal', 'country', 'county']);
/** How much less sure the last word of a header is than the whole. */
const LAST_WORD_RANK = 30;

const MEASURE_WORDS =
  /revenue|sales|amount|potential|spend|visits?|hours|employees|beds|staff|units|volume|value|count|quantity|qty|arr\b|mrr\b|acv\b|tcv\b|pipeline|budget|workload|calls|seats|headcount|population|score|opportunit|bookings|umsatz|besuche|chiffre|ventas|turnover|margin|profit|income|points|weight|\$|€|£/i;

/** Whether a header sounds like a number that one adds up. */
export function isMeasureHeader(header: string): boolean {
  return MEASURE_WORDS.test(header.replace(/_/g, ' '));
}

/** Whether a header sounds like a number that is a name for something: a code, a phone, a key. */
export function isCodeHeader(header: string): boolean {
  return (
    /fips|code|phone|fax|naics|\bsic\b|\bid\b|_id\b|\bno\.?$|number$|#|zip|duns|\btax\b|\bvat\b|\bgln\b|^(fiscal ?)?year$|founded|established|fid$/i.test(
      header,
    ) && !/number of/i.test(header)
  );
}

/** Whether any preset or word list knows a header. */
export function isKnownHeader(header: string): boolean {
  return (
    fieldOfHeader(header) !== null || (header.length < 40 && !/\d{3}/.test(header) && isMeasureHeader(header))
  );
}
