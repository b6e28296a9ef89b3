import { protocol } from 'electron';
import { securityHeaders, serveAsset } from '../host/serveAsset';
import { APP_SCHEME, isAppUrl } from './appOrigin';

/** To be called before the app is ready. Standard and secure: the page gets storage, workers, fetch and modules. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer, and nothing outside its folder. To be called once the app is ready. */
export function serveAppProtocol(rendererFolder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    if (!isAppUrl(request.url) || request.method !== 'GET') {
      return new Response('Not allowed', { status: 403, headers: securityHeaders });
    }
    const { status, headers, body } = await serveAsset(rendererFolder, new URL(request.url).pathname);
    return new Response(body, { status, headers });
  });
}
