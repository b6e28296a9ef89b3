import type { BrowserWindow } from 'electron';
import { ipcMain } from 'electron';
import type { HostAnswer } from '../../shared/bridge/contract';
import { answerChannel } from '../host/answerChannel';
import type { Host } from '../host/createHost';
import { isAppUrl } from './appOrigin';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './ipcChannels';

/**
 * Ties the host to the window: calls in, events out. Only the top frame of our own window, while it shows a
 * page of ours, is answered.
 */
export function answerIpc(host: Host, currentWindow: () => BrowserWindow | null): void {
  ipcMain.handle(INVOKE_CHANNEL, async (event, channel: unknown, args: unknown): Promise<HostAnswer> => {
    const frame = event.senderFrame;
    const isOurs =
      frame !== null &&
      frame.parent === null &&
      isAppUrl(frame.url) &&
      event.sender === currentWindow()?.webContents;
    if (!isOurs) {
      return { ok: false, error: { code: 'not-allowed', message: 'Only the app itself may call its host.' } };
    }
    return answerChannel(host.api, channel, args);
  });
  host.api.onEvent((hostEvent) => {
    const window = currentWindow();
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, hostEvent);
  });
}
