import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { changeCountry } from './importActions';
import { useImport } from './importStore';

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/** The country of rows that name none, asked for where there are such rows. */
export function CountryChoice() {
  const build = useImport((state) => state.build);
  const chosen = useImport((state) => state.country);
  const codes = build?.countryCodes;
  const countries = useMemo(
    () =>
      (codes ?? [])
        .map((code) => ({ value: code, label: NAMES.of(code) ?? code }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [codes],
  );
  if (!build || (!build.country.isNeeded && chosen === '')) return null;
  const inferred = chosen === '' ? ` (${NAMES.of(build.country.code) ?? build.country.code})` : '';
  return (
    <Select
      size="xs"
      label="Rows without a country lie in"
      searchable
      allowDeselect={false}
      data={[{ value: '', label: `What the list points to${inferred}` }, ...countries]}
      value={chosen}
      onChange={(code) => code !== null && void changeCountry(code)}
    />
  );
}
