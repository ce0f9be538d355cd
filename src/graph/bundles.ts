import type { EntityId } from '../core/ids.ts';
import { hashOf } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import { STATUSES, type Status } from '../facts/facts.ts';
import { type KnownFact, type NotPlainReason, REASONS } from '../knowledge/knowledge.ts';
import type { FlatEvent } from './flatten.ts';
import type { ViewOptions } from './options.ts';
import type { LinkFact } from './select.ts';
import { type EdgeTerm, known, type LinkTerm } from './terms.ts';

/** How far the facts of an edge are plain: the same for all of them, or for all connections. */
export interface Standing {
  readonly status: Status;
  readonly negated: boolean;
  readonly reasons: readonly NotPlainReason[];
}

/** Two facts that connect the ends of a derived edge through an event, in the direction of the edge. */
export interface Connection {
  readonly event: FlatEvent;
  readonly facts: readonly [KnownFact, KnownFact];
}

/** What one edge shows. */
export interface Bundle {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly term: EdgeTerm;
  readonly standing: Standing;
  /** The facts of links, distinct, by id in byte order. */
  readonly facts: readonly KnownFact[];
  /** Of a derived edge only: one for each pair of facts. */
  readonly connections?: readonly Connection[];
}

interface Keys {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly rank: Uint32Array;
  readonly variant: Uint32Array;
}

/** What edges are made with, whichever way. */
export interface Nodes {
  readonly terms: ReadonlyMap<string, LinkTerm>;
  readonly nodeIds: readonly EntityId[];
  readonly nodeIndex: ReadonlyMap<EntityId, number>;
  readonly parallel: ViewOptions['parallel'];
}

interface Input extends Nodes {
  readonly links: readonly LinkFact[];
}

/**
 * The facts of the view bundled into edges, in no order that counts: see `compareBundles`.
 *
 * An edge runs against its fact where the link is reversed; of a symmetric link it runs from the node that comes
 * first in byte order. Bundles are found by sorting typed keys: no string is made for a pair of nodes.
 */
export function bundleFacts(input: Input): Bundle[] {
  const { links, parallel } = input;
  const keys = keysOf(input);
  const order = Uint32Array.from(links, (_, i) => i);
  order.sort(
    (a, b) => compareKeys(keys, a, b) || compareUtf8(links[a]?.fact.id ?? '', links[b]?.fact.id ?? ''),
  );
  const bundles: Bundle[] = [];
  for (let start = 0; start < order.length; ) {
    const first = order[start] ?? 0;
    let end = start + 1;
    if (parallel === 'aggregate') {
      while (end < order.length && compareKeys(keys, first, order[end] ?? 0) === 0) end++;
    }
    bundles.push(bundle(input, keys, order.subarray(start, end)));
    start = end;
  }
  return bundles;
}

function keysOf({ links, terms, nodeIndex }: Input): Keys {
  const make = (): Uint32Array => new Uint32Array(links.length);
  const keys = { source: make(), target: make(), rank: make(), variant: make() };
  links.forEach(({ fact, object }, i) => {
    const { link, rank } = known(terms, fact.relation);
    const from = known(nodeIndex, link.reversed ? object : fact.subject);
    const to = known(nodeIndex, link.reversed ? fact.subject : object);
    const turned = link.symmetric && to < from;
    keys.source[i] = turned ? to : from;
    keys.target[i] = turned ? from : to;
    keys.rank[i] = rank;
    keys.variant[i] = variantOf(fact);
  });
  return keys;
}

/** Status, negation, and the whole set of reasons, one bit each. */
function variantOf(fact: KnownFact): number {
  const standing = STATUSES.indexOf(fact.status) * 2 + (fact.negated ? 1 : 0);
  const reasons = fact.reasons.reduce((bits, reason) => bits | (1 << REASONS.indexOf(reason)), 0);
  return standing * 2 ** REASONS.length + reasons;
}

function compareKeys(keys: Keys, a: number, b: number): number {
  return (
    (keys.source[a] ?? 0) - (keys.source[b] ?? 0) ||
    (keys.target[a] ?? 0) - (keys.target[b] ?? 0) ||
    (keys.rank[a] ?? 0) - (keys.rank[b] ?? 0) ||
    (keys.variant[a] ?? 0) - (keys.variant[b] ?? 0)
  );
}

function bundle(input: Input, keys: Keys, members: Uint32Array): Bundle {
  const { links, terms, nodeIds, parallel } = input;
  const facts: KnownFact[] = [];
  for (const member of members) {
    const one = links[member];
    if (one) facts.push(one.fact);
  }
  const [first] = facts;
  if (!first) throw new Error('an edge without facts');
  const source = keys.source[members[0] ?? 0] ?? 0;
  const target = keys.target[members[0] ?? 0] ?? 0;
  const term = known(terms, first.relation);
  const parts = [nodeIds[source] ?? '', ...term.idParts, nodeIds[target] ?? '', ...standingParts(first)];
  if (parallel === 'keep') parts.push(first.id);
  return { id: `e-${hashOf(parts)}`, source, target, term, standing: first, facts };
}

/** The reasons that neither status nor negation tells. */
const UNTOLD: readonly NotPlainReason[] = ['rejected', 'possible', 'disputed', 'outweighed'];

/** What tells edges of one kind between the same nodes from each other, as parts of an id. */
export function standingParts({ status, negated, reasons }: Standing): string[] {
  return [status, String(negated), ...reasons.filter((reason) => UNTOLD.includes(reason))];
}

/** By source, target, kind and id, all in byte order: the order of the edges of a view. */
export function compareBundles(a: Bundle, b: Bundle): number {
  if (a.source !== b.source) return a.source - b.source;
  if (a.target !== b.target) return a.target - b.target;
  return a.term.kind === b.term.kind ? compareUtf8(a.id, b.id) : compareUtf8(a.term.kind, b.term.kind);
}
