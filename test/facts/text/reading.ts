import fc from 'fast-check';
import { Problems } from '../../../src/core/diagnostic.ts';
import { SourceText } from '../../../src/core/place.ts';
import type { Tree } from '../../../src/facts/text/tree.ts';

/** Diagnostics as `code line:column`, so that a test reads like the report. */
export function codesOf(problems: Problems): string[] {
  return problems.diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

export type Reader = (source: SourceText, problems: Problems) => Tree | undefined;

/** Reads a text, and gives the tree with what was reported. */
export function reading(reader: Reader, text: string) {
  const problems = new Problems();
  const source = new SourceText('facts', text);
  const tree = reader(source, problems);
  return { tree, source, problems, codes: codesOf(problems) };
}

/** Strings of raw UTF-16 units, lone surrogates and controls included. */
export const rawString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }),
        fc.constantFrom(0, 7, 9, 10, 13, 0x22, 0x5c, 0x85, 0xd800, 0xdc00),
      ),
      {
        maxLength: 8,
      },
    )
    .map((units) => String.fromCharCode(...units)),
);

/** What no fact file may hold: controls other than tab and line ends, and halves of a surrogate pair. */
export function isRefused(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13) return true;
    if ((unit & 0xf800) !== 0xd800) continue;
    const next = text.charCodeAt(i + 1);
    if (unit >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) return true;
    i++;
  }
  return false;
}
