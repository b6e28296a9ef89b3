import type { FieldUnit } from './fieldText';
import type { FieldChoice } from './SentenceField';
import type { FieldPath } from './setAt';

/** A field with its name, as the settings of a component, condition or plan list it. */
export interface SettingField {
  readonly label: string;
  readonly path: FieldPath;
  readonly value: string | number | null;
  readonly unit: FieldUnit | 'date';
  readonly choices?: readonly FieldChoice[];
  /** Other values than the choices may be typed. */
  readonly isOpenChoice?: boolean;
  /** May be none. */
  readonly isClearable?: boolean;
}

export interface SettingGroup {
  readonly title: string;
  readonly fields: readonly SettingField[];
}

/** A list inside a component or condition: tiers, points, objectives; a row's first cell names it. */
export interface SettingRows {
  readonly title: string;
  /** What one row is called: a tier, a point. */
  readonly part: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SettingField[])[];
}

/** Choices written as pairs of value and words. */
export function choicesOf(pairs: Readonly<Record<string, string>>): FieldChoice[] {
  return Object.entries(pairs).map(([value, label]) => ({ value, label }));
}
