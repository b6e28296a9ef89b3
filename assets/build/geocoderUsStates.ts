/** USPS code, Census FIPS code and name of each state and territory that has ZIP codes. */
export const US_STATES: readonly (readonly [code: string, fips: string, name: string])[] = [
  ['AL', '01', 'Alabama'],
  ['AK', '02', 'Alaska'],
  ['AZ', '04', 'Arizona'],
  ['AR', '05', 'Arkansas'],
  ['CA', '06', 'California'],
  ['CO', '08', 'Colorado'],
  ['CT', '09', 'Connecticut'],
  ['DE', '10', 'Delaware'],
  ['DC', '11', 'District of Columbia'],
  ['FL', '12', 'Florida'],
  ['GA', '13', 'Georgia'],
  ['HI', '15', 'Hawaii'],
  ['ID', '16', 'Idaho'],
  ['IL', '17', 'Illinois'],
  ['IN', '18', 'Indiana'],
  ['IA', '19', 'Iowa'],
  ['KS', '20', 'Kansas'],
  ['KY', '21', 'Kentucky'],
  ['LA', '22', 'Louisiana'],
  ['ME', '23', 'Maine'],
  ['MD', '24', 'Maryland'],
  ['MA', '25', 'Massachusetts'],
  ['MI', '26', 'Michigan'],
  ['MN', '27', 'Minnesota'],
  ['MS', '28', 'Mississippi'],
  ['MO', '29', 'Missouri'],
  ['MT', '30', 'Montana'],
  ['NE', '31', 'Nebraska'],
  ['NV', '32', 'Nevada'],
  ['NH', '33', 'New Hampshire'],
  ['NJ', '34', 'New Jersey'],
  ['NM', '35', 'New Mexico'],
  ['NY', '36', 'New York'],
  ['NC', '37', 'North Carolina'],
  ['ND', '38', 'North Dakota'],
  ['OH', '39', 'Ohio'],
  ['OK', '40', 'Oklahoma'],
  ['OR', '41', 'Oregon'],
  ['PA', '42', 'Pennsylvania'],
  ['RI', '44', 'Rhode Island'],
  ['SC', '45', 'South Carolina'],
  ['SD', '46', 'South Dakota'],
  ['TN', '47', 'Tennessee'],
  ['TX', '48', 'Texas'],
  ['UT', '49', 'Utah'],
  ['VT', '50', 'Vermont'],
  ['VA', '51', 'Virginia'],
  ['WA', '53', 'Washington'],
  ['WV', '54', 'West Virginia'],
  ['WI', '55', 'Wisconsin'],
  ['WY', '56', 'Wyoming'],
  ['AS', '60', 'American Samoa'],
  ['FM', '64', 'Federated States of Micronesia'],
  ['GU', '66', 'Guam'],
  ['MH', '68', 'Marshall Islands'],
  ['MP', '69', 'Northern Mariana Islands'],
  ['PW', '70', 'Palau'],
  ['PR', '72', 'Puerto Rico'],
  ['VI', '78', 'U.S. Virgin Islands'],
  ['AA', '', 'Armed Forces Americas'],
  ['AE', '', 'Armed Forces Europe'],
  ['AP', '', 'Armed Forces Pacific'],
];

/** Countries of GeoNames that the US Postal Service treats as states. */
export const US_TERRITORIES = new Set(['AS', 'FM', 'GU', 'MH', 'MP', 'PW', 'PR', 'VI']);

export const FIPS_OF_STATE = new Map(US_STATES.map(([code, fips]) => [code, fips]));

/** The state of a ZIP by its first three digits, where a source does not say: territories and military posts. */
export function stateOfIslandZip(zip: string): string {
  const prefix = Number(zip.slice(0, 3));
  if (prefix === 6 || prefix === 7 || prefix === 9) return 'PR';
  if (prefix === 8) return 'VI';
  if (zip === '96799') return 'AS';
  const islands = Number(zip);
  if (islands >= 96910 && islands <= 96932) return 'GU';
  if (islands >= 96950 && islands <= 96952) return 'MP';
  if (islands === 96939 || islands === 96940) return 'PW';
  if (islands >= 96941 && islands <= 96944) return 'FM';
  if (islands >= 96960 && islands <= 96970) return 'MH';
  if (prefix === 340) return 'AA';
  if (prefix >= 90 && prefix <= 99) return 'AE';
  return prefix >= 962 && prefix <= 966 ? 'AP' : '';
}
