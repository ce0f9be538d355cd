/** Turtle for generated schemas: subjects with predicates a line each, lists and unnamed parts in brackets. */
import { checkIri } from '../core/iri.ts';
import { compareUtf8 } from '../core/order.ts';
import { findIllegal } from '../core/text.ts';
import { compact } from './context.ts';
import { RDF } from './namespaces.ts';

/** An object: an IRI, a text, an integer or boolean, a list, or a part that is only spoken of here. */
export type Node =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'text'; readonly text: string; readonly language?: string }
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'part'; readonly says: Says };

/** Predicates with their objects, in the order of the file. */
export type Says = readonly (readonly [predicate: string, ...objects: readonly Node[]])[];

export interface Subject {
  readonly iri: string;
  readonly says: Says;
}

export function iri(text: string): Node {
  return { kind: 'iri', iri: text };
}

export function iris(texts: readonly string[]): Node[] {
  return texts.map(iri);
}

export function inEnglish(text: string): Node {
  return { kind: 'text', text, language: 'en' };
}

export function text(words: string): Node {
  return { kind: 'text', text: words };
}

export function integer(number: number): Node {
  return { kind: 'bare', text: String(number) };
}

export const TRUE: Node = { kind: 'bare', text: 'true' };

export function list(items: readonly Node[]): Node {
  return { kind: 'list', items };
}

export function part(...says: Says): Node {
  return { kind: 'part', says };
}

/** Sections of subjects under headings; the prefixes in use are declared, by name. */
export function writeTurtle(
  sections: readonly { readonly heading: string; readonly subjects: readonly Subject[] }[],
  prefixes: ReadonlyMap<string, string>,
): string {
  const writer = new Writer(prefixes);
  const body = sections
    .filter(({ subjects }) => subjects.length > 0)
    .map(({ heading, subjects }) => `\n# ${heading}\n${subjects.map((one) => writer.subject(one)).join('')}`);
  return writer.head() + body.join('');
}

/** As long a line may get before a list in it is broken. */
const WIDTH = 110;
/** Legal in Turtle and in every reader: a part of PN_PREFIX. */
const PREFIX_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

class Writer {
  readonly #prefixes: readonly (readonly [name: string, namespace: string])[];
  readonly #used = new Set<string>();

  constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = [...prefixes].filter(
      ([name, namespace]) => PREFIX_NAME.test(name) && checkIri(namespace) === undefined,
    );
  }

  head(): string {
    const used = this.#prefixes.filter(([name]) => this.#used.has(name));
    const sorted = used.sort(([a], [b]) => compareUtf8(a, b));
    return sorted.map(([name, namespace]) => `@prefix ${name}: <${namespace}> .\n`).join('');
  }

  subject({ iri: subject, says }: Subject): string {
    const lines = says.map(([predicate, ...objects]) => this.#line(predicate, objects, '  '));
    return `\n${this.#iri(subject)}\n${lines.join(' ;\n')} .\n`;
  }

  #line(predicate: string, objects: readonly Node[], indent: string): string {
    const verb = predicate === `${RDF}type` ? 'a' : this.#iri(predicate);
    const room = WIDTH - indent.length - verb.length;
    return `${indent}${verb} ${objects.map((one) => this.#node(one, indent, room)).join(`,\n${indent}  `)}`;
  }

  /** On one line where it fits into the room. */
  #node(node: Node, indent: string, room: number): string {
    const short = this.#inline(node);
    if (short.length <= room) return short;
    const inner = `${indent}  `;
    if (node.kind === 'list') {
      const items = node.items.map((item) => `\n${inner}${this.#node(item, inner, WIDTH - inner.length)}`);
      return `(${items.join('')}\n${indent})`;
    }
    if (node.kind !== 'part') return short;
    const lines = node.says.map(([predicate, ...objects]) => this.#line(predicate, objects, inner));
    return `[\n${lines.join(' ;\n')}\n${indent}]`;
  }

  #inline(node: Node): string {
    switch (node.kind) {
      case 'iri':
        return this.#iri(node.iri);
      case 'text':
        return quoted(node.text) + (node.language === undefined ? '' : `@${node.language}`);
      case 'bare':
        return node.text;
      case 'list':
        return node.items.length === 0
          ? this.#iri(`${RDF}nil`)
          : `( ${node.items.map((item) => this.#inline(item)).join(' ')} )`;
      case 'part':
        return `[ ${node.says.map((one) => this.#says(one)).join(' ; ')} ]`;
    }
  }

  #says([predicate, ...objects]: Says[number]): string {
    return `${this.#iri(predicate)} ${objects.map((one) => this.#inline(one)).join(' , ')}`;
  }

  #iri(text: string): string {
    const reason = checkIri(text);
    if (reason !== undefined) throw new Error(`bug: ${JSON.stringify(text)} is no IRI: ${reason}`);
    const short = compact(text, this.#prefixes);
    if (short === text) return `<${text}>`;
    this.#used.add(short.slice(0, short.indexOf(':')));
    return short;
  }
}

/** STRING_LITERAL_QUOTE of Turtle; what no text may hold is a bug of the caller. */
function quoted(text: string): string {
  const illegal = findIllegal(text);
  if (illegal) throw new Error(`bug: a text with ${illegal.codePoint}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const escaped = text.replace(/[\x01-\x1f"\\\x7f\ufffe\uffff]/g, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
