/** The colours of nodes and edges on the ground of the theme. */
import { legible, mixed, parseColour, type Rgb, toHex } from './colour.ts';
import type { Model } from './model.ts';
import type { Palette } from './theme.ts';

/** Graphic objects that carry meaning keep this contrast (WCAG 1.4.11). */
const LEAST = 3;
/** With more edges than this they are drawn thin and see-through, so that their number shows as density. */
const MANY = 3000;

export interface Paint {
  /** By class and by relation. */
  readonly node: readonly string[];
  readonly nodeBack: readonly string[];
  readonly edge: readonly string[];
  /** Of what is brought forward. */
  readonly edgeFront: readonly string[];
  /** Width of an edge of one fact, in pixels. */
  readonly width: number;
  readonly edgeBack: string;
  readonly bundle: string;
}

export function toPaint({ payload, edgeCount }: Model, { ground }: Palette): Paint {
  const strong = (colour: string): Rgb => parseColour(strongColour(colour, ground));
  const back = (colour: Rgb, share: number) => toHex(mixed(colour, ground, share));
  const many = edgeCount > MANY;
  const grey = strong('#808080');
  return {
    node: payload.classes.map(({ colour }) => toHex(strong(colour))),
    nodeBack: payload.classes.map(({ colour }) => back(strong(colour), 0.82)),
    edge: payload.relations.map(({ colour }) => veiled(strong(colour), many ? 0.35 : 1)),
    edgeFront: payload.relations.map(({ colour }) => toHex(strong(colour))),
    width: many ? 0.8 : 1.5,
    edgeBack: back(grey, 0.85),
    bundle: veiled(grey, 0.3),
  };
}

function veiled(colour: Rgb, opacity: number): string {
  return opacity === 1 ? toHex(colour) : `rgba(${colour.map(Math.round).join(',')},${opacity})`;
}

/** The colour of a class or relation, moved until it is legible on the ground. */
export function strongColour(colour: string, ground: Rgb): string {
  return toHex(legible(parseColour(colour), ground, LEAST));
}
