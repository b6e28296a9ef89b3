/** What has been read under a key is kept; a reading that failed is forgotten, so that the next one tries again. */
export function readOnce<Key, Value>(
  known: Map<Key, Promise<Value>>,
  key: Key,
  read: () => Promise<Value>,
): Promise<Value> {
  const earlier = known.get(key);
  if (earlier) return earlier;
  const reading = read();
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}
