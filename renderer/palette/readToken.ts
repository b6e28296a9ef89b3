/**
 * The present value of a token, for canvas and SVG exports that cannot use var(), e.g. readToken('--lasso').
 * Colours come as #rrggbb, whatever the build made of them: minified styles shorten #ffffff to #fff.
 */
export function readToken(name: `--${string}`, element: Element = document.documentElement): string {
  return longHex(getComputedStyle(element).getPropertyValue(name).trim());
}

/** A colour of three digits in its long form; anything else as it is. */
export function longHex(color: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`
    : color;
}
