import { hashOf } from '../core/ids.ts';
import { sortedBy } from '../core/order.ts';
import { STATUSES } from '../facts/facts.ts';
import { REASONS } from '../knowledge/knowledge.ts';
import { FW } from '../ontology/namespaces.ts';
import { type Bundle, type Connection, type Nodes, type Standing, standingParts } from './bundles.ts';
import type { FlatEvent, Spoke } from './flatten.ts';
import { type EdgeTerm, known, type LinkTerm } from './terms.ts';

/** The predicate of all derived edges: no relation of an ontology says what they say. */
const DERIVED = `${FW}connection`;

/** Which way the edge between an end and its event would run, were the event a node. */
type Role = 'into' | 'out-of';

/** A spoke with what it says about the direction of edges. */
interface Arm {
  readonly spoke: Spoke;
  readonly term: LinkTerm;
  readonly role: Role;
  /** The node of its end. */
  readonly node: number;
}

/** The connections of one edge. */
interface Draft {
  readonly from: Arm;
  readonly to: Arm;
  readonly standing: Standing;
  readonly connections: Connection[];
}

/**
 * The edges that stand for flattened events: one for each pair of facts with different ends, where parallel ones are
 * aggregated one for each pair of ends, relations and standing.
 *
 * The edge runs as one would walk through the event: from the end whose edge would lead into the event to the one
 * that the event's edge would lead to. Where both lead into it, or both out of it, it runs from the end whose edge
 * kind comes first in byte order; of the same relation it is symmetric, from the node that comes first.
 */
export function deriveBundles(events: readonly FlatEvent[], nodes: Nodes): Bundle[] {
  const drafts = new Map<string, Draft>();
  for (const event of events) {
    const arms = event.spokes.map((spoke) => armOf(spoke, nodes));
    arms.forEach((one, i) => {
      for (const other of arms.slice(i + 1)) if (one.node !== other.node) add(drafts, event, [one, other]);
    });
  }
  return nodes.parallel === 'aggregate'
    ? [...drafts.values()].map((draft) => bundleOf(draft, nodes))
    : [...drafts.values()].flatMap((draft) =>
        draft.connections.map((connection) => bundleOf({ ...draft, connections: [connection] }, nodes)),
      );
}

function armOf(spoke: Spoke, { terms, nodeIndex }: Nodes): Arm {
  const { fact, end } = spoke;
  const term = known(terms, fact.relation);
  const leadsIn = term.symmetric || (fact.subject === end) !== term.link.reversed;
  return { spoke, term, role: leadsIn ? 'into' : 'out-of', node: known(nodeIndex, end) };
}

function add(drafts: Map<string, Draft>, event: FlatEvent, pair: readonly [Arm, Arm]): void {
  const [from, to] = directed(pair);
  const standing = worseOf(from.spoke.fact, to.spoke.fact);
  const { status, negated, reasons } = standing;
  const sides = [from, to].map(({ node, term, role }) => `${node} ${term.rank} ${role}`);
  const key = [...sides, status, negated, ...reasons].join(' ');
  const connection: Connection = { event, facts: [from.spoke.fact, to.spoke.fact] };
  const draft = drafts.get(key);
  if (draft) draft.connections.push(connection);
  else drafts.set(key, { from, to, standing, connections: [connection] });
}

function directed([a, b]: readonly [Arm, Arm]): readonly [Arm, Arm] {
  if (a.role !== b.role) return a.role === 'into' ? [a, b] : [b, a];
  return (a.term.rank - b.term.rank || a.node - b.node) < 0 ? [a, b] : [b, a];
}

/** A chain is as strong as its weaker fact. */
function worseOf(a: Standing, b: Standing): Standing {
  return {
    status: STATUSES.indexOf(a.status) < STATUSES.indexOf(b.status) ? b.status : a.status,
    negated: a.negated || b.negated,
    reasons: REASONS.filter((reason) => a.reasons.includes(reason) || b.reasons.includes(reason)),
  };
}

function bundleOf({ from, to, standing, connections }: Draft, { nodeIds, parallel }: Nodes): Bundle {
  const side = ({ node, term, role }: Arm) => [nodeIds[node] ?? '', ...term.idParts, role];
  const parts = ['derived', ...side(from), ...side(to), ...standingParts(standing)];
  if (parallel === 'keep')
    for (const { event, facts } of connections) parts.push(event.entity.id, ...facts.map(({ id }) => id));
  const facts = new Map(connections.flatMap((one) => one.facts).map((fact) => [fact.id, fact]));
  return {
    id: `e-${hashOf(parts)}`,
    source: from.node,
    target: to.node,
    term: termOf(from, to),
    standing,
    facts: sortedBy(facts.values(), (fact) => fact.id),
    connections,
  };
}

/** Kind and label of both relations, from source to target; the colour is that of the first. */
function termOf(from: Arm, to: Arm): EdgeTerm {
  return {
    kind: `${from.term.kind}__${to.term.kind}`,
    label: `${from.term.label} / ${to.term.label}`,
    predicate: DERIVED,
    colour: from.term.colour,
    symmetric: from.role === to.role && from.term === to.term,
  };
}
