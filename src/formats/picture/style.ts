/** The style sheet of the picture: all colours in one place, once for each theme. */
import { compareUtf8 } from '../../core/order.ts';
import type { WriteOptions } from '../options.ts';
import { GROUNDS, legible, type Theme } from './colours.ts';

/** Which themes a picture has: both, told apart by the reader's settings, or one. */
export type ThemeChoice = WriteOptions['theme'];

/** The family that the widths are of, and what comes near to it. */
export const FAMILY = 'DejaVu Sans Condensed';
const FAMILIES = `"${FAMILY}","Noto Sans",Arial,Helvetica,sans-serif`;

/** The classes of colours: `p` for shapes and `t` for texts, each with the number of the colour. */
export interface Palette {
  readonly shape: (colour: string | undefined) => string;
  readonly text: (colour: string | undefined) => string;
  readonly colours: readonly string[];
}

export function paletteOf(colours: Iterable<string>): Palette {
  const distinct = [...new Set(colours)].sort(compareUtf8);
  const numbers = new Map(distinct.map((colour, i) => [colour, i]));
  const number = (colour: string | undefined) => numbers.get(colour ?? '') ?? 0;
  return {
    shape: (colour) => `p${number(colour)}`,
    text: (colour) => `t${number(colour)}`,
    colours: distinct,
  };
}

export interface Look {
  readonly unit: number;
  readonly nodes: number;
  readonly edges: number;
  readonly theme: ThemeChoice;
}

/** The rules; those without colours come last, so that they hold in both themes. */
export function styleSheet(palette: Palette, { unit, nodes, edges, theme }: Look): string {
  const dark = themeRules(palette, 'dark');
  // Paper is white, whatever the screen is.
  const colours =
    theme === 'auto'
      ? `${themeRules(palette, 'light')}\n@media screen and (prefers-color-scheme:dark){\n${dark}\n}`
      : themeRules(palette, theme);
  return [colours, ...fixedRules({ unit, nodes, edges })].join('\n');
}

function themeRules({ colours }: Palette, theme: Theme): string {
  const { ground, text, muted, rule, warning } = GROUNDS[theme];
  return [
    `.g{fill:${ground}}`,
    `.x{fill:${text}}`,
    `.m{fill:${muted}}`,
    ...colours.map((colour, i) => {
      const shape = legible(colour, theme, 'shape');
      return `.p${i}{fill:${shape};stroke:${shape}}.t${i}{fill:${legible(colour, theme, 'text')}}`;
    }),
    `.n,.h{stroke:${ground}}`,
    `.k{stroke:${rule}}`,
    `.d{fill:${ground};stroke:${warning}}`,
    `.y{stroke:${muted}}`,
  ].join('\n');
}

/** More edges are drawn thinner, and let each other shine through. */
const DENSITIES = [
  { edges: 150, width: 1.4, opacity: 0.9 },
  { edges: 700, width: 1.1, opacity: 0.6 },
  { edges: 3000, width: 0.9, opacity: 0.4 },
  { edges: 12_000, width: 0.7, opacity: 0.25 },
  { edges: Number.POSITIVE_INFINITY, width: 0.5, opacity: 0.14 },
] as const;

function fixedRules({ unit, nodes, edges }: Omit<Look, 'theme'>): string[] {
  const { width, opacity } = DENSITIES.find((one) => edges <= one.edges) ?? DENSITIES[0];
  const px = (units: number) => `${Math.round(units * unit * 100) / 100}px`;
  return [
    `text{font-family:${FAMILIES};white-space:pre}`,
    '.b{font-weight:700}',
    `.e{stroke-width:${px(width)};stroke-opacity:${opacity};fill-opacity:${opacity}}`,
    '.l{fill:none;stroke-linecap:round}',
    '.a{stroke:none}',
    `.o{stroke-dasharray:${px(5)} ${px(4.5)};stroke-linecap:butt}`,
    `.v{stroke-dasharray:${px(0.1)} ${px(4)}}`,
    `.n{stroke-width:${px(nodes > 3000 ? 0.4 : 1.2)}}`,
    `.h{paint-order:stroke;stroke-width:${px(3.4)};stroke-linejoin:round}`,
    `.d{stroke-width:${px(1.6)};stroke-linecap:round;stroke-opacity:1}`,
    `.y{stroke-width:${px(0.8)}}`,
    '.names{pointer-events:none}',
  ];
}
