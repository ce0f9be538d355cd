/** Lists of texts in one XML attribute, in the form that Gephi and graphology read: `[a, "b, c"]`. */

/** What both readers take as it stands: words with single blanks between, without a sign of the notation. */
const PLAIN = /^(?!null$)[^\s,;()[\]<>"'\\]+(?: [^\s,;()[\]<>"'\\]+)*$/;

/** Writes the items, in quotes where they are not plain words; inside of quotes `"` and `\` get a `\`. */
export function toListText(items: readonly string[]): string {
  return `[${items.map(itemText).join(', ')}]`;
}

function itemText(item: string): string {
  return PLAIN.test(item) ? item : `"${item.replace(/["\\]/g, '\\$&')}"`;
}

const ITEM = /(?:"((?:[^"\\]|\\["\\])*)"|([^\s,"[\]\\][^,"[\]\\]*))(, |$)/y;

/** Reads what {@link toListText} writes; undefined for any other text. */
export function fromListText(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inside = text.slice(1, -1);
  const items: string[] = [];
  for (let at = 0; ; ) {
    ITEM.lastIndex = at;
    const match = ITEM.exec(inside);
    if (!match) return undefined;
    const [, quoted, plain, separator] = match;
    items.push(quoted === undefined ? (plain ?? '') : quoted.replace(/\\(["\\])/g, '$1'));
    at = ITEM.lastIndex;
    if (separator === '') return at === inside.length ? items : undefined;
  }
}
