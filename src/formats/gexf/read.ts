/** Reads back a GEXF file of factweave with an XML parser of its own, to check what the writer wrote. */
import type { SaxesTagPlain } from 'saxes';
import type { ReadAttributes, ReadEdge, ReadGraph } from '../readGraph.ts';
import { VALUE_OF, XmlDemands, type XmlParser } from '../xmlReading.ts';
import { fromListText } from './list.ts';

const GEXF = 'http://gexf.net/1.3';
const VIZ = 'http://gexf.net/1.3/viz';

/** What stands where, with the XML attributes that it may have. */
const ELEMENTS: ReadonlyMap<string, { readonly in: readonly string[]; readonly attributes: string }> =
  new Map([
    ['gexf', { in: [''], attributes: 'xmlns xmlns:viz version' }],
    ['meta', { in: ['gexf'], attributes: '' }],
    ['creator', { in: ['meta'], attributes: '' }],
    ['description', { in: ['meta'], attributes: '' }],
    ['graph', { in: ['gexf'], attributes: 'defaultedgetype mode timeformat timerepresentation' }],
    ['attributes', { in: ['graph'], attributes: 'class' }],
    ['attribute', { in: ['attributes'], attributes: 'id title type' }],
    ['nodes', { in: ['graph'], attributes: '' }],
    ['node', { in: ['nodes'], attributes: 'id label start end' }],
    ['edges', { in: ['graph'], attributes: '' }],
    ['edge', { in: ['edges'], attributes: 'id source target type kind label weight start end' }],
    ['attvalues', { in: ['node', 'edge'], attributes: '' }],
    ['attvalue', { in: ['attvalues'], attributes: 'for value' }],
    ['viz:color', { in: ['node', 'edge'], attributes: 'r g b' }],
    ['viz:position', { in: ['node'], attributes: 'x y z' }],
    ['viz:size', { in: ['node'], attributes: 'value' }],
  ]);

/**
 * Reads GEXF strictly, in one text or in chunks: well-formed XML, only the elements and attributes that factweave
 * writes, every value typed by its declaration, every id once, both ends of each edge there.
 *
 * What GEXF has elements for stands under the names of the laid-out JSON: `x`, `y`, `size`, `color`, `symmetric`.
 * The numbers of time are `@start` and `@end`. Throws an Error with line and column at the first thing that is
 * otherwise.
 */
export async function readGexf(text: string | Iterable<string>): Promise<ReadGraph> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  const reader = new Reader(parser);
  for (const chunk of typeof text === 'string' ? [text] : text) parser.write(chunk);
  parser.close();
  return reader.graph;
}

class Reader {
  readonly graph: ReadGraph;
  readonly #file: XmlDemands;
  readonly #attributes = new Map<string, unknown>();
  readonly #nodes = new Map<string, ReadAttributes>();
  readonly #edges = new Map<string, ReadEdge>();
  /** Types by class and name. */
  readonly #types = new Map<string, string>();
  readonly #path: string[] = [];
  #class = '';
  #dynamic = false;
  /** What every edge must be; undefined where each may be either. */
  #direction: string | undefined;
  /** The attributes of the node or edge that is open. */
  #current = new Map<string, unknown>();
  #text = '';

  constructor(parser: XmlParser) {
    this.#file = new XmlDemands(parser);
    this.graph = { attributes: this.#attributes, nodes: this.#nodes, edges: this.#edges };
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
  }

  #open(tag: SaxesTagPlain): void {
    const parent = this.#path.at(-1) ?? '';
    const known = ELEMENTS.get(tag.name);
    this.#file.require(known?.in.includes(parent) ?? false, `${tag.name} inside «${parent}»`);
    const allowed = known?.attributes.split(' ') ?? [];
    for (const name of Object.keys(tag.attributes))
      this.#file.require(allowed.includes(name), `the attribute ${name} of ${tag.name}`);
    this.#path.push(tag.name);
    this.#text = '';
    this.#begin(tag);
  }

  #begin(tag: SaxesTagPlain): void {
    if (tag.name === 'gexf') this.#checkRoot(tag);
    else if (tag.name === 'graph') this.#readMode(tag);
    else if (tag.name === 'attributes') this.#class = this.#file.attribute(tag, 'class');
    else if (tag.name === 'attribute') this.#declare(tag);
    else if (tag.name === 'node') this.#addNode(tag);
    else if (tag.name === 'edge') this.#addEdge(tag);
    else if (tag.name === 'attvalue') this.#addValue(tag);
    else if (tag.name === 'viz:size') this.#set('size', this.#number(tag, 'value'));
    else if (tag.name === 'viz:color')
      this.#set('color', `#${['r', 'g', 'b'].map((part) => this.#channel(tag, part)).join('')}`);
    else if (tag.name === 'viz:position')
      for (const axis of ['x', 'y']) this.#set(axis, this.#number(tag, axis));
  }

  #readMode(tag: SaxesTagPlain): void {
    this.#dynamic = this.#file.attribute(tag, 'mode') === 'dynamic';
    const format = this.#dynamic ? 'double' : undefined;
    this.#file.require(get(tag, 'timeformat') === format, 'another time format');
    this.#direction = get(tag, 'defaultedgetype');
  }

  #checkRoot(tag: SaxesTagPlain): void {
    const right =
      get(tag, 'xmlns') === GEXF && get(tag, 'xmlns:viz') === VIZ && get(tag, 'version') === '1.3';
    this.#file.require(right, 'not GEXF 1.3');
  }

  #declare(tag: SaxesTagPlain): void {
    const id = this.#file.attribute(tag, 'id');
    const type = this.#file.attribute(tag, 'type');
    const key = `${this.#class} ${id}`;
    this.#file.require(this.#file.attribute(tag, 'title') === id, `another title than the id ${id}`);
    this.#file.require(!this.#types.has(key), `a second attribute ${key}`);
    this.#file.require(CASTS.has(type), `the type ${type}`);
    this.#types.set(key, type);
  }

  #addNode(tag: SaxesTagPlain): void {
    const id = this.#newId(tag);
    this.#current = new Map<string, unknown>([['label', this.#file.attribute(tag, 'label')]]);
    this.#addTime(tag);
    this.#nodes.set(id, this.#current);
  }

  #addEdge(tag: SaxesTagPlain): void {
    const id = this.#newId(tag);
    const source = this.#file.attribute(tag, 'source');
    const target = this.#file.attribute(tag, 'target');
    for (const end of [source, target])
      this.#file.require(this.#nodes.has(end), `an edge to «${end}», which is no node`);
    this.#current = new Map();
    const type = this.#file.attribute(tag, 'type');
    this.#file.require(type === 'directed' || type === 'undirected', `the edge type ${type}`);
    this.#file.require(type === (this.#direction ?? type), `another edge type than ${this.#direction}`);
    if (type === 'undirected') this.#set('symmetric', true);
    const label = get(tag, 'label');
    if (label !== undefined) this.#set('label', label);
    if (get(tag, 'weight') !== undefined) this.#set('weight', this.#number(tag, 'weight'));
    this.#addTime(tag);
    this.#edges.set(id, { source, target, label: get(tag, 'kind'), attributes: this.#current });
  }

  #addTime(tag: SaxesTagPlain): void {
    for (const name of ['start', 'end']) {
      if (get(tag, name) === undefined) continue;
      this.#file.require(this.#dynamic, 'time in a static graph');
      this.#set(`@${name}`, this.#number(tag, name));
    }
  }

  #newId(tag: SaxesTagPlain): string {
    const id = this.#file.attribute(tag, 'id');
    this.#file.require(!this.#nodes.has(id) && !this.#edges.has(id), `a second element with the id ${id}`);
    return id;
  }

  #addValue(tag: SaxesTagPlain): void {
    const name = this.#file.attribute(tag, 'for');
    const text = this.#file.attribute(tag, 'value');
    const type =
      this.#types.get(`${this.#path.at(-3)} ${name}`) ?? this.#file.fail(`${name} is not declared`);
    const value = CASTS.get(type)?.(text);
    this.#file.require(value !== undefined, `«${text}» is no ${type}`);
    this.#set(name, value);
  }

  #set(name: string, value: unknown): void {
    this.#file.require(!this.#current.has(name), `a second value of ${name}`);
    this.#current.set(name, value);
  }

  #addText(text: string): void {
    if (this.#path.at(-2) === 'meta') this.#text += text;
    else this.#file.require(/^[ \t\r\n]*$/.test(text), 'text between elements');
  }

  #close(tag: SaxesTagPlain): void {
    this.#path.pop();
    if (this.#path.at(-1) === 'meta') this.#attributes.set(tag.name, this.#text);
  }

  #channel(tag: SaxesTagPlain, name: string): string {
    const value = this.#number(tag, name);
    this.#file.require(Number.isInteger(value) && value >= 0 && value <= 255, `the colour channel ${value}`);
    return value.toString(16).padStart(2, '0');
  }

  #number(tag: SaxesTagPlain, name: string): number {
    const text = this.#file.attribute(tag, name);
    return VALUE_OF.double(text) ?? this.#file.fail(`«${text}» is no number`);
  }
}

function get(tag: SaxesTagPlain, name: string): string | undefined {
  return tag.attributes[name];
}

/** The value of a text by the type of its attribute, or undefined when it is none. */
const CASTS: ReadonlyMap<string, (text: string) => unknown> = new Map<string, (text: string) => unknown>([
  ['string', VALUE_OF.text],
  ['liststring', fromListText],
  ['boolean', VALUE_OF.truth],
  ['integer', VALUE_OF.int],
  ['long', VALUE_OF.long],
  ['double', VALUE_OF.double],
]);
