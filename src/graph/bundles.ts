import type { EntityId } from '../core/ids.ts';
import { hashOf } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import { STATUSES } from '../facts/facts.ts';
import { type KnownFact, REASONS } from '../knowledge/knowledge.ts';
import type { ViewOptions } from './options.ts';
import type { LinkFact } from './select.ts';
import { known, type LinkTerm } from './terms.ts';

/** The facts of one edge. */
export interface Bundle {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly term: LinkTerm;
  /** By id in byte order; all with the same status, negation and reasons for not being plain. */
  readonly facts: readonly KnownFact[];
}

interface Keys {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly rank: Uint32Array;
  readonly variant: Uint32Array;
}

interface Input {
  readonly links: readonly LinkFact[];
  readonly terms: ReadonlyMap<string, LinkTerm>;
  readonly nodeIds: readonly EntityId[];
  readonly nodeIndex: ReadonlyMap<EntityId, number>;
  readonly parallel: ViewOptions['parallel'];
}

/**
 * The facts of the view bundled into edges, in byte order of source, target, kind and id.
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
  return bundles.sort(compareBundles);
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
  const parts = [
    nodeIds[source] ?? '',
    ...term.idParts,
    nodeIds[target] ?? '',
    first.status,
    String(first.negated),
  ];
  // The reasons that neither status nor negation tells.
  parts.push(...first.reasons.filter((reason) => reason === 'possible' || reason === 'rejected'));
  if (parallel === 'keep') parts.push(first.id);
  return { id: `e-${hashOf(parts)}`, source, target, term, facts };
}

function compareBundles(a: Bundle, b: Bundle): number {
  return (
    a.source - b.source || a.target - b.target || a.term.kindRank - b.term.kindRank || compareUtf8(a.id, b.id)
  );
}
