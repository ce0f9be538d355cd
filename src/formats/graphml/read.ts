/** Reads back a GraphML file of factweave with an XML parser of its own, to check what the writer wrote. */
import type { SaxesTagPlain } from 'saxes';
import type { ReadAttributes, ReadEdge, ReadGraph } from '../readGraph.ts';
import { VALUE_OF, XmlDemands, type XmlParser } from '../xmlReading.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

interface Key {
  readonly for: string;
  readonly name: string;
  readonly type: string;
}

/** What stands where: `data` elements belong to the element that holds them. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['graphml', ['']],
  ['key', ['graphml']],
  ['graph', ['graphml']],
  ['node', ['graph']],
  ['edge', ['graph']],
  ['data', ['graph', 'node', 'edge']],
]);

/** The order of the children of `graph`: data, nodes, edges. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['data', 0],
  ['node', 1],
  ['edge', 2],
]);

/**
 * Reads GraphML strictly, in one text or in chunks: well-formed XML, only the elements that factweave writes, in
 * their order, every value typed by its key, every id once, both ends of each edge there.
 *
 * Throws an Error with line and column at the first thing that is otherwise.
 */
export async function readGraphml(text: string | Iterable<string>): Promise<ReadGraph> {
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
  readonly #keys = new Map<string, Key>();
  readonly #path: string[] = [];
  #rank = 0;
  /** The attributes of the node or edge that is open, else of the graph. */
  #current: Map<string, unknown>;
  #dataKey: Key | undefined;
  #text = '';

  constructor(parser: XmlParser) {
    this.#file = new XmlDemands(parser);
    this.#current = this.#attributes;
    this.graph = { attributes: this.#attributes, nodes: this.#nodes, edges: this.#edges };
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
  }

  #open(tag: SaxesTagPlain): void {
    const parent = this.#path.at(-1) ?? '';
    this.#file.require(PARENTS.get(tag.name)?.includes(parent) ?? false, `${tag.name} inside «${parent}»`);
    if (parent === 'graph') this.#checkOrder(tag.name);
    this.#path.push(tag.name);
    const namespace = tag.name === 'graphml' ? NAMESPACE : undefined;
    this.#file.require(get(tag, 'xmlns') === namespace, `the namespace of ${tag.name}`);
    if (tag.name === 'key') this.#addKey(tag);
    else if (tag.name === 'graph')
      this.#file.require(get(tag, 'edgedefault') === 'directed', 'not a directed graph');
    else if (tag.name === 'node') this.#addNode(tag);
    else if (tag.name === 'edge') this.#addEdge(tag);
    else if (tag.name === 'data') this.#openData(tag, parent);
  }

  #checkOrder(name: string): void {
    const rank = RANKS.get(name) ?? 0;
    this.#file.require(rank >= this.#rank, `${name} after what it comes before`);
    this.#rank = rank;
  }

  #addKey(tag: SaxesTagPlain): void {
    const id = this.#file.attribute(tag, 'id');
    const key = {
      for: this.#file.attribute(tag, 'for'),
      name: this.#file.attribute(tag, 'attr.name'),
      type: this.#file.attribute(tag, 'attr.type'),
    };
    this.#file.require(!this.#keys.has(id), `a second key ${id}`);
    this.#file.require(CASTS.has(key.type), `the type ${key.type}`);
    this.#keys.set(id, key);
  }

  #addNode(tag: SaxesTagPlain): void {
    const id = this.#newId(tag);
    this.#current = new Map();
    this.#nodes.set(id, this.#current);
  }

  #addEdge(tag: SaxesTagPlain): void {
    const id = this.#newId(tag);
    const source = this.#file.attribute(tag, 'source');
    const target = this.#file.attribute(tag, 'target');
    for (const end of [source, target])
      this.#file.require(this.#nodes.has(end), `an edge to «${end}», which is no node`);
    this.#current = new Map();
    this.#edges.set(id, { source, target, label: get(tag, 'label'), attributes: this.#current });
  }

  #newId(tag: SaxesTagPlain): string {
    const id = this.#file.attribute(tag, 'id');
    this.#file.require(!this.#nodes.has(id) && !this.#edges.has(id), `a second element with the id ${id}`);
    return id;
  }

  #openData(tag: SaxesTagPlain, parent: string): void {
    const id = this.#file.attribute(tag, 'key');
    const key = this.#keys.get(id);
    this.#file.require(key?.for === parent, `data of the key ${id} in a ${parent}`);
    this.#dataKey = key;
    this.#text = '';
  }

  #addText(text: string): void {
    if (this.#dataKey) this.#text += text;
    else this.#file.require(/^[ \t\r\n]*$/.test(text), 'text outside a data element');
  }

  #close(tag: SaxesTagPlain): void {
    this.#path.pop();
    if (tag.name === 'node' || tag.name === 'edge') this.#current = this.#attributes;
    if (tag.name !== 'data' || !this.#dataKey) return;
    const { name, type } = this.#dataKey;
    const value = CASTS.get(type)?.(this.#text);
    this.#file.require(value !== undefined, `«${this.#text}» is no ${type}`);
    this.#file.require(!this.#current.has(name), `a second value of ${name}`);
    this.#current.set(name, value);
    this.#dataKey = undefined;
  }
}

function get(tag: SaxesTagPlain, name: string): string | undefined {
  return tag.attributes[name];
}

/** The value of a text by the type of its key, or undefined when it is none. */
const CASTS: ReadonlyMap<string, (text: string) => unknown> = new Map<string, (text: string) => unknown>([
  ['string', VALUE_OF.text],
  ['boolean', VALUE_OF.truth],
  ['int', VALUE_OF.int],
  ['long', VALUE_OF.long],
  ['double', VALUE_OF.double],
]);
