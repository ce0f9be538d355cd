import type { Problems } from '../src/core/diagnostic.ts';
import { SourceText } from '../src/core/place.ts';

/** Stands in a test's input just before each place where a problem is expected. */
const MARK = '‸';

/** Takes the marks out of a text, and gives the places where they stood as `line:column`. */
export function unmarked(marked: string): { text: string; places: string[] } {
  const parts = marked.split(MARK);
  const text = parts.join('');
  const source = new SourceText('', text);
  let offset = 0;
  const places = parts.slice(0, -1).map((part) => {
    offset += part.length;
    const { line, column } = source.placeAt(offset);
    return `${line}:${column}`;
  });
  return { text, places };
}

/** The errors as `code line:column`, in the order of the file. */
export function errorsOf(problems: Problems): string[] {
  return problems.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

/** The errors expected at the marks of an input, in order. */
export function expectedAt(places: readonly string[], codes: string): string[] {
  return codes.split(' ').map((code, i) => `${code} ${places[i] ?? 'without a mark'}`);
}
