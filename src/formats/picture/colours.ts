/** Colours that can be told from the ground: those of the ontology, made darker or lighter as far as it takes. */
import { isColour } from '../columns.ts';

const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of what is no data. */
export interface Ground {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly rule: string;
  /** Marks what is disputed. */
  readonly warning: string;
}

export const GROUNDS: Readonly<Record<Theme, Ground>> = {
  light: { ground: '#ffffff', text: '#1c2127', muted: '#59636e', rule: '#d5dae0', warning: '#b42318' },
  dark: { ground: '#14181d', text: '#e8ebef', muted: '#9aa5b1', rule: '#333b45', warning: '#ff8a7a' },
};

/** The least contrast with the ground (WCAG 2.2, 1.4.11 and 1.4.3). */
const LEAST = { shape: 3, text: 4.5 } as const;
/** What stands where a colour is none. */
const NEUTRAL = '#777777';
/** In as many steps a colour becomes black or white. */
const STEPS = 32;

/** The colour, mixed with black on the light ground and with white on the dark one until the contrast suffices. */
export function legible(colour: string, theme: Theme, use: keyof typeof LEAST): string {
  const own = isColour(colour) ? colour.toLowerCase() : NEUTRAL;
  const { ground } = GROUNDS[theme];
  const toward = theme === 'light' ? 0 : 255;
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(own, toward, step / STEPS);
    if (contrast(mixed, ground) >= LEAST[use]) return mixed;
  }
  return GROUNDS[theme].text;
}

function channels(colour: string): readonly [number, number, number] {
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

function mix(colour: string, toward: number, share: number): string {
  const hex = channels(colour).map((channel) =>
    Math.round(channel + (toward - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
}

/**
 * Undoes the transfer function of sRGB (IEC 61966-2-1). Its power of 2.4 is made of square roots, which are the same
 * on every machine: 2 + 1/4 + 1/8 + 1/64 + 1/128 = 2.3984.
 */
function linear(value: number): number {
  if (value <= 0.04045) return value / 12.92;
  const base = (value + 0.055) / 1.055;
  const fourth = Math.sqrt(Math.sqrt(base));
  const eighth = Math.sqrt(fourth);
  const sixtyFourth = Math.sqrt(Math.sqrt(Math.sqrt(eighth)));
  return base * base * fourth * eighth * sixtyFourth * Math.sqrt(sixtyFourth);
}
