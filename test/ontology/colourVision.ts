/** How far apart two colours look, also to the colour-blind: Machado, Oliveira and Fernandes 2009, distances in OKLab. */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

export const VISIONS = ['normal', 'protan', 'deutan', 'tritan'] as const;
export type Vision = (typeof VISIONS)[number];

const SIMULATIONS: Readonly<Record<Vision, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

export function distance(a: string, b: string, vision: Vision): number {
  const [x, y] = [toOklab(a, vision), toOklab(b, vision)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function toOklab(colour: string, vision: Vision): Triple {
  const linear = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = linear;
  const seen = map(times(SIMULATIONS[vision], [r, g, b]), (value) => Math.min(1, Math.max(0, value)));
  return times(TO_LAB, map(times(TO_CONES, seen), Math.cbrt));
}

function times(matrix: Matrix, v: Triple): Triple {
  const dot = (row: Triple) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2];
  return [dot(matrix[0]), dot(matrix[1]), dot(matrix[2])];
}

function map(v: Triple, change: (value: number) => number): Triple {
  return [change(v[0]), change(v[1]), change(v[2])];
}
