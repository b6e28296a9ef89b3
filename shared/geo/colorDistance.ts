/**
 * How far apart two colours of a map are, for every kind of colour vision: OKLab distance × 100 (Ottosson 2020),
 * the least of normal, deuteranope and protanope vision (Machado, Oliveira and Fernandes 2009, severity 1).
 */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const NORMAL: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
const DEUTERANOPE: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const PROTANOPE: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];

/** '#rrggbb' → linear light, 0 to 1. */
function linearOf(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function apply([a, b, c]: Matrix, [x, y, z]: Triple): Triple {
  return [a[0] * x + a[1] * y + a[2] * z, b[0] * x + b[1] * y + b[2] * z, c[0] * x + c[1] * y + c[2] * z];
}

const LIGHT_TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const CONES_TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function oklabOf(linear: Triple): Triple {
  const [l, m, s] = apply(LIGHT_TO_CONES, linear);
  return apply(CONES_TO_LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

/** Distances between all pairs of colours ('#rrggbb'), 0 on the diagonal. */
export function colorDistances(colors: readonly string[]): number[][] {
  const seen = [NORMAL, DEUTERANOPE, PROTANOPE].map((vision) =>
    colors.map((color) => oklabOf(apply(vision, linearOf(color)))),
  );
  return colors.map((_, a) =>
    colors.map((__, b) =>
      Math.min(
        ...seen.map((labs) => {
          const [p, q] = [labs[a]!, labs[b]!];
          return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
        }),
      ),
    ),
  );
}
