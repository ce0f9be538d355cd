/** Light and dark: the system's choice, until the reader makes another. */
import { parseColour, type Rgb } from './colour.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** What the picture is drawn in. */
export interface Palette {
  readonly ground: Rgb;
  readonly ink: string;
  readonly soft: string;
  readonly back: string;
  readonly accent: string;
}

/** From the colours of the stylesheet as they are at the moment. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const back = colour('--back');
  return {
    ground: parseColour(back),
    back,
    ink: colour('--ink'),
    soft: colour('--soft'),
    accent: colour('--accent'),
  };
}

export function setTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Calls back when the system goes light or dark. */
export function onSystemTheme(changed: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

export function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
