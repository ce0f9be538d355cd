import { twoDecimals } from './columns.ts';

/** The numbers of a graph as text; undefined for what is absent or refused. */
export interface NumberGate {
  number(value: number | undefined): string | undefined;
  /** A number with two decimals. */
  rounded(value: number | undefined): string | undefined;
  /** A number above 0. */
  positive(value: number | undefined): string | undefined;
}

/** The part of a gate that every graph format shares: finite numbers only. */
export function createNumberGate(refuse: (value: string, reason: string) => undefined): NumberGate {
  const number = (value: number | undefined): string | undefined => {
    if (value === undefined) return undefined;
    return Number.isFinite(value) ? String(value) : refuse(String(value), 'not a finite number');
  };
  const rounded = (value: number | undefined): string | undefined =>
    number(value === undefined ? undefined : twoDecimals(value));
  const positive = (value: number | undefined): string | undefined =>
    value !== undefined && value <= 0 ? refuse(String(value), 'a weight is above 0') : number(value);
  return { number, rounded, positive };
}
