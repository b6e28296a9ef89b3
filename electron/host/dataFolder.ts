import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Evenland keeps backups, recents and logs. Desktop app and browser share it, so that a plan made in
 * one is found in the other. EVENLAND_DATA names another place (tests, a portable copy).
 */
export function dataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment.EVENLAND_DATA) return environment.EVENLAND_DATA;
  const home = homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Evenland');
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Evenland');
  return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'Evenland');
}
