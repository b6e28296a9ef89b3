import { readFile } from 'node:fs/promises';

/** A file's bytes as a plain array: a Node Buffer is one too, but bridges treat it in ways of their own. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
