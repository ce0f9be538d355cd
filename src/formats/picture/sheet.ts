/** What the picture is drawn on: a screen, or paper. */

import type { WriteOptions } from '../options.ts';

export type Paper = WriteOptions['paper'];

/** Lengths are in CSS pixels, 96 an inch. */
export interface Sheet {
  readonly width: number;
  /** Undefined where it follows from what is drawn. */
  readonly height: number | undefined;
  /** The size of paper, for printing. */
  readonly millimetres: readonly [width: number, height: number] | undefined;
  /** All sizes of texts, lines and gaps are multiples of it. */
  readonly unit: number;
  /** The width of the PNG: 1600 pixels, or 300 an inch. */
  readonly pixels: number;
}

const PX_PER_MM = 96 / 25.4;
const SIDES: Readonly<Record<Exclude<Paper, 'screen'>, { long: number; short: number; unit: number }>> = {
  a4: { long: 297, short: 210, unit: 0.74 },
  a3: { long: 420, short: 297, unit: 0.9 },
};

/** The sheet; paper lies on its long side unless the graph is `tall`. */
export function sheetFor(paper: Paper, tall: boolean): Sheet {
  if (paper === 'screen')
    return { width: 1600, height: undefined, millimetres: undefined, unit: 1, pixels: 1600 };
  const { long, short, unit } = SIDES[paper];
  const [width, height] = tall ? [short, long] : [long, short];
  return {
    width: width * PX_PER_MM,
    height: height * PX_PER_MM,
    millimetres: [width, height],
    unit,
    pixels: Math.round((width / 25.4) * 300),
  };
}
