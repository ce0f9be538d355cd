/** Finds terms in the text of Turtle files, since the parser does not say where they stand. */
import type { Place } from '../core/place.ts';
import type { Term, TurtleFile } from './turtle.ts';

/** The term as a reader would write it: a prefixed name where a prefix of the file fits, else `<…>`. */
export function shorten(iri: string, files: readonly TurtleFile[]): string {
  for (const file of files) {
    const written = spellings(iri, file).find((text) => !text.startsWith('<'));
    if (written !== undefined) return written;
  }
  return `<${iri}>`;
}

/** Where a subject is described: at the start of a line if anywhere, else where it is first named. */
export function placeOfSubject(subject: string, file: TurtleFile): Place {
  return file.source.placeAt(offsetOfSubject(subject, file));
}

/** Where a value stands in the description of its subject; the subject's place if it is not found there. */
export function placeOfValue(subject: string, value: Term): Place {
  const { file } = value;
  const from = offsetOfSubject(subject, file);
  const written =
    value.kind === 'literal' ? [JSON.stringify(value.value), value.value] : spellings(value.value, file);
  const offset = firstOf(written, (text) => findWord(file.source.text, text, from + 1));
  return file.source.placeAt(offset ?? from);
}

function offsetOfSubject(subject: string, file: TurtleFile): number {
  const { text } = file.source;
  const written = spellings(subject, file);
  const atLineStart = firstOf(written, (word) => {
    for (let at = findWord(text, word, 0); at !== undefined; at = findWord(text, word, at + 1)) {
      if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r') return at;
    }
    return undefined;
  });
  return atLineStart ?? firstOf(written, (word) => findWord(text, word, 0)) ?? 0;
}

function firstOf(words: readonly string[], find: (word: string) => number | undefined): number | undefined {
  const offsets = words.map(find).filter((offset) => offset !== undefined);
  return offsets.length > 0 ? Math.min(...offsets) : undefined;
}

function spellings(iri: string, { prefixes }: TurtleFile): string[] {
  const written = [`<${iri}>`];
  for (const [prefix, namespace] of prefixes) {
    const local = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(local))
      written.push(`${prefix}:${local}`);
  }
  return written;
}

/** The offset of a word that is not part of a longer name. */
function findWord(text: string, word: string, from: number): number | undefined {
  const nameLike = /[A-Za-z0-9_:-]/;
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!nameLike.test(text[at - 1] ?? '') && !nameLike.test(text[at + word.length] ?? '')) return at;
  }
  return undefined;
}
