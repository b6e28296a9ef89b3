/**
 * Reads a packed JSON file of the app.
 * @throws Error that names the file when the app lacks it
 */
export async function readMapFile<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`The map file ${url} is missing from the app.`);
  // A server may have unpacked the file already, where it takes .gz for a transfer encoding.
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const stream = new Blob([bytes]).stream();
  const plain = isPacked ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  return (await new Response(plain).json()) as T;
}
