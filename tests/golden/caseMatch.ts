/** A place where an answer differs from what a case expects. */
export interface Mismatch {
  path: string;
  expected: unknown;
  actual: unknown;
}

/** Decimals a number is printed with: 0.832877 has six. */
function decimalsOf(value: number): number {
  const text = String(value);
  if (text.includes('e')) return 12;
  return (text.split('.')[1] ?? '').length;
}

/** Half of the last printed decimal, for an expected figure with decimals; whole figures must be met exactly. */
function toleranceOf(expected: number): number {
  const decimals = decimalsOf(expected);
  return decimals === 0 ? 1e-6 : 0.5 * 10 ** -Math.max(2, decimals) + 1e-9;
}

/**
 * Compares an answer with what is expected: every expected key must be there and equal, numbers to the decimals
 * that are printed. `toleranceRel` in an object widens its numbers.
 */
export function mismatches(expected: unknown, actual: unknown, path = '', relative = 0): Mismatch[] {
  if (typeof expected === 'number') {
    const allowed = Math.max(toleranceOf(expected), Math.abs(expected) * relative);
    const isMet = typeof actual === 'number' && Math.abs(actual - expected) <= allowed;
    return isMet ? [] : [{ path, expected, actual }];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [{ path, expected, actual }];
    return expected.flatMap((each, i) => mismatches(each, actual[i], `${path}[${i}]`, relative));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [{ path, expected, actual }];
    const fields = expected as Record<string, unknown>;
    const widened = typeof fields.toleranceRel === 'number' ? fields.toleranceRel : relative;
    return Object.entries(fields)
      .filter(([key]) => key !== 'toleranceRel')
      .flatMap(([key, value]) =>
        mismatches(
          value,
          (actual as Record<string, unknown>)[key],
          path === '' ? key : `${path}.${key}`,
          widened,
        ),
      );
  }
  return Object.is(expected, actual) ? [] : [{ path, expected, actual }];
}
