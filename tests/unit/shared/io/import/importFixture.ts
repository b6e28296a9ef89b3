import { readFileSync } from 'node:fs';
import { createGeocoder } from '../../../../../shared/geo/geocoder';
import { buildAccounts, type BuiltAccounts } from '../../../../../shared/io/import/buildAccounts';
import { defaultBuildSettings, type BuildSettings } from '../../../../../shared/io/import/buildSettings';
import type { ColumnMapping } from '../../../../../shared/io/import/fields';
import { guessMapping } from '../../../../../shared/io/import/guessMapping';
import type { RawSheets } from '../../../../../shared/io/import/rawSheets';
import { readFile } from '../../../../../shared/io/import/readFile';
import { loadPlaces } from '../../../../bench/loadPlaces';

export const geocoder = createGeocoder(loadPlaces());

/** The bytes of a file in tests/fixtures/import. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../../fixtures/import/${name}`, import.meta.url)));
}

export function readFixture(name: string): RawSheets {
  return readFile(fixtureBytes(name), name);
}

/** Imports a file with the mapping that is guessed for it. */
export function importBytes(
  bytes: Uint8Array,
  name: string,
  changed: Partial<BuildSettings> = {},
): BuiltAccounts & { mapping: readonly ColumnMapping[] } {
  const file = readFile(bytes, name);
  const sheet = file.sheets[file.mainSheet]!;
  const mapping = guessMapping(sheet).columns;
  const settings = { ...defaultBuildSettings(name, file.delimiter), ...changed };
  return { ...buildAccounts(sheet, mapping, geocoder, settings), mapping };
}

export function importFixture(name: string, changed: Partial<BuildSettings> = {}) {
  return importBytes(fixtureBytes(name), name, changed);
}
