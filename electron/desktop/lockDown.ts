import type { Session } from 'electron';
import { app } from 'electron';
import { isAppUrl } from './appOrigin';

/** No page leaves the app, opens a window or embeds a view; holds for every page there will ever be. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      if (!isAppUrl(details.url)) details.preventDefault();
    });
    contents.on('will-redirect', (details) => {
      if (!isAppUrl(details.url)) details.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Denies every permission and every request to the network: what the app shows comes from its own files.
 * Developer tools are pages of Chromium's own and stay usable.
 */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOwn = isAppUrl(details.url) || /^(devtools|blob|data):/.test(details.url);
    callback({ cancel: !isOwn });
  });
}
