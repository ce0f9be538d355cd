/** HTML as a type of its own: a text becomes part of a page only through the template below, which escapes it. */

/** A piece of a page that is right as it stands. Made by {@link html}, and by {@link trusted} of what is no data. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text and numbers are escaped, pieces of HTML are not; undefined is nothing. */
export type Part = Html | readonly Html[] | string | number | undefined;

/** Builds HTML. A text may stand in the content of an element or in an attribute in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  parts.forEach((part, i) => {
    text += written(part) + (strings[i + 1] ?? '');
  });
  return new Html(text);
}

export const NOTHING = new Html('');

/** Takes a text over as HTML: for what the program made itself, never for data. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** The pieces with another between each two. */
export function joined(pieces: readonly Html[], between: string): Html {
  return new Html(pieces.map(({ text }) => text).join(between));
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeText(String(part));
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  // A raw one would be read as a line feed (HTML, 13.2.3.5).
  ['\r', '&#13;'],
]);

/** A text that is the same again when a browser has read it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => REFERENCES.get(character) ?? character);
}

/** JSON for a script element: no `</script>`, no `<!--`, and no line end that an old reader would stumble on (guards.md G18). */
export function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
