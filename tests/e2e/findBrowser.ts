import type { LaunchOptions } from '@playwright/test';
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { quietBrowserArguments, rootArguments } from '../../electron/loopback/browserArguments';
import { findBrowser } from '../../electron/loopback/findBrowser';

/** Playwright's own Chromium if it was installed, else an installed Chrome, Chromium or Edge, else null. */
export function findTestBrowser(): string | null {
  if (process.env.EVENLAND_BROWSER) return findBrowser();
  const own = chromium.executablePath();
  return existsSync(own) ? own : findBrowser();
}

/** Pages of the browser's own address bar, which no test opens: they cost as much as the app's. */
const WITHOUT_ADDRESS_BAR = '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup';

/** How every test starts its browser: quiet on the network, and fit for a container. */
export function testBrowserOptions(headless: boolean): LaunchOptions {
  const executablePath = findTestBrowser();
  if (executablePath === null) throw new Error('No browser for the tests. Run them with "npm run e2e".');
  return {
    executablePath,
    headless,
    args: [...quietBrowserArguments, WITHOUT_ADDRESS_BAR, ...rootArguments()],
  };
}
