/** A worked case: what a plan pays (or a figure is) on given facts. Amounts are decimal currency. */
export interface GoldenCase {
  id: string;
  kind: string;
  plan: Record<string, unknown>;
  inputs: Record<string, unknown>;
  expected: Record<string, unknown>;
}

/** Maps a case to engine calls and answers in the case's own terms; more keys than asked for are fine. */
export type GoldenKind = (plan: Fields, inputs: Fields, golden: GoldenCase) => Record<string, unknown>;

/** Reads fields of a case that may be absent. */
export class Fields {
  constructor(private readonly values: Record<string, unknown>) {}

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  get(name: string): unknown {
    return this.values[name];
  }

  names(): string[] {
    return Object.keys(this.values);
  }

  /** A number, or the first of several names that is there; throws where none is and no fallback is given. */
  number(names: string | string[], fallback?: number): number {
    for (const name of typeof names === 'string' ? [names] : names) {
      const value = this.values[name];
      if (typeof value === 'number') return value;
      if (typeof value === 'string' && value.trim() !== '') return fractionOf(value);
    }
    if (fallback === undefined) throw new Error(`the case has no number ${String(names)}`);
    return fallback;
  }

  numberOrNull(name: string): number | null {
    return this.has(name) ? this.number(name) : null;
  }

  text(name: string, fallback: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : fallback;
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  list<T = unknown>(name: string): T[] {
    const value = this.values[name];
    return Array.isArray(value) ? (value as T[]) : [];
  }

  numbers(name: string): number[] {
    return this.list<number | string>(name).map((value) =>
      typeof value === 'string' ? fractionOf(value) : value,
    );
  }

  record<T = unknown>(name: string): Record<string, T> {
    const value = this.values[name];
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, T>)
      : {};
  }

  fields(name: string): Fields {
    return new Fields(this.record(name));
  }
}

/** Reads "1/3" as well as "0.5". */
function fractionOf(text: string): number {
  const [top, bottom] = text.split('/').map(Number);
  return bottom === undefined ? top! : top! / bottom;
}
