/** A window that is not seen paints no frames: it waits this long instead. */
const UNSEEN_MS = 60;

/** Resolves once what has been set so far is painted, so that work may follow without holding it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const unseen = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(unseen);
      // The frame is painted after its callbacks; a message comes in behind it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
