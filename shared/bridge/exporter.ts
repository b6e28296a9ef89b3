import type { ExportKind, ExportSource } from './contract';

/** One export to write. */
export interface ExporterInput {
  source: ExportSource;
  options: Record<string, string | number | boolean | null>;
  /** Path to write to; the host moves it into place when the promise resolves, and removes it otherwise. */
  path: string;
}

/**
 * Writes one kind of export. It runs in a thread of its own, which the host ends at once on cancel,
 * so it needs no check for that. An error thrown here reaches the person as its message alone.
 * @param report doneShare 0–1 and what is being written, in words
 */
export type Exporter = (
  input: ExporterInput,
  report: (doneShare: number, step: string) => void,
) => Promise<void>;

/** The exporters by kind, as electron/export offers them. */
export type ExporterRegistry = Record<ExportKind, Exporter>;
