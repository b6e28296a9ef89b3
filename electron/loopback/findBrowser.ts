import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsPaths = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

/**
 * The browser that can open an app window: Chrome, Chromium, Edge or Brave, where each system keeps them.
 * EVENLAND_BROWSER names another. Null where there is none.
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const named = environment.EVENLAND_BROWSER;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return placesOn(platform, environment).find((path) => existsSync(path)) ?? null;
}

function placesOn(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment.HOME ?? '', 'Applications')];
    return macApps.flatMap((app) =>
      folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const folders = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return windowsPaths.flatMap((parts) =>
      folders.flatMap((folder) => (folder ? [join(folder, ...parts)] : [])),
    );
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}
