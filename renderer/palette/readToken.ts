/** The present value of a token, for canvas and SVG exports that cannot use var(), e.g. readToken('--lasso'). */
export function readToken(name: `--${string}`, element: Element = document.documentElement): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}
