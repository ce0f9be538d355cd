import { compareUtf8, sortedBy } from '../core/order.ts';
import type { Evidence } from '../facts/facts.ts';
import type { KnownFact } from '../knowledge/knowledge.ts';

/**
 * The evidence of some facts as compact JSON: an array with one object a piece, by fact, source and evidence id.
 *
 * Keys are sorted and present only where there is a value: `certainty`, `column`, `confidence`, `dateExpression`,
 * `end` and `start` (code points of the stored text, end exclusive), `exact`, `fact`, `negated` (where true),
 * `note`, `qualifiers` (of the fact, on its first piece), `quote`, `row`, `saidBy`, `source`, `status` (where not asserted), `withoutPlace`; of a
 * literal fact also `language`, `relation` and `value`.
 */
export function evidenceText(facts: readonly KnownFact[]): string {
  const pieces: string[] = [];
  for (const fact of sortedBy(facts, (one) => one.id)) {
    byPlace(fact.evidence).forEach((evidence, i) => {
      pieces.push(JSON.stringify(piece(fact, evidence, i === 0)));
    });
  }
  return `[${pieces.join(',')}]`;
}

/** Undefined values are left out by `JSON.stringify`; the keys stand in byte order. */
function piece(fact: KnownFact, evidence: Evidence, isFirst: boolean): object {
  const literal = fact.object.kind === 'literal' ? fact.object.literal : undefined;
  return {
    certainty: evidence.certainty,
    column: evidence.column,
    confidence: evidence.confidence,
    dateExpression: evidence.dateExpression,
    end: evidence.anchor?.end,
    exact: evidence.anchor?.exact,
    fact: fact.id,
    language: literal?.language,
    negated: fact.negated ? true : undefined,
    note: evidence.note,
    qualifiers: isFirst ? qualifierTexts(fact) : undefined,
    quote: evidence.quote,
    relation: literal && fact.relation,
    row: evidence.row,
    saidBy: evidence.saidBy,
    source: evidence.source,
    start: evidence.anchor?.start,
    status: fact.status === 'asserted' ? undefined : fact.status,
    value: literal?.text,
    withoutPlace: evidence.withoutPlace,
  };
}

/** An object without a prototype, since a qualifier may have the name of one of its members. */
function qualifierTexts(fact: KnownFact): Record<string, string[]> | undefined {
  if (fact.qualifiers.size === 0) return undefined;
  const texts: Record<string, string[]> = Object.create(null);
  for (const name of [...fact.qualifiers.keys()].sort(compareUtf8)) {
    texts[name] = (fact.qualifiers.get(name) ?? []).map((literal) => literal.text);
  }
  return texts;
}

function byPlace(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  return [...evidence].sort((a, b) => compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id));
}
