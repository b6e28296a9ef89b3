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
}

/** Mappings that the person confirmed, for the next file with the same headers; kept across starts. */
export const mappingMemory = createStore<MappingMemory>()(
  persist((): MappingMemory => ({ mappings: {}, derived: {} }), { name: 'evenland.mappings' }),
);

export function saveMapping(
  signature: string,
  columns: readonly ColumnMapping[],
  measures: readonly DerivedMeasure[],
): void {
  mappingMemory.setState(({ mappings, derived }) => ({
    mappings: { ...mappings, [signature]: rememberMapping(columns) },
    derived: { ...derived, [signature]: measures },
  }));
}
