/** The app's own pages. The host part is fixed for good: the browser store of every plan belongs to it. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'evenland';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** Whether an address is a page of ours; anything that doesn't parse is not. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}
