/** A name that every file system takes, of its parts without the empty ones. @param ending with the dot */
export function fileNameOf(parts: readonly string[], ending: string): string {
  const clean = (text: string) =>
    text
      .replace(/[\\/:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const name = parts
    .map(clean)
    .filter((text) => text !== '')
    .join(', ');
  return `${name.slice(0, 150) || 'Plan'}${ending}`;
}
