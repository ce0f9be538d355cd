import type { EntityId } from '../core/ids.ts';
import type { Literal } from '../facts/facts.ts';
import type { Knowledge, KnownFact, NotPlainReason } from '../knowledge/knowledge.ts';
import { certaintyOf } from '../knowledge/merge.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Bundle, bundleFacts } from './bundles.ts';
import { Columns } from './columns.ts';
import { type CompanionFinder, companionFinder } from './companions.ts';
import { earliestOf, latestOf, yearOf } from './dates.ts';
import { evidenceText } from './evidence.ts';
import type { ViewOptions } from './options.ts';
import type { LinkFact } from './select.ts';
import { linkTerms } from './terms.ts';
import { distinct, distinctTexts } from './texts.ts';
import type { GraphEdges } from './view.ts';

/** The qualifiers of every ontology that bound the time of a fact. */
const START = 'startDate';
const END = 'endDate';

interface Input {
  readonly knowledge: Knowledge;
  readonly links: readonly LinkFact[];
  readonly nodeIds: readonly EntityId[];
  readonly nodeIndex: ReadonlyMap<EntityId, number>;
  readonly parallel: ViewOptions['parallel'];
}

/** The edges of the view with their attributes. */
export function buildEdges(input: Input): GraphEdges {
  const { knowledge } = input;
  const bundles = bundleFacts({ ...input, terms: linkTerms(knowledge.ontology) });
  const columns = new Columns(bundles.length);
  const companions = companionFinder(knowledge);
  bundles.forEach((bundle, edge) => {
    putStanding(columns, edge, bundle.facts);
    putPeriod(columns, edge, bundle.facts);
    putQualifiers({ columns, ontology: knowledge.ontology }, edge, bundle.facts);
    putCompanions({ columns, companions }, edge, bundle);
    columns.put('evidence', edge, evidenceText(bundle.facts));
  });
  return {
    count: bundles.length,
    id: bundles.map((one) => one.id),
    source: Uint32Array.from(bundles, (one) => one.source),
    target: Uint32Array.from(bundles, (one) => one.target),
    kind: bundles.map((one) => one.term.link.edgeKind),
    label: bundles.map(labelOf),
    predicate: bundles.map((one) => one.term.link.iri),
    colour: bundles.map((one) => (reasonsOf(one).length === 0 ? one.term.link.colour : NOT_PLAIN_COLOUR)),
    weight: Float64Array.from(bundles, (one) => one.facts.length),
    symmetric: Uint8Array.from(bundles, (one) => (one.term.link.symmetric ? 1 : 0)),
    attributes: columns.finish(),
  };
}

/** The colour of edges that are not plain, whatever their relation. */
const NOT_PLAIN_COLOUR = '#bbbbbb';

/** The facts of an edge are all plain, or all not plain for the same reasons. */
function reasonsOf({ facts }: Bundle): readonly NotPlainReason[] {
  return facts[0]?.reasons ?? [];
}

/** «owned (attributed, negated)»: an edge that is not plain says so wherever only its label is shown. */
function labelOf(bundle: Bundle): string {
  const reasons = reasonsOf(bundle);
  const { edgeLabel } = bundle.term.link;
  return reasons.length === 0 ? edgeLabel : `${edgeLabel} (${reasons.join(', ')})`;
}

/** What kind of claim the edge is, and who makes it. Certainty is the best of its facts, as of evidence in a fact. */
function putStanding(columns: Columns, edge: number, facts: readonly KnownFact[]): void {
  const [first] = facts;
  if (!first) return;
  columns.put(
    'facts',
    edge,
    facts.map((fact) => fact.id),
  );
  columns.put('status', edge, first.status);
  if (first.negated) columns.put('negated', edge, true);
  if (first.reasons.length > 0) columns.put('notPlain', edge, first.reasons);
  if (facts.some((fact) => fact.disputed)) columns.put('disputed', edge, true);
  const evidence = facts.length === 1 ? first.evidence : facts.flatMap((fact) => fact.evidence);
  columns.put('certainty', edge, certaintyOf(evidence));
  const sources = distinct(evidence.map((piece) => piece.source));
  if (sources.length > 0) columns.put('sources', edge, sources);
}

/**
 * The time from the first start to the last end of the edge's facts. A bound is left out where any fact lacks it:
 * the edge then has none that is known. Dates that `start` and `end` leave unsaid stand under their own names.
 */
function putPeriod(columns: Columns, edge: number, facts: readonly KnownFact[]): void {
  const bounds = [
    { qualifier: START, name: 'start', pick: earliestOf },
    { qualifier: END, name: 'end', pick: latestOf },
  ] as const;
  for (const { qualifier, name, pick } of bounds) {
    const texts = distinctTexts(valuesOf(facts, qualifier));
    if (texts.length === 0) continue;
    const complete = facts.every((fact) => fact.qualifiers.has(qualifier));
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
  { columns, companions }: { columns: Columns; companions: CompanionFinder },
  edge: number,
  { term, facts }: Bundle,
): void {
  const found = facts.flatMap((fact) => companions(term.link, fact.subject) ?? []);
  if (found.length === 0) return;
  columns.put('showWith', edge, distinct(found.flatMap((one) => one.texts)));
  columns.put('showWithFacts', edge, distinct(found.flatMap((one) => one.facts)));
}

function* valuesOf(facts: readonly KnownFact[], qualifier: string): Iterable<Literal> {
  for (const fact of facts) yield* fact.qualifiers.get(qualifier) ?? [];
}
