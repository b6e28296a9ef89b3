import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When any file under these folders (or one of these files) last changed, UTC milliseconds; 0 where none is there.
 * Plain JavaScript, since the command line asks before anything of the project is built.
 * @param {readonly string[]} paths
 * @returns {number}
 */
export function newestChange(paths) {
  let newestMs = 0;
  const visit = (path) => {
    let found;
    try {
      found = statSync(path);
    } catch {
      return;
    }
    newestMs = Math.max(newestMs, found.mtimeMs);
    if (found.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
  };
  paths.forEach(visit);
  return newestMs;
}

/**
 * Whether a built file is missing or older than its sources.
 * @param {string} builtFile
 * @param {readonly string[]} sources
 * @returns {boolean}
 */
export function isStale(builtFile, sources) {
  const builtMs = newestChange([builtFile]);
  return builtMs === 0 || builtMs < newestChange(sources);
}
