/** What the readers of XML formats share: places of what is wrong, and values by their declared type. */
import type { SaxesParser, SaxesTagPlain } from 'saxes';

/** A parser that knows where it is. */
export type XmlParser = SaxesParser<{ xmlns: false; position: true }>;

/** What a reader asks of a file; an Error with line and column where the file has it not. */
export class XmlDemands {
  readonly #parser: XmlParser;

  /** Asks for UTF-8, no DOCTYPE, and well-formed XML. */
  constructor(parser: XmlParser) {
    this.#parser = parser;
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('xmldecl', (xml) => this.require(xml.encoding === 'UTF-8', 'the encoding is not UTF-8'));
    parser.on('doctype', () => this.fail('a DOCTYPE'));
  }

  attribute(tag: SaxesTagPlain, name: string): string {
    return tag.attributes[name] ?? this.fail(`${tag.name} without ${name}`);
  }

  require(holds: boolean, otherwise: string): void {
    if (!holds) this.fail(otherwise);
  }

  fail(what: string): never {
    const { line, column } = this.#parser;
    throw new Error(`${line}:${column + 1}: ${what}`);
  }
}

const INTEGER = /^-?(0|[1-9][0-9]*)$/;
const DECIMAL = /^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;

/** The value of a text, or undefined when it is none of the type. An empty text is none. */
export const VALUE_OF = {
  text: (text: string) => (text === '' ? undefined : text),
  truth: (text: string) => (text === 'true' ? true : text === 'false' ? false : undefined),
  int: (text: string) => integer(text, 2 ** 31),
  long: (text: string) => integer(text, 2 ** 53),
  double: (text: string) => (DECIMAL.test(text) ? Number(text) : undefined),
} as const;

function integer(text: string, limit: number): number | undefined {
  const value = Number(text);
  return INTEGER.test(text) && value >= -limit && value < limit ? value : undefined;
}
