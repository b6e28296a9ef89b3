import { LOOPBACK_NAME, LOOPBACK_ORIGIN, LOOPBACK_PORT } from './requestGuard';

/** Nothing of the browser's own goes to the network: no updates, no sync, no reports, no suggestions. */
export const quietBrowserArguments = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-background-mode',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-quic',
  '--no-pings',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
];

/** Chromium's sandbox refuses to run as root, which is common in containers and nowhere else. */
export function rootArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Makes the fixed origin lead to the port that was free, so that plans of earlier starts are found again.
 * Nothing is needed (and no warning bar shown) where it is the fixed port itself.
 */
export function originArguments(port: number): string[] {
  if (port === LOOPBACK_PORT) return [];
  return [`--host-resolver-rules=MAP ${LOOPBACK_NAME}:${LOOPBACK_PORT} 127.0.0.1:${port}`];
}

/** Everything to open the app as a window of its own, in a profile of its own. */
export function appWindowArguments(entrancePath: string, port: number, profileFolder: string): string[] {
  return [
    `--app=${LOOPBACK_ORIGIN}${entrancePath}`,
    `--user-data-dir=${profileFolder}`,
    '--window-size=1440,900',
    ...originArguments(port),
    ...quietBrowserArguments,
    ...rootArguments(),
  ];
}
