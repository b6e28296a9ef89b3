import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { ColumnMapping } from '../../../shared/io/import/fields';
import { rememberMapping } from '../../../shared/io/import/guessMapping';
import type { RememberedMapping } from '../../../shared/io/import/headerPresets';
import type { DerivedMeasure } from '../../workers/importContract';

interface MappingMemory {
  /** By signature of the headers. */
  readonly mappings: Readonly<Record<string, RememberedMapping>>;
  /** By signature of the headers. */
  readonly derived: Readonly<Record<string, readonly DerivedMeasure[]>>;
  /** By signature of the headers: where rows lie that name no country; what an earlier release kept has none. */
  readonly countries?: Readonly<Record<string, string>>;
}

/** Mappings that the person confirmed, for the next file with the same headers; kept across starts. */
export const mappingMemory = createStore<MappingMemory>()(
  persist((): MappingMemory => ({ mappings: {}, derived: {} }), { name: 'evenland.mappings' }),
);

export function saveMapping(
  signature: string,
  chosen: {
    readonly columns: readonly ColumnMapping[];
    readonly derived: readonly DerivedMeasure[];
    readonly country: string;
  },
): void {
  mappingMemory.setState(({ mappings, derived, countries }) => ({
    mappings: { ...mappings, [signature]: rememberMapping(chosen.columns) },
    derived: { ...derived, [signature]: chosen.derived },
    countries: { ...countries, [signature]: chosen.country },
  }));
}
