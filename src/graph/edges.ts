import { compareUtf8, sortedBy } from '../core/order.ts';
import { CERTAINTIES, type Certainty, type Literal } from '../facts/facts.ts';
import { type Knowledge, type KnownFact, REASONS } from '../knowledge/knowledge.ts';
import { certaintyOf } from '../knowledge/merge.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Bundle, bundleFacts, type Connection, compareBundles, type Nodes } from './bundles.ts';
import { Columns } from './columns.ts';
import { type CompanionFinder, companionFinder } from './companions.ts';
import { earliestOf, latestOf, yearOf } from './dates.ts';
import { deriveBundles } from './derived.ts';
import { evidenceText } from './evidence.ts';
import type { FlatEvent } from './flatten.ts';
import type { LinkFact } from './select.ts';
import { known, type LinkTerm, linkTerms } from './terms.ts';
import { distinct, distinctTexts } from './texts.ts';
import type { GraphEdges } from './view.ts';

/** The qualifiers of every ontology that bound the time of a fact; an event's own dates are properties of these names. */
const START = 'startDate';
const END = 'endDate';

interface Input extends Omit<Nodes, 'terms'> {
  readonly knowledge: Knowledge;
  readonly links: readonly LinkFact[];
  /** The events that edges stand for. */
  readonly events: readonly FlatEvent[];
}

/** The edges of the view with their attributes. */
export function buildEdges(input: Input): GraphEdges {
  const { knowledge, links, events } = input;
  const nodes = { ...input, terms: linkTerms(knowledge.ontology) };
  const bundles = [...bundleFacts({ ...nodes, links }), ...deriveBundles(events, nodes)].sort(compareBundles);
  const columns = new Columns(bundles.length);
  const companions = companionFinder(knowledge);
  bundles.forEach((bundle, edge) => {
    const own = ownFacts(bundle);
    const shown = own.length === 0 ? bundle.facts : [...bundle.facts, ...own];
    putStanding(columns, edge, { bundle, shown });
    putPeriod(columns, edge, membersOf(bundle));
    putQualifiers({ columns, ontology: knowledge.ontology }, edge, bundle.facts);
    putCompanions({ columns, companions, terms: nodes.terms }, edge, bundle);
    if (bundle.connections) putEvents({ columns, terms: nodes.terms }, edge, { bundle, own });
    columns.put('evidence', edge, evidenceText(shown));
  });
  return {
    count: bundles.length,
    id: bundles.map((one) => one.id),
    source: Uint32Array.from(bundles, (one) => one.source),
    target: Uint32Array.from(bundles, (one) => one.target),
    kind: bundles.map((one) => one.term.kind),
    label: bundles.map(labelOf),
    predicate: bundles.map((one) => one.term.predicate),
    colour: bundles.map((one) => (one.standing.reasons.length === 0 ? one.term.colour : NOT_PLAIN_COLOUR)),
    weight: Float64Array.from(bundles, (one) => (one.connections ?? one.facts).length),
    symmetric: Uint8Array.from(bundles, (one) => (one.term.symmetric ? 1 : 0)),
    attributes: columns.finish(),
  };
}

/** The colour of edges that are not plain, whatever their relation. */
const NOT_PLAIN_COLOUR = '#bbbbbb';

/** «owned (attributed, negated)»: an edge that is not plain says so wherever only its label is shown. */
function labelOf({ standing: { reasons }, term: { label } }: Bundle): string {
  return reasons.length === 0 ? label : `${label} (${reasons.join(', ')})`;
}

/** What the events of a derived edge say themselves, distinct, by id in byte order. */
function ownFacts({ connections = [] }: Bundle): readonly KnownFact[] {
  const own = connections.flatMap(({ event }) => event.literals.map(({ fact }) => fact));
  return sortedBy(new Map(own.map((fact) => [fact.id, fact])).values(), (fact) => fact.id);
}

/** What kind of claim the edge is, and who makes it; `shown` are its facts and those of its events. */
function putStanding(
  columns: Columns,
  edge: number,
  { bundle, shown }: { bundle: Bundle; shown: readonly KnownFact[] },
): void {
  const { status, negated, reasons } = bundle.standing;
  columns.put(
    'facts',
    edge,
    bundle.facts.map((fact) => fact.id),
  );
  columns.put('status', edge, status);
  if (negated) columns.put('negated', edge, true);
  if (reasons.length > 0) columns.put('notPlain', edge, reasons);
  if (shown.some((fact) => fact.disputed)) columns.put('disputed', edge, true);
  columns.put('certainty', edge, certaintyOfBundle(bundle));
  const sources = distinct(shown.flatMap((fact) => fact.evidence.map((piece) => piece.source)));
  if (sources.length > 0) columns.put('sources', edge, sources);
}

/** The best of its facts, as of evidence in a fact; a connection is as certain as the worse of its two. */
function certaintyOfBundle({ facts, connections }: Bundle): Certainty {
  const certainties = connections?.map(worseCertainty) ?? facts.map((fact) => certaintyOf(fact.evidence));
  return CERTAINTIES.find((certainty) => certainties.includes(certainty)) ?? 'certain';
}

function worseCertainty({ facts }: Connection): Certainty {
  const [a, b] = facts.map((fact) => CERTAINTIES.indexOf(certaintyOf(fact.evidence)));
  return CERTAINTIES[Math.max(a ?? 0, b ?? 0)] ?? 'certain';
}

/** What bounds the time of an edge: the dates of a fact, or of a connection, under the name of a qualifier. */
type Member = (qualifier: string) => readonly Literal[];

function membersOf({ facts, connections }: Bundle): readonly Member[] {
  if (!connections) return facts.map((fact) => (qualifier) => fact.qualifiers.get(qualifier) ?? []);
  return connections.map((connection) => (qualifier) => datesOf(connection, qualifier));
}

/** Those that its facts give; where there are none, those that are plainly said of the event itself. */
function datesOf({ facts, event }: Connection, qualifier: string): readonly Literal[] {
  const given = facts.flatMap((fact) => fact.qualifiers.get(qualifier) ?? []);
  if (given.length > 0) return given;
  return event.literals.flatMap(({ fact, literal }) =>
    fact.relation === qualifier && literal.datatype === 'date' && fact.notPlain === undefined ? literal : [],
  );
}

/**
 * The time from the first start to the last end of the edge's members. A bound is left out where any of them lacks
 * it: the edge then has none that is known. Dates that `start` and `end` leave unsaid stand under their own names.
 */
function putPeriod(columns: Columns, edge: number, members: readonly Member[]): void {
  const bounds = [
    { qualifier: START, name: 'start', pick: earliestOf },
    { qualifier: END, name: 'end', pick: latestOf },
  ] as const;
  for (const { qualifier, name, pick } of bounds) {
    const dates = members.map((member) => member(qualifier));
    const texts = distinctTexts(dates.flat());
    if (texts.length === 0) continue;
    const complete = dates.every((some) => some.length > 0);
    if (complete) {
      const text = pick(texts);
      columns.put(name, edge, text);
      const year = yearOf(text, name);
      if (year !== undefined) columns.put(`${name}_year`, edge, year);
    }
    if (!complete || texts.length > 1)
      columns.putTexts({ name: qualifier, key: qualifier }, edge, { texts, datatype: 'date' });
  }
}

function putQualifiers(
  { columns, ontology }: { columns: Columns; ontology: Ontology },
  edge: number,
  facts: readonly KnownFact[],
): void {
  const names = new Set<string>();
  for (const fact of facts) for (const name of fact.qualifiers.keys()) names.add(name);
  for (const name of names) {
    if (name === START || name === END) continue;
    const datatype = ontology.qualifiers.get(name)?.datatype ?? 'string';
    columns.putTexts({ name, key: name }, edge, { texts: distinctTexts(valuesOf(facts, name)), datatype });
  }
}

function putCompanions(
  {
    columns,
    companions,
    terms,
  }: { columns: Columns; companions: CompanionFinder; terms: ReadonlyMap<string, LinkTerm> },
  edge: number,
  { facts }: Bundle,
): void {
  const found = facts.flatMap((fact) => companions(known(terms, fact.relation).link, fact.subject) ?? []);
  if (found.length === 0) return;
  columns.put('showWith', edge, distinct(found.flatMap((one) => one.texts)));
  columns.put('showWithFacts', edge, distinct(found.flatMap((one) => one.facts)));
}

/**
 * That the edge is derived, and from what: `via` the events by id in byte order, `viaLabel` their names in the same
 * order, `viaFacts` what they say of themselves, `viaNotPlain` why some of that is not plain, `viaPredicates` the two relations from source to target.
 */
function putEvents(
  { columns, terms }: { columns: Columns; terms: ReadonlyMap<string, LinkTerm> },
  edge: number,
  { bundle: { connections = [] }, own }: { bundle: Bundle; own: readonly KnownFact[] },
): void {
  const events = new Map(connections.map(({ event: { entity } }) => [entity.id, entity.name]));
  const sorted = [...events].sort(([a], [b]) => compareUtf8(a, b));
  const [first] = connections;
  columns.put('derived', edge, true);
  columns.put(
    'via',
    edge,
    sorted.map(([id]) => id),
  );
  columns.put(
    'viaLabel',
    edge,
    sorted.map(([, name]) => name),
  );
  if (own.length > 0)
    columns.put(
      'viaFacts',
      edge,
      own.map(({ id }) => id),
    );
  const reasons = new Set(own.flatMap((fact) => fact.reasons));
  const notPlain = REASONS.filter((reason) => reasons.has(reason));
  if (notPlain.length > 0) columns.put('viaNotPlain', edge, notPlain);
  if (first)
    columns.put(
      'viaPredicates',
      edge,
      first.facts.map(({ relation }) => known(terms, relation).predicate),
    );
}

function* valuesOf(facts: readonly KnownFact[], qualifier: string): Iterable<Literal> {
  for (const fact of facts) yield* fact.qualifiers.get(qualifier) ?? [];
}
