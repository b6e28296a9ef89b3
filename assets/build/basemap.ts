import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildLabels } from './basemapLabels';
import { buildUnitedStates, buildWorld } from './basemapLand';
import { buildRegionAreas } from './basemapRegions';
import { buildWater } from './basemapWater';
import { buildZip3Areas } from './basemapZip3';

/**
 * Writes the base map's files from npm packages (`npm run assets:basemap`): no network, and the same bytes
 * each time. The files are committed, so that neither a build nor a start needs this script.
 */
const folder = fileURLToPath(new URL('../data/map/', import.meta.url));
mkdirSync(folder, { recursive: true });

const files = {
  'world.topo.gz': buildWorld(),
  'unitedStates.topo.gz': buildUnitedStates(),
  'regions.topo.gz': buildRegionAreas(),
  'zip3.topo.gz': buildZip3Areas(),
  'water.topo.gz': buildWater(),
  'labels.json.gz': buildLabels(),
};
for (const [name, content] of Object.entries(files)) {
  const bytes = gzipSync(JSON.stringify(content), { level: 9 });
  // Byte 9 names the operating system that packed it: the same file from any machine.
  bytes[9] = 255;
  writeFileSync(`${folder}${name}`, bytes);
  console.log(`${name}  ${Math.round(bytes.length / 1024)} KiB`);
}
