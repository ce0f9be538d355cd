/** Pieces of evidence, with Web Annotation selectors. No blank nodes: selectors have IRIs of their own. */
import type { Evidence } from '../../facts/facts.ts';
import { XSD } from '../../ontology/namespaces.ts';
import type { Collector, SubjectGroup } from './groups.ts';
import type { Scope } from './profile.ts';
import type { LiteralTerm } from './terms.ts';
import { textTerm } from './values.ts';
import type { Predicate } from './vocabulary.ts';

type TextPart = 'column' | 'dateExpression' | 'note' | 'row' | 'withoutPlace';

/** The evidence, its position selector and its quote selector, in byte order of their IRIs. */
export function describeEvidence(scope: Scope, evidence: Evidence): readonly SubjectGroup[] {
  const { group, mint, vocabulary } = scope;
  const position = describePosition(scope, evidence);
  const quote = describeQuote(scope, evidence);
  for (const { subject } of position) group.add(vocabulary.own.hasSelector, subject);
  for (const { subject } of quote) group.add(vocabulary.own.hasSelector, subject);
  addReading(scope, group, evidence);
  const reading = group.build(mint.evidence(evidence.source, evidence.id));
  return position.length + quote.length === 0 ? reading : [...position, ...quote, ...reading];
}

function addReading(scope: Scope, group: Collector, evidence: Evidence): void {
  const { mint, gate, vocabulary } = scope;
  const { own, things, certainties } = vocabulary;
  const source = mint.source(evidence.source);
  const text = (predicate: Predicate | undefined, part: TextPart) => {
    const value = evidence[part];
    if (value !== undefined) group.add(predicate, textTerm(gate, value, { origin: evidence.origin, part }));
  };
  group.add(own.type, things.SpecificResource);
  group.add(own.type, things.Evidence);
  group.add(own.hasSource, source);
  group.add(own.wasDerivedFrom, source);
  group.add(own.certainty, certainties.get(evidence.certainty));
  group.add(own.quote, quoteTerm(scope, evidence));
  text(own.dateExpression, 'dateExpression');
  text(own.note, 'note');
  text(own.withoutPlace, 'withoutPlace');
  text(own.row, 'row');
  text(own.column, 'column');
  if (evidence.saidBy !== undefined) group.add(own.saidBy, mint.entity(evidence.saidBy));
  if (evidence.confidence === undefined) return;
  const at = { origin: evidence.origin, part: 'confidence' };
  group.add(own.confidence, gate.typed({ datatype: 'decimal', text: evidence.confidence }, at));
}

/** The quote in the language of its source. */
function quoteTerm(scope: Scope, evidence: Evidence): LiteralTerm | undefined {
  if (evidence.quote === undefined) return undefined;
  const language = scope.knowledge.sources.get(evidence.source)?.language;
  return textTerm(scope.gate, evidence.quote, { origin: evidence.origin, part: 'quote' }, language);
}

/** Web Annotation Data Model 4.2.5: offsets in characters of the source text. */
function describePosition(scope: Scope, evidence: Evidence): readonly SubjectGroup[] {
  const { anchor } = evidence;
  if (!anchor) return [];
  const { own, things } = scope.vocabulary;
  const { group } = scope;
  group.add(own.type, things.TextPositionSelector);
  group.add(own.start, offsetTerm(scope, evidence, anchor.start));
  group.add(own.end, offsetTerm(scope, evidence, anchor.end));
  return group.build(scope.mint.selector(evidence.source, evidence.id, 'position'));
}

function offsetTerm(scope: Scope, evidence: Evidence, offset: number): LiteralTerm | undefined {
  const at = { origin: evidence.origin, part: 'quote' };
  return scope.gate.literal(String(offset), { datatype: `${XSD}nonNegativeInteger` }, at);
}

/** Web Annotation Data Model 4.2.4. A quote that is not anchored yet has no prefix and suffix. */
function describeQuote(scope: Scope, evidence: Evidence): readonly SubjectGroup[] {
  const { own, things } = scope.vocabulary;
  const { anchor, quote } = evidence;
  const words = anchor?.exact ?? quote;
  const at = { origin: evidence.origin, part: 'quote' };
  // A refused quote is reported once, with fw:quote.
  const gate = words === quote ? scope.quietGate : scope.gate;
  const exact = words === undefined ? undefined : textTerm(gate, words, at);
  if (exact === undefined) return [];
  const { group } = scope;
  group.add(own.type, things.TextQuoteSelector);
  group.add(own.exact, exact);
  if (anchor && anchor.prefix !== '') group.add(own.prefix, textTerm(scope.gate, anchor.prefix, at));
  if (anchor && anchor.suffix !== '') group.add(own.suffix, textTerm(scope.gate, anchor.suffix, at));
  return group.build(scope.mint.selector(evidence.source, evidence.id, 'quote'));
}
