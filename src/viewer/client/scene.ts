/** What is drawn: every node and edge, or, of a graph too large for that, communities and the members of opened ones. */
import { LEVELS_FROM } from '../payload.ts';
import type { Visible } from './filters.ts';
import { listed, type Model } from './model.ts';

/** Communities drawn at once, and members of the opened ones. */
const GROUP_LIMIT = 3_000;
export const MEMBER_LIMIT = 10_000;

export interface Group {
  readonly community: number;
  readonly members: number;
  /** The member with most shown edges: it gives the community its name and colour. */
  readonly head: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Relations between two things drawn of which at least one is a community. */
export interface Bundle {
  readonly source: string;
  readonly target: string;
  readonly count: number;
}

export interface LevelScene {
  readonly groups: readonly Group[];
  /** Shown one by one: members of opened communities, and what is selected. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly bundles: readonly Bundle[];
  /** Shown by the filters but not in the picture. */
  readonly left: { readonly groups: number; readonly nodes: number; readonly edges: number };
}

/** Whether what the filters let through is too much for one picture. */
export function opensByLevels({ nodeCount, edgeCount }: Visible): boolean {
  return edgeCount > LEVELS_FROM || nodeCount > LEVELS_FROM;
}

export const nodeKey = (node: number): string => `n${node}`;
export const edgeKey = (edge: number): string => `e${edge}`;
export const groupKey = (community: number): string => `g${community}`;

export interface LevelChoice {
  readonly opened: readonly number[];
  /** Nodes that have to be there, as a selected one. */
  readonly wanted: readonly number[];
}

export function toLevelScene(model: Model, visible: Visible, choice: LevelChoice): LevelScene {
  const degree = shownDegrees(model, visible);
  const members = membersByCommunity(model, visible);
  const opened = new Set(choice.opened);
  const single = pickMembers({
    members,
    opened,
    degree,
    wanted: choice.wanted.filter((node) => visible.nodes[node] === 1),
  });
  const closed = [...members].filter(([community]) => !opened.has(community));
  closed.sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const groups = apart(
    closed.slice(0, GROUP_LIMIT).map(([community, list]) => toGroup(model, degree, { community, list })),
  );
  const drawn = drawnKeys(model, { groups, nodes: single.nodes });
  const { edges, bundles, leftEdges } = gatherEdges(model, visible, drawn);
  const left = { groups: Math.max(0, closed.length - GROUP_LIMIT), nodes: single.left, edges: leftEdges };
  return { groups, nodes: single.nodes, edges, bundles, left };
}

function shownDegrees(model: Model, visible: Visible): Uint32Array {
  const degrees = new Uint32Array(model.nodeCount);
  for (let node = 0; node < model.nodeCount; node += 1) {
    let degree = 0;
    for (const edge of listed(model.incident, node)) degree += visible.edges[edge] ?? 0;
    degrees[node] = degree;
  }
  return degrees;
}

function membersByCommunity({ payload }: Model, visible: Visible): Map<number, number[]> {
  const members = new Map<number, number[]>();
  visible.nodes.forEach((bit, node) => {
    if (bit === 0) return;
    const community = payload.nodes.community[node] ?? 0;
    const list = members.get(community);
    if (list === undefined) members.set(community, [node]);
    else list.push(node);
  });
  return members;
}

interface Picking {
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly opened: ReadonlySet<number>;
  readonly degree: Uint32Array;
  readonly wanted: readonly number[];
}

/** The best connected members of the opened communities, as many as are allowed. */
function pickMembers({ members, opened, degree, wanted }: Picking): { nodes: number[]; left: number } {
  const all = [...opened].flatMap((community) => members.get(community) ?? []);
  all.sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b);
  const kept = new Set([...wanted, ...all.slice(0, MEMBER_LIMIT)]);
  return { nodes: [...kept].sort((a, b) => a - b), left: Math.max(0, all.length - MEMBER_LIMIT) };
}

/** At the middle of its members, weighted by their areas; as large as they are together. */
function toGroup(
  { payload }: Model,
  degree: Uint32Array,
  { community, list }: { community: number; list: number[] },
): Group {
  let area = 0;
  let x = 0;
  let y = 0;
  let head = list[0] ?? 0;
  for (const node of list) {
    const size = payload.nodes.size[node] ?? 1;
    area += size * size;
    x += size * size * (payload.nodes.x[node] ?? 0);
    y += size * size * (payload.nodes.y[node] ?? 0);
    if ((degree[node] ?? 0) > (degree[head] ?? 0)) head = node;
  }
  return { community, members: list.length, head, x: x / area, y: y / area, size: Math.sqrt(area) };
}

/** Circles that would overlap shrink, both by the same part, until they touch. */
function apart(groups: readonly Group[]): Group[] {
  const sizes = groups.map(({ size }) => size);
  groups.forEach((a, i) => {
    for (let j = 0; j < i; j += 1) {
      const b = groups[j];
      if (b === undefined) continue;
      const [mine, other] = [sizes[i] ?? 0, sizes[j] ?? 0];
      const reach = mine + other;
      const distance = Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
      if (distance >= reach || reach === 0) continue;
      sizes[i] = Math.max(0.5, (mine * distance) / reach);
      sizes[j] = Math.max(0.5, (other * distance) / reach);
    }
  });
  return groups.map((group, index) => ({ ...group, size: sizes[index] ?? group.size }));
}

/** What stands for each node in the picture: itself, its community, or nothing. */
function drawnKeys(
  { payload, nodeCount }: Model,
  { groups, nodes }: Pick<LevelScene, 'groups' | 'nodes'>,
): (string | undefined)[] {
  const closed = new Set(groups.map(({ community }) => community));
  const keys: (string | undefined)[] = Array.from({ length: nodeCount }, (_, node) => {
    const community = payload.nodes.community[node] ?? 0;
    return closed.has(community) ? groupKey(community) : undefined;
  });
  for (const node of nodes) keys[node] = nodeKey(node);
  return keys;
}

function gatherEdges(
  { payload, edgeCount }: Model,
  visible: Visible,
  drawn: readonly (string | undefined)[],
) {
  const edges: number[] = [];
  const bundles = new Map<string, Bundle>();
  let leftEdges = 0;
  for (let edge = 0; edge < edgeCount; edge += 1) {
    if (visible.edges[edge] !== 1) continue;
    const source = drawn[payload.edges.source[edge] ?? -1];
    const target = drawn[payload.edges.target[edge] ?? -1];
    if (source === undefined || target === undefined) leftEdges += 1;
    else if (source.startsWith('n') && target.startsWith('n')) {
      if (edges.length < LEVELS_FROM) edges.push(edge);
      else leftEdges += 1;
    } else if (source !== target) bundle(bundles, source < target ? [source, target] : [target, source]);
  }
  return { edges, bundles: [...bundles.values()], leftEdges };
}

function bundle(bundles: Map<string, Bundle>, [source, target]: readonly [string, string]): void {
  const key = `${source} ${target}`;
  bundles.set(key, { source, target, count: (bundles.get(key)?.count ?? 0) + 1 });
}
