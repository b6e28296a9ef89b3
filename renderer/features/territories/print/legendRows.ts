import { findAttribute } from '../../../../shared/model/accountTable';
import { HOUSE, UNASSIGNED } from '../../../../shared/model/alignment';
import type { MapTheme } from '../../../map/mapTheme';
import { INDEX_BAND_WORDS } from '../../../palette/indexBand';
import type { MapColor } from '../../../state/viewStore';
import type { PlanFormat } from '../../../ui/planFormat';
import type { AccountKinds } from '../accountColoring';
import { classText } from '../measureClasses';
import type { ClassedMeasure } from '../useMapColoring';
import type { TerritoriesData } from '../useTerritoriesData';

/** What a line of the legend shows before its words. */
export type LegendMark =
  | { readonly kind: 'chip'; readonly color: string }
  | { readonly kind: 'ramp'; readonly colors: readonly string[] }
  | { readonly kind: 'hatch' }
  | { readonly kind: 'dots' }
  | { readonly kind: 'ring' }
  | { readonly kind: 'border' }
  | { readonly kind: 'boundary' }
  | { readonly kind: 'zip3' };

export interface LegendRow {
  readonly mark: LegendMark;
  readonly text: string;
}

interface ColoringOnMap {
  readonly color: MapColor;
  readonly classed: ClassedMeasure | null;
  readonly kinds: AccountKinds | null;
  readonly isDensity: boolean;
  /** Whether the map is near enough for ZIP3 areas. */
  readonly hasZip3: boolean;
  readonly hasBoundaries: boolean;
}

const SHADES = [0.1, 0.25, 0.4, 0.6, 0.8] as const;

/** A colour between two, both '#rrggbb'. @param share of the second */
function mixed(one: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [one, other].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(from! + (to! - from!) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** The legend of a printed map: what its colours, dots and lines stand for. */
export function legendRows(
  data: TerritoriesData,
  { color, classed, kinds, isDensity, hasZip3, hasBoundaries }: ColoringOnMap,
  theme: MapTheme,
  format: PlanFormat,
): readonly LegendRow[] {
  const { places, sizes, owners } = data;
  const chip = (fill: string, text: string): LegendRow => ({ mark: { kind: 'chip', color: fill }, text });
  const rows: LegendRow[] = [];
  classed?.classes.forEach(({ from, to, count }, position) => {
    if (count === 0) return;
    rows.push(chip(theme.sequential[position]!, classText(from, to, classed.kind, format)));
  });
  kinds?.kinds.forEach(({ name }, kind) => rows.push(chip(theme.inks[kind]!, name)));
  if (kinds && kinds.restCount > 0) rows.push(chip(theme.territoryInk, 'Others and none'));
  if (color.kind === 'index') {
    theme.diverging.forEach((fill, band) => rows.push(chip(fill, INDEX_BAND_WORDS[band]!)));
  }
  if (owners?.some((owner) => owner === UNASSIGNED))
    rows.push({ mark: { kind: 'hatch' }, text: 'Unassigned land' });
  if (owners?.some((owner) => owner === HOUSE)) rows.push(chip(theme.house, 'House accounts'));
  const { sizeNames } = sizes;
  if (isDensity) {
    const colors =
      color.kind === 'heat'
        ? theme.sequential.slice(1)
        : SHADES.map((share) => mixed(theme.surface, theme.territoryInk, share));
    const words = color.kind === 'heat' ? 'Little to most in view' : 'Few to most accounts in view';
    rows.push({ mark: { kind: 'ramp', colors }, text: words });
  } else {
    const span = [sizeNames[0], sizeNames[sizeNames.length - 1]?.toLowerCase()].join(' to ');
    rows.push({ mark: { kind: 'dots' }, text: sizeNames.length > 1 ? span : 'Accounts' });
    if (places.hollow.some((isHollow, row) => isHollow === 1 && !places.hidden[row])) {
      rows.push({ mark: { kind: 'ring' }, text: 'Placed by town or area only' });
    }
  }
  rows.push({ mark: { kind: 'border' }, text: 'Territory border' });
  if (hasZip3 && owners?.some((owner) => owner >= 0)) {
    rows.push({ mark: { kind: 'zip3' }, text: 'ZIP3 area, approximate' });
  }
  if (hasBoundaries) rows.push({ mark: { kind: 'boundary' }, text: 'Drawn boundary' });
  return rows;
}

/** What the map is coloured by, in words; '' for territories, whose colours stand in the table. */
export function legendTitle({ plan }: TerritoriesData, color: MapColor): string {
  const measureName = (id: string | null) =>
    plan.accounts.measures.find((measure) => measure.id === id)?.name ?? 'accounts';
  switch (color.kind) {
    case 'territory':
      return '';
    case 'index':
      return 'Index';
    case 'measure':
    case 'accountMeasure':
      return measureName(color.measureId);
    case 'heat':
      return `Density of ${measureName(color.measureId)}`;
    case 'unitMeasure':
      return plan.unitMeasures?.find(({ id }) => id === color.unitMeasureId)?.name ?? '';
    case 'accountAttribute':
      return findAttribute(plan.accounts, color.attributeId)?.name ?? '';
  }
}
