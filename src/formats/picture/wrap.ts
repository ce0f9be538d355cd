/** Breaks texts into lines that fit a width. */
import type { Measure, Weight } from './measure.ts';

/** A text as it stands in the picture. */
export interface Block {
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly fontSize: number;
  /** Whether the text ends earlier than it should, with «…». */
  readonly cut: boolean;
  /** Of all lines. */
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly measure: Measure;
  readonly weight: Weight;
  readonly fontSize: number;
}

/** From baseline to baseline, in font sizes. */
export const LEADING = 1.16;
/** A line may end after blanks and hyphens, and anywhere beside letters that fill a square. */
const PIECES =
  /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]\s*|[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60-]+(?:-+|\s+)?|[-\s]+/gu;
/** A letter with the marks on it. */
const LETTERS = /\P{M}?\p{M}*/gu;

export function widthOf(text: string, { measure, weight, fontSize }: Style): number {
  return measure(text, weight).width * fontSize;
}

/** The lines of a text, none wider than `width`; what does not fit into `most` lines ends with «…». */
export function wrap(text: string, style: Style, { width, most }: { width: number; most: number }): Block {
  const pieces = piecesOf(text).flatMap((piece) => parted(piece, style, width));
  const lines: string[] = [];
  let line = '';
  for (const [i, piece] of pieces.entries()) {
    if (line !== '' && widthOf((line + piece).trimEnd(), style) > width) {
      if (lines.length === most - 1) {
        const rest = pieces.slice(i).join('');
        return blockOf([...lines, shortened(line + rest, style, width)], style, true);
      }
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return blockOf([...lines, line.trimEnd()], style, false);
}

/** As many lines as asked, of much the same width, no word parted; undefined where they would be wider than `width`. */
export function balanced(
  text: string,
  style: Style,
  { lines, width }: { lines: number; width: number },
): Block | undefined {
  const pieces = piecesOf(text);
  if (pieces.length < lines) return undefined;
  const widest = pieces.reduce((most, piece) => Math.max(most, widthOf(piece.trimEnd(), style)), 0);
  let share = Math.max(widest, widthOf(text, style) / lines) + 0.01;
  for (; share <= width; share *= 1.05) {
    const block = wrap(text, style, { width: share, most: lines });
    if (!block.cut) return block.lines.length === lines ? block : undefined;
  }
  return undefined;
}

/** One line, ending with «…» where the text is wider than `width`. */
export function oneLine(text: string, style: Style, width: number): Block {
  const fits = widthOf(text, style) <= width;
  return blockOf([fits ? text : shortened(text, style, width)], style, !fits);
}

function piecesOf(text: string): readonly string[] {
  return text.match(PIECES) ?? [];
}

/** A piece wider than a line, such as a long word, in parts that fit. */
function parted(piece: string, style: Style, width: number): readonly string[] {
  if (widthOf(piece.trimEnd(), style) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const letter of piece.match(LETTERS) ?? []) {
    if (part !== '' && widthOf(part + letter, style) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function shortened(text: string, style: Style, width: number): string {
  let short = '';
  for (const letter of text.match(LETTERS) ?? []) {
    if (widthOf(`${short}${letter}…`, style) > width) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}

function blockOf(lines: readonly string[], style: Style, cut: boolean): Block {
  const { weight, fontSize } = style;
  const width = lines.reduce((most, line) => Math.max(most, widthOf(line, style)), 0);
  return { lines, weight, fontSize, cut, width, height: lines.length * LEADING * fontSize };
}
