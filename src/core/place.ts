import { codePointLength } from './text.ts';

/** Where something stands in an input file. Lines and columns count from 1; columns count code points. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `facts.yaml:5:3`, for the values of a message that names a second place. */
export function showPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** The place of a record and of its parts, worked out only when a diagnostic needs it. */
export interface Origin {
  /** The place of `part` (a key of the record's file form, such as `object`), or of the whole record. */
  place(part?: string): Place;
}

/** An input file as decoded text, able to turn an offset into a place and to show one line. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The place of a UTF-16 offset into `text`. */
  placeAt(offset: number): Place {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      file: this.file,
      line: low + 1,
      column: codePointLength(this.text.slice(starts[low] ?? 0, offset)) + 1,
    };
  }

  /** The text of a line (from 1) without its line end, or undefined past the last line. */
  line(number: number): string | undefined {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/[\r\n]+$/, '');
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (const match of this.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.#lineStarts = starts;
    return starts;
  }
}

/** An origin whose parts all stand at one place: for whole-file problems and for facts made in a program. */
export function fixedOrigin(place: Place): Origin {
  return { place: () => place };
}
