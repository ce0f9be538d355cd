/** Labels without overlaps: the more important first, those that would touch an earlier one left out. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Three boxes that cover most of a circle and nothing outside it. */
export function boxesOf({ x, y, radius }: { x: number; y: number; radius: number }): Box[] {
  const box = (across: number, down: number) => ({
    left: x - across * radius,
    right: x + across * radius,
    top: y - down * radius,
    bottom: y + down * radius,
  });
  return [box(0.7, 0.7), box(0.94, 0.34), box(0.34, 0.94)];
}

/** A name in lines of about so many letters, at most three; what does not fit is cut. Breaks at blanks only. */
export function toLines(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && [...line, ...word].length < longest)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, 3).map((line) => cut(line, longest * 2));
  const last = kept.at(-1);
  if (lines.length > 3 && last !== undefined) kept[2] = `${last}…`;
  return kept;
}

function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}

/** Boxes that are taken, in a grid of cells so that asking stays cheap. */
export class Taken {
  readonly #cells = new Map<number, Box[]>();
  readonly #cell = 64;

  /** Takes the place if it is free. */
  take(box: Box): boolean {
    const cells = this.#cellsOf(box);
    if (cells.some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)))) return false;
    this.add(box);
    return true;
  }

  /** Takes the place whatever stands there. */
  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const known = this.#cells.get(cell);
      if (known === undefined) this.#cells.set(cell, [box]);
      else known.push(box);
    }
  }

  #cellsOf({ left, top, right, bottom }: Box): number[] {
    const cells: number[] = [];
    for (let row = Math.floor(top / this.#cell); row * this.#cell <= bottom; row += 1) {
      for (let column = Math.floor(left / this.#cell); column * this.#cell <= right; column += 1) {
        cells.push(row * 100_000 + column);
      }
    }
    return cells;
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
