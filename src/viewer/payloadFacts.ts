/** Facts and their evidence as the page carries them: names and labels in words, everything else by index. */
import { isolated } from '../core/bidi.ts';
import type { EntityId, FactId, SourceId } from '../core/ids.ts';
import { isWebLink } from '../core/iri.ts';
import type { Evidence, Literal, Source } from '../facts/facts.ts';
import type { CompanionFinder } from '../graph/companions.ts';
import { known } from '../graph/terms.ts';
import type { Knowledge, KnownFact } from '../knowledge/knowledge.ts';
import { certaintyOf } from '../knowledge/merge.ts';
import type { PayloadEvidence, PayloadFact, PayloadSource } from './payload.ts';
import { companionsOf } from './selection.ts';
import type { Years } from './years.ts';

/** Where things stand in the tables of the payload. */
export interface Places {
  readonly knowledge: Knowledge;
  readonly companions: CompanionFinder;
  readonly node: ReadonlyMap<EntityId, number>;
  readonly fact: ReadonlyMap<FactId, number>;
  readonly source: ReadonlyMap<SourceId, number>;
}

/** A fact with all its evidence, and what must be shown beside it. */
export function payloadFact(places: Places, fact: KnownFact, years: Years | undefined): PayloadFact {
  const { id, subject, relation, status, negated, notPlain, reasons, evidence } = fact;
  const [start, end] = [joinedDates(fact, 'startDate'), joinedDates(fact, 'endDate')];
  return {
    id,
    subject: known(places.node, subject),
    relation: places.knowledge.ontology.relations.get(relation)?.label ?? relation,
    object: objectOf(places, fact),
    status,
    negated,
    certainty: certaintyOf(evidence),
    ...(notPlain !== undefined && { notPlain }),
    ...(reasons.length > 1 && { reasons }),
    ...(fact.disputed && { disputedBy: indexes(places, fact.disputedBy) }),
    ...beside(places, fact),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(years && { years }),
    qualifiers: qualifiersOf(places, fact),
    evidence: evidence.map((piece) => payloadEvidence(places, piece)),
  };
}

function objectOf({ knowledge, node }: Places, { object }: KnownFact): PayloadFact['object'] {
  switch (object.kind) {
    case 'entity':
      return { node: known(node, object.id) };
    case 'literal': {
      const { datatype, text, language } = object.literal;
      return {
        value: literalText(knowledge, object.literal),
        ...(language !== undefined && { language }),
        ...(datatype === 'iri' && isWebLink(text) && { url: text }),
      };
    }
    case 'unknown':
    case 'none':
      return { missing: object.kind };
  }
}

/** The label of a concept, any other value as it is written. */
function literalText({ ontology }: Knowledge, { text, list }: Literal): string {
  return (list === undefined ? undefined : ontology.lists.get(list)?.concepts.get(text)?.label) ?? text;
}

/** Where sources differ on a date, all that they say. */
function joinedDates({ qualifiers }: KnownFact, name: string): string | undefined {
  return qualifiers
    .get(name)
    ?.map(({ text }) => text)
    .join(' or ');
}

function qualifiersOf({ knowledge }: Places, { qualifiers }: KnownFact): PayloadFact['qualifiers'] {
  return [...qualifiers].flatMap(([name, values]) => {
    if (name === 'startDate' || name === 'endDate') return [];
    const label = knowledge.ontology.qualifiers.get(name)?.label ?? name;
    return values.map((value) => [label, literalText(knowledge, value)] as const);
  });
}

function beside(places: Places, fact: KnownFact): Pick<PayloadFact, 'showWith'> {
  const found = companionsOf(places.knowledge, places.companions, fact);
  return found ? { showWith: { texts: found.texts, facts: indexes(places, found.facts) } } : {};
}

/** Those that the page carries. */
function indexes({ fact }: Places, ids: readonly FactId[]): number[] {
  return ids.flatMap((id) => fact.get(id) ?? []);
}

function payloadEvidence({ knowledge, source }: Places, piece: Evidence): PayloadEvidence {
  const { saidBy, note, dateExpression, certainty, confidence, withoutPlace } = piece;
  const quote = piece.quote ?? piece.anchor?.exact;
  const place = placeOf(piece);
  return {
    source: known(source, piece.source),
    ...(quote !== undefined && { quote }),
    ...(place !== undefined && { place }),
    ...(saidBy !== undefined && { saidBy: knowledge.entities.get(saidBy)?.name ?? saidBy }),
    ...(note !== undefined && { note }),
    ...(dateExpression !== undefined && { dateExpression }),
    certainty,
    ...(confidence !== undefined && { confidence }),
    ...(withoutPlace !== undefined && { withoutPlace }),
  };
}

/** Where in the source: in the text, or in a table. */
function placeOf({ anchor, row, column }: Evidence): string | undefined {
  if (anchor) return `characters ${anchor.start}–${anchor.end}`;
  if (row === undefined) return undefined;
  return column === undefined ? `row ${row}` : `row ${row}, column ${isolated(String(column))}`;
}

export function payloadSource(source: Source): PayloadSource {
  const { id, title, publisher, author, published, url, licence } = source;
  return {
    id,
    title: title ?? id,
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && isWebLink(url) && { url }),
    ...(licence !== undefined && { licence }),
  };
}
