/** Reads back an SVG of factweave with an XML parser of its own, to check what the writer wrote. */
import type { SaxesTagPlain } from 'saxes';
import type { ReadAttributes, ReadEdge, ReadGraph } from '../readGraph.ts';
import { XmlDemands, type XmlParser } from '../xmlReading.ts';

/** What stands where; the groups of nodes and edges are told by their data. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['']],
  ['title', ['svg', 'g']],
  ['desc', ['svg']],
  ['style', ['svg']],
  ['rect', ['svg', 'g']],
  ['g', ['svg', 'g']],
  ['path', ['g']],
  ['circle', ['g']],
  ['text', ['g']],
]);
/** By how much the end of an edge may miss the border of its circle, for rounding. */
const TOLERANCE = 0.05;

/**
 * Reads an SVG strictly, in one text or in chunks: well-formed XML, only the elements that factweave writes, no
 * scripts, links or addresses, every id once, both ends of each edge there, and each line ending at or in the circles
 * of its nodes.
 *
 * Nodes have `label`, `kind` and, in the picture, `cx` and `cy`; edges `kind`; the graph `scale`, `left` and `top`, which
 * say where a position of the layout stands. Throws an Error with line and column, or the id of the edge.
 */
export async function readSvg(text: string | Iterable<string>): Promise<ReadGraph> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  const reader = new Reader(parser);
  for (const chunk of typeof text === 'string' ? [text] : text) parser.write(chunk);
  parser.close();
  reader.checkEnds();
  return reader.graph;
}

interface End {
  readonly x: number;
  readonly y: number;
}

class Reader {
  readonly graph: ReadGraph;
  readonly #file: XmlDemands;
  readonly #attributes = new Map<string, unknown>();
  readonly #nodes = new Map<string, ReadAttributes>();
  readonly #edges = new Map<string, ReadEdge>();
  readonly #radii = new Map<string, number>();
  /** Where the line of an edge starts, where it ends, and where its arrowhead points. */
  readonly #lines = new Map<string, { readonly start: End; readonly end: End }>();
  readonly #ids = new Set<string>();
  readonly #path: string[] = [];
  #node: Map<string, unknown> | undefined;
  #nodeId = '';
  #edgeId = '';
  /** How many elements the one of the edge lies in. */
  #edgeDepth = 0;

  constructor(parser: XmlParser) {
    this.#file = new XmlDemands(parser);
    this.graph = { attributes: this.#attributes, nodes: this.#nodes, edges: this.#edges };
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
  }

  /** Whether the lines of the edges end at their circles: what the file says only when it is read whole. */
  checkEnds(): void {
    for (const [id, { source, target }] of this.#edges) {
      const line = this.#lines.get(id);
      if (!line) throw new Error(`edge ${id}: no line`);
      for (const [node, at] of [
        [source, line.start],
        [target, line.end],
      ] as const) {
        const { cx, cy } = Object.fromEntries(this.#nodes.get(node) ?? []);
        if (cx === undefined) throw new Error(`edge ${id}: no node ${node}`);
        const [dx, dy] = [Number(cx) - at.x, Number(cy) - at.y];
        const radius = this.#radii.get(node) ?? 0;
        if (Math.sqrt(dx * dx + dy * dy) > radius + TOLERANCE)
          throw new Error(`edge ${id}: it misses ${node}`);
      }
    }
  }

  #open(tag: SaxesTagPlain): void {
    const parent = this.#path.at(-1) ?? '';
    this.#file.require(PARENTS.get(tag.name)?.includes(parent) ?? false, `${tag.name} inside «${parent}»`);
    for (const name of Object.keys(tag.attributes))
      this.#file.require(!/^on|href|^src$/i.test(name), `the attribute ${name} of ${tag.name}`);
    this.#path.push(tag.name);
    const { id } = tag.attributes;
    if (id !== undefined) {
      this.#file.require(!this.#ids.has(id), `a second ${id}`);
      this.#ids.add(id);
    }
    this.#begin(tag);
  }

  #begin(tag: SaxesTagPlain): void {
    if (tag.name === 'svg') this.#readRoot(tag);
    else if (tag.name === 'g' && 'data-label' in tag.attributes) this.#addNode(tag);
    else if ('data-source' in tag.attributes) this.#addEdge(tag);
    else if (tag.name === 'circle' && this.#node) this.#readCircle(tag, this.#node);
    if (tag.name === 'path' && this.#edgeId !== '') this.#readPath(tag);
  }

  #readRoot(tag: SaxesTagPlain): void {
    this.#file.require(tag.attributes.xmlns === 'http://www.w3.org/2000/svg', 'not SVG');
    for (const name of ['scale', 'left', 'top'])
      this.#attributes.set(name, this.#number(tag, `data-${name}`));
  }

  #addNode(tag: SaxesTagPlain): void {
    this.#nodeId = this.#file.attribute(tag, 'id');
    this.#node = new Map<string, unknown>([['label', this.#file.attribute(tag, 'data-label')]]);
    const kind = tag.attributes['data-kind'];
    if (kind !== undefined) this.#node.set('kind', kind);
    this.#nodes.set(this.#nodeId, this.#node);
  }

  #readCircle(tag: SaxesTagPlain, node: Map<string, unknown>): void {
    for (const axis of ['cx', 'cy']) node.set(axis, this.#number(tag, axis));
    this.#radii.set(this.#nodeId, this.#number(tag, 'r'));
  }

  #addEdge(tag: SaxesTagPlain): void {
    this.#edgeId = this.#file.attribute(tag, 'id');
    this.#edgeDepth = this.#path.length - 1;
    const kind = tag.attributes['data-kind'];
    this.#edges.set(this.#edgeId, {
      source: this.#file.attribute(tag, 'data-source'),
      target: this.#file.attribute(tag, 'data-target'),
      label: undefined,
      attributes: new Map(kind === undefined ? [] : [['kind', kind]]),
    });
  }

  /** The first path is the line; an arrowhead begins at its tip. */
  #readPath(tag: SaxesTagPlain): void {
    const numbers = (tag.attributes.d ?? '').match(/-?[0-9]+(\.[0-9]+)?/g)?.map(Number) ?? [];
    const [x = Number.NaN, y = Number.NaN] = numbers;
    const line = this.#lines.get(this.#edgeId);
    const isHead = tag.attributes.class === 'a';
    if (!line) {
      const [endX = Number.NaN, endY = Number.NaN] = numbers.slice(-2);
      this.#lines.set(this.#edgeId, { start: { x, y }, end: { x: endX, y: endY } });
    } else if (isHead) this.#lines.set(this.#edgeId, { ...line, end: { x, y } });
  }

  #number(tag: SaxesTagPlain, name: string): number {
    const text = this.#file.attribute(tag, name);
    this.#file.require(/^-?[0-9]+(\.[0-9]+)?$/.test(text), `${name} is no number`);
    return Number(text);
  }

  /** Groups within a node or edge do not occur; a line without a group of its own is the edge. */
  #close(): void {
    const closed = this.#path.pop();
    if (closed !== 'g' && !(closed === 'path' && this.#path.length === this.#edgeDepth)) return;
    this.#node = undefined;
    this.#edgeId = '';
  }
}
