import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on this machine's loopback address alone.
 * @param preferredPort where it is taken or forbidden, the system picks a free one
 * @returns the port
 */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1' }, () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  return tryPort(preferredPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return tryPort(0);
  });
}
