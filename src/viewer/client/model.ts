/** The payload as the page reads it: who touches whom, which facts speak of whom, and what there is to filter by. */
import type { PayloadFact, ViewerPayload } from '../payload.ts';
import { bendsOf } from './bends.ts';
import { folded } from './search.ts';

/** How a fact stands: plain with its status, or not plain and why. */
export interface Standing {
  /** In the address of the page. */
  readonly key: string;
  /** A status or a reason, as the payload names it. */
  readonly name: string;
  readonly plain: boolean;
  /** Facts that stand so, those of the details included. */
  readonly count: number;
}

/** Lists of lists in two arrays: the items of `i` are `items` from `starts[i]` to `starts[i + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export interface Model {
  readonly payload: ViewerPayload;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeIndex: ReadonlyMap<string, number>;
  readonly edgeIndex: ReadonlyMap<string, number>;
  /** Edges at each node, ascending; a loop once. */
  readonly incident: Lists;
  /** The first edge of each fact between the same two nodes as its own; -1 for a fact that is none. */
  readonly edgeOf: Int32Array;
  /** Facts that speak of each node, its edges' included, ascending. */
  readonly factsOf: Lists;
  readonly standings: readonly Standing[];
  /** Index into `standings`, by fact. */
  readonly standingOf: Uint32Array;
  /** The years that facts of edges cover; undefined when none has any. */
  readonly years: readonly [first: number, last: number] | undefined;
  /** How far each edge bends, see `bends.ts`. */
  readonly bends: Float64Array;
  /** The labels of the nodes as the search compares them. */
  readonly folded: readonly string[];
}

export function toModel(payload: ViewerPayload): Model {
  const { nodes, edges, facts } = payload;
  const edgeFacts = new Set(edges.facts.flat());
  const { standings, standingOf } = standingsOf(facts);
  return {
    payload,
    nodeCount: nodes.id.length,
    edgeCount: edges.id.length,
    nodeIndex: new Map(nodes.id.map((id, index) => [id, index])),
    edgeIndex: new Map(edges.id.map((id, index) => [id, index])),
    incident: incidentEdges(payload),
    edgeOf: edgesByFact(payload),
    factsOf: factsByNode(payload),
    standings,
    standingOf,
    years: yearsOf(facts, edgeFacts),
    bends: bendsOf(payload),
    folded: nodes.label.map((label, node) => folded(label === '' ? (nodes.id[node] ?? '') : label)),
  };
}

export function listed({ starts, items }: Lists, index: number): Uint32Array {
  return items.subarray(starts[index] ?? 0, starts[index + 1] ?? 0);
}

/** The other end of an edge; of a loop the node itself. */
export function otherEnd({ payload }: Model, edge: number, node: number): number {
  const source = payload.edges.source[edge] ?? node;
  return source === node ? (payload.edges.target[edge] ?? node) : source;
}

/** From pairs in ascending order of the second member to lists by the first. */
function toLists(count: number, firsts: readonly number[], seconds: readonly number[]): Lists {
  const starts = new Uint32Array(count + 1);
  for (const first of firsts) starts[first + 1] = (starts[first + 1] ?? 0) + 1;
  for (let index = 0; index < count; index += 1)
    starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  const next = starts.slice();
  const items = new Uint32Array(firsts.length);
  firsts.forEach((first, index) => {
    const place = next[first] ?? 0;
    items[place] = seconds[index] ?? 0;
    next[first] = place + 1;
  });
  return { starts, items };
}

function incidentEdges({ nodes, edges }: ViewerPayload): Lists {
  const ends: number[] = [];
  const ids: number[] = [];
  edges.source.forEach((source, edge) => {
    const target = edges.target[edge] ?? source;
    ends.push(source);
    ids.push(edge);
    if (target === source) return;
    ends.push(target);
    ids.push(edge);
  });
  return toLists(nodes.id.length, ends, ids);
}

function edgesByFact({ edges, facts }: ViewerPayload): Int32Array {
  const edgeOf = new Int32Array(facts.length).fill(-1);
  edges.facts.forEach((ids, edge) => {
    const ends = [edges.source[edge], edges.target[edge]];
    for (const id of ids) {
      const fact = facts[id];
      const between = fact !== undefined && [...endsOf(fact)].sort().join() === [...ends].sort().join();
      if (between && edgeOf[id] === -1) edgeOf[id] = edge;
    }
  });
  return edgeOf;
}

function factsByNode({ nodes, edges, facts }: ViewerPayload): Lists {
  const speakOf = facts.map((fact) => new Set(endsOf(fact)));
  edges.facts.forEach((ids, edge) => {
    for (const fact of ids)
      for (const end of [edges.source[edge], edges.target[edge]]) addTo(speakOf[fact], end);
  });
  const firsts: number[] = [];
  const seconds: number[] = [];
  speakOf.forEach((ends, fact) => {
    for (const end of ends) {
      firsts.push(end);
      seconds.push(fact);
    }
  });
  return toLists(nodes.id.length, firsts, seconds);
}

function addTo(set: Set<number> | undefined, item: number | undefined): void {
  if (item !== undefined) set?.add(item);
}

function endsOf({ subject, object }: PayloadFact): number[] {
  return 'node' in object ? [subject, object.node] : [subject];
}

/** Plain ones first, each group in the order of the facts' names. */
function standingsOf(facts: readonly PayloadFact[]) {
  const counts = new Map<string, { name: string; plain: boolean; count: number }>();
  const nameOf = (fact: PayloadFact) =>
    `${fact.notPlain === undefined ? 0 : 1}${fact.notPlain ?? fact.status}`;
  facts.forEach((fact) => {
    const known = counts.get(nameOf(fact)) ?? {
      name: fact.notPlain ?? fact.status,
      plain: fact.notPlain === undefined,
      count: 0,
    };
    counts.set(nameOf(fact), { ...known, count: known.count + 1 });
  });
  const names = [...counts.keys()].sort((a, b) => (a < b ? -1 : 1));
  const order = new Map(names.map((name, index) => [name, index]));
  const standings = [...names].map((name): Standing => {
    const { count, plain, name: shown } = counts.get(name) ?? { count: 0, plain: true, name };
    return {
      key: !plain && counts.has(`0${shown}`) ? `${shown}-not-plain` : shown,
      name: shown,
      plain,
      count,
    };
  });
  return { standings, standingOf: Uint32Array.from(facts, (fact) => order.get(nameOf(fact)) ?? 0) };
}

function yearsOf(facts: readonly PayloadFact[], edgeFacts: ReadonlySet<number>): Model['years'] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const index of edgeFacts) {
    const years = facts[index]?.years;
    if (years === undefined) continue;
    first = Math.min(first, years[0]);
    last = Math.max(last, years[1]);
  }
  return first <= last ? [first, last] : undefined;
}
