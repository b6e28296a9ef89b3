/** A place inside a component, condition or plan, as its sentence names it: ['points', 0, 'x']. */
export type FieldPath = readonly (string | number)[];

/** Sets a field deep inside a draft of one's own. */
export function setAt(target: object, path: FieldPath, value: string | number | null): void {
  const last = path.at(-1);
  if (last === undefined) return;
  let place: unknown = target;
  for (const key of path.slice(0, -1)) place = (place as Record<string | number, unknown>)[key];
  (place as Record<string | number, unknown>)[last] = value;
}
