/** YAML that every reader takes alike: plain keys, and texts between double quotes. */

/** A map with its keys in order; a value that is undefined is left out. */
export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}
export type YamlValue = string | YamlMap | readonly YamlValue[];

/** A block map, two blanks for each level. Keys are words of the program, never data. */
export function yamlOf(map: YamlMap, indent = ''): string {
  return Object.entries(map)
    .map(([key, value]) => (value === undefined ? '' : `${indent}${key}:${writtenValue(value, indent)}`))
    .join('');
}

function writtenValue(value: YamlValue, indent: string): string {
  if (typeof value === 'string') return ` ${quoted(value)}\n`;
  if (!isList(value)) return `\n${yamlOf(value, `${indent}  `)}`;
  return `\n${value.map((item) => `${indent}  - ${itemOf(item, `${indent}    `)}`).join('')}`;
}

/** An item begins on the line of its dash. */
function itemOf(item: YamlValue, indent: string): string {
  if (typeof item === 'string') return `${quoted(item)}\n`;
  return isList(item) ? writtenValue(item, indent) : yamlOf(item, indent).slice(indent.length);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/**
 * What a double-quoted scalar cannot hold as it is (YAML 1.2, 5.1), and what readers of YAML 1.1 take for line
 * breaks: U+0085, U+2028, U+2029. The byte order mark is escaped as well.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const ESCAPED = /[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu;

/** JSON escapes in the same way, but leaves alone what YAML does not allow. With `u`, only lone surrogates match. */
function quoted(text: string): string {
  return `"${text.replace(ESCAPED, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  })}"`;
}
