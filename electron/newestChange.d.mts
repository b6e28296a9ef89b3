export function newestChange(paths: readonly string[]): number;
export function isStale(builtFile: string, sources: readonly string[]): boolean;
