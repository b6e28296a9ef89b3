import type { SeededRandom } from './seededRandom';

const FIRST = (
  'Alder Amber Anchor Arbor Argent Ashford Aspen Aurora Avalon Banner Beacon Birch Blue Bolton Bramble Bridge ' +
  'Briar Bright Brook Cairn Calder Canyon Cardinal Cascade Cedar Chart Clear Cobalt Compass Copper Coral Crest ' +
  'Crown Dalton Delta Dover Eagle Eastgate Echo Elm Ember Evergreen Fair Falcon Fern Field Finch Flint Forge ' +
  'Foundry Fox Garnet Glen Golden Granite Gray Green Grove Harbor Hart Haven Hawthorn Heron High Hollow Horizon ' +
  'Hudson Iron Ivory Juniper Keystone Kite Lake Lantern Larch Laurel Liberty Linden Lion Lunar Maple Marble ' +
  'Meadow Mercer Meridian Mill Mistral Moss Noble North Oak Ocean Olive Onyx Orchard Osprey Otter Park Pearl ' +
  'Pine Pioneer Prairie Quarry Quill Raven Red Ridge River Rowan Royal Saffron Sage Sequoia Silver Slate ' +
  'Sparrow Spring Spruce Sterling Stone Summit Sun Swift Tamarack Terra Thorn Timber Union Vale Vantage Vista ' +
  'Walnut West White Willow Winter Wren'
).split(' ');
const SECOND =
  'bank bridge brook bury crest dale field ford gate hill line mark mere point port ridge rock side stead ton view ward water way well wood worth yard'.split(
    ' ',
  );
const LINES_OF_BUSINESS = [
  'Health Systems',
  'Medical Group',
  'Clinics',
  'Diagnostics',
  'Surgical Partners',
  'Orthopedics',
  'Imaging',
  'Laboratories',
  'Care Network',
  'Pediatrics',
  'Rehabilitation',
  'Dental Group',
  'Oncology Partners',
  'Biosciences',
  'Therapeutics',
  'Pharmacy',
  'Home Care',
  'Senior Living',
  'Cardiology',
  'Wellness',
  'Urgent Care',
  'Medical Center',
] as const;

/** Invented names of companies, no two alike. */
export function makeCompanyNames(count: number, random: SeededRandom): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const first = random.pick(FIRST);
    const stem = random.next() < 0.55 ? first + random.pick(SECOND) : `${first} ${random.pick(FIRST)}`;
    names.add(`${stem} ${random.pick(LINES_OF_BUSINESS)}`);
  }
  return [...names];
}
