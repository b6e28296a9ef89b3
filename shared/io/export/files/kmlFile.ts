import type { MultiPolygon, Polygon } from 'geojson';
import { TERRITORY_SOLIDS } from '../../../model/territoryPalette';
import type { ExportContext } from '../exportContext';
import { assigneeName } from '../exportContext';
import { escapeXml } from './escapeXml';
import { liveRows, repsByTerritory } from './planTables';
import { roundDegrees, roundedArea, type PlanLand } from './territoryLand';

/** Opacity of areas and lines in KML's aabbggrr. */
const FILL_ALPHA = '73';
const DARK_LINE = 'ff2c221b';

/**
 * Territories, counties and accounts as KML 2.2 (OGC 07-147r2), a folder each, in the territories' colours.
 * Written here: the libraries for KML leave out styles, without which all areas are the same white.
 */
export function kmlText(context: ExportContext, land: PlanLand): string {
  const { document, scenario } = context;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escapeXml(`${document.name}, ${scenario.name}`)}</name>`,
    ...TERRITORY_SOLIDS.map(styleOf),
    ...folder('Territories', territoryPlacemarks(context, land)),
    ...folder('Counties', unitPlacemarks(context, land)),
    ...folder('Accounts', accountPlacemarks(context)),
    '</Document></kml>',
    '',
  ].join('\n');
}

function styleOf(solid: string, colorIndex: number): string {
  const [red, green, blue] = [solid.slice(1, 3), solid.slice(3, 5), solid.slice(5, 7)];
  const turned = `${blue}${green}${red}`;
  return (
    `<Style id="territory-${colorIndex}"><IconStyle><color>ff${turned}</color><scale>0.6</scale></IconStyle>` +
    `<LabelStyle><scale>0</scale></LabelStyle><LineStyle><color>${DARK_LINE}</color><width>1.5</width></LineStyle>` +
    `<PolyStyle><color>${FILL_ALPHA}${turned}</color></PolyStyle></Style>`
  );
}

function* folder(name: string, placemarks: Iterable<string>): Iterable<string> {
  yield `<Folder><name>${name}</name>`;
  yield* placemarks;
  yield '</Folder>';
}

function* territoryPlacemarks(context: ExportContext, { territories }: PlanLand): Iterable<string> {
  const { scenario, evaluation, territoryNames } = context;
  const { accounts, index: combined } = evaluation.territories;
  const reps = repsByTerritory(context);
  for (const { index, source, area } of territories) {
    const data: [string, string][] = [
      ['territoryId', scenario.territories[index]!.id],
      ['reps', (reps.get(index) ?? []).map(({ name }) => name).join('; ')],
      ['accounts', String(accounts.totals[index]!)],
      ['index', Number.isFinite(combined[index]!) ? combined[index]!.toFixed(1) : ''],
      ['areaFrom', source],
    ];
    yield placemark(territoryNames[index]!, styleUrl(context, index), data, areaXml(area));
  }
}

function* unitPlacemarks(context: ExportContext, { units }: PlanLand): Iterable<string> {
  for (const { id, name, owner, area } of units) {
    const data: [string, string][] = [
      ['unitId', id],
      ['territory', context.territoryNames[owner]!],
    ];
    yield placemark(name, styleUrl(context, owner), data, areaXml(area));
  }
}

function* accountPlacemarks(context: ExportContext): Iterable<string> {
  const { accounts } = context.document;
  const { assignment } = context.evaluation.territories;
  for (const row of liveRows(context)) {
    if (Number.isNaN(accounts.lat[row]!)) continue;
    const data: [string, string][] = [
      ['accountId', accounts.ids[row]!],
      ['territory', assigneeName(context, assignment[row]!)],
    ];
    const at = `${roundDegrees(accounts.lng[row]!)},${roundDegrees(accounts.lat[row]!)}`;
    const point = `<Point><coordinates>${at}</coordinates></Point>`;
    yield placemark(accounts.names[row]!, styleUrl(context, assignment[row]!), data, point);
  }
}

function styleUrl({ scenario }: ExportContext, index: number): string {
  const colorIndex = scenario.territories[index]?.colorIndex ?? null;
  return colorIndex === null ? '' : `<styleUrl>#territory-${colorIndex}</styleUrl>`;
}

function placemark(name: string, style: string, data: readonly [string, string][], geometry: string): string {
  const values = data.map(([key, value]) => `<Data name="${key}"><value>${escapeXml(value)}</value></Data>`);
  return (
    `<Placemark><name>${escapeXml(name)}</name>${style}` +
    `<ExtendedData>${values.join('')}</ExtendedData>${geometry}</Placemark>`
  );
}

function areaXml(area: Polygon | MultiPolygon): string {
  const rounded = roundedArea(area);
  const polygons = rounded.type === 'Polygon' ? [rounded.coordinates] : rounded.coordinates;
  const xml = polygons.map(([outer, ...holes]) => {
    const inner = holes.map((ring) => `<innerBoundaryIs>${ringXml(ring)}</innerBoundaryIs>`);
    return `<Polygon><outerBoundaryIs>${ringXml(outer!)}</outerBoundaryIs>${inner.join('')}</Polygon>`;
  });
  return xml.length === 1 ? xml[0]! : `<MultiGeometry>${xml.join('')}</MultiGeometry>`;
}

function ringXml(ring: readonly number[][]): string {
  const coordinates = ring.map((point) => point.join(',')).join(' ');
  return `<LinearRing><coordinates>${coordinates}</coordinates></LinearRing>`;
}
