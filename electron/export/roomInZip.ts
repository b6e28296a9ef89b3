import type { Worksheet } from 'exceljs';
import type { WriteStream } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Bytes of a sheet that may wait for the zip: enough to keep it busy, little beside the rest. */
const MOST_WAITING = 1 << 20;
const LOOK_AGAIN_MS = 2;

/** The part of exceljs's streaming sheet that its types leave out: where its XML goes (4.4.0, stream-buf.js). */
interface StreamedSheet {
  readonly stream: {
    /** Empty as long as an earlier sheet is still being zipped; till then all that is written waits in memory. */
    readonly pipes: readonly ZipEntry[];
  };
}

/** A stream of the archiver's own, older than Node's `writableLength`. */
interface ZipEntry {
  readonly _writableState: { readonly length: number };
  readonly destroyed?: boolean;
}

/**
 * Waits until the zip has taken most of what is written to a sheet: exceljs itself never holds its writer back, and
 * a fast one fills the memory with sheets that are still to be zipped.
 * @param file where the zip goes; nothing makes room any more once it has failed
 * @throws its error then
 */
export async function roomInZip(sheet: Worksheet, file: WriteStream): Promise<void> {
  const { stream } = sheet as unknown as StreamedSheet;
  while (file.errored === null && (stream.pipes.length === 0 || stream.pipes.some(isFull)))
    await setTimeout(LOOK_AGAIN_MS);
  if (file.errored !== null) throw file.errored;
}

function isFull({ _writableState, destroyed }: ZipEntry): boolean {
  return destroyed !== true && _writableState.length > MOST_WAITING;
}
