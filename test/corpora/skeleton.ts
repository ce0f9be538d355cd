/**
 * What an export is made of, less its texts: one line for each quad, element, row or value. Two exports that differ
 * only in a text have the same skeleton, if that text stands in both as a text.
 */

import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { parse as parseRdf, type Quad } from 'oxigraph';
import { fromListText } from '../../src/formats/gexf/list.ts';
import type { RdfFormat } from '../../src/formats/rdf/read.ts';
import { RDF_WRITERS } from '../formats/rdf/reading.ts';
import { csvTable } from './graphReaders.ts';

/** Stands for the text in a skeleton. */
const HERE = '«text»';

/** The text, and what formats that state it make of it: one line, no `;` in a list, no blank before a reference. */
function formsOf(text: string): ReadonlySet<string> {
  const oneLine = text.replace(/\r\n|[\t\n\r]/g, ' ');
  // The binding of libxml2 takes U+FEFF at the start of a text for a byte order mark.
  const forms = [text, oneLine, text.replace(/^\ufeff/, '')].flatMap((one) => [
    one,
    one.replaceAll(';', ','),
  ]);
  return new Set(forms);
}

/** Every reading gives blank nodes other labels. */
function nameOf(term: Quad['object']): string {
  return term.termType === 'BlankNode' ? '_:' : term.value;
}

export class Skeleton {
  readonly #forms: ReadonlySet<string>;

  constructor(text: string) {
    this.#forms = formsOf(text);
  }

  /** Ids of facts and evidence are made of the texts, and so is their order. */
  value(value: string): string {
    if (this.#forms.has(value)) return HERE;
    const items = fromListText(value);
    if (items && items.length > 0) return `[${items.map((item) => this.value(item)).join(',')}]`;
    const hidden = this.#hide(value)
      .replace(/\b[ef]-[0-9a-f]{32}\b/g, '«id»')
      .replace(/^e-[0-9a-f]+$/, '«id»')
      .replace(/:(?=«id»|shapes?\b)/g, '#');
    if (!/^[[{]/.test(value)) return hidden;
    try {
      return this.json(JSON.parse(value)).join('');
    } catch {
      return hidden;
    }
  }

  /** Where the text is a part of a longer one, such as a description of several lines. */
  #hide(value: string): string {
    let hidden = value;
    for (const form of this.#forms) if (form.length > 3) hidden = hidden.replaceAll(form, HERE);
    return hidden;
  }

  json(value: unknown): string[] {
    if (typeof value === 'string') return [this.value(value)];
    if (typeof value === 'number') return ['«number»'];
    if (Array.isArray(value))
      return ['[', ...value.map((item) => `${this.json(item).join('')},`).sort(), ']'];
    if (typeof value !== 'object' || value === null) return [String(value)];
    const members = Object.entries(value).map(
      ([key, member]) => `${this.value(key)}:${this.json(member).join('')};`,
    );
    return ['{', ...members.sort(), '}'];
  }

  rdf(text: string, format: RdfFormat): string[] {
    if (text === '') return [];
    const whole = format === 'ndjsonld' ? `[${text.trim().replaceAll('\n', ',')}]` : text;
    const type = format === 'ndjsonld' ? 'application/ld+json' : RDF_WRITERS[format].mediaType;
    // Given a text and no other options, Oxigraph returns the list at once.
    const quads = parseRdf(whole, { format: type }) as Quad[];
    return quads.map(({ subject, predicate, object, graph }) => {
      const said =
        object.termType === 'Literal'
          ? `"${this.value(object.value)}"@${object.language}^^${object.datatype.value}`
          : nameOf(object);
      return [nameOf(subject), predicate.value, said, graph.value].map((one) => this.value(one)).join(' ');
    });
  }

  xml(text: string): string[] {
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
    try {
      return this.#element(document.root, '');
    } finally {
      document.dispose();
    }
  }

  #element(element: XmlElement, path: string): string[] {
    const attributes = element.attrs.map(({ name, value }) => `${name}=${this.#scalar(value)}`).sort();
    const here = `${path}/${element.name}`;
    const lines = [`${here} ${attributes.join(' ')}`];
    let said = '';
    for (let child = element.firstChild; child; child = child.next) {
      if (child instanceof XmlElement) lines.push(...this.#element(child, here));
      else if (child instanceof XmlText || child instanceof XmlCData) said += child.content;
      else lines.push(`${here} ${child.constructor.name}`);
    }
    lines.push(`${here}: ${this.#scalar(said)}`);
    return lines;
  }

  csv(text: string): string[] {
    return csvTable(text).map((row) => row.map((cell) => this.#scalar(cell)).join(' | '));
  }

  #scalar(value: string): string {
    return /^-?\d+(?:\.\d+)?$/.test(value) ? '«number»' : this.value(value);
  }
}
