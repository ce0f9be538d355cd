import type { EntityId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Entity, Literal } from '../facts/facts.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { DatasetInfo, KnownEntity, KnownFact } from './knowledge.ts';

/**
 * The display name of an entity: the editor's label, in the language of its file or else of the data set, else the best of its name facts, else its id.
 *
 * Best is, in this order: plain, in the language of the data set, without qualifiers, with more readings, shorter,
 * smaller in byte order.
 */
export function namedEntity(entity: Entity, names: readonly KnownFact[], dataset: DatasetInfo): KnownEntity {
  if (entity.label !== undefined) {
    const language = entity.labelLanguage ?? dataset.language;
    return { ...entity, name: entity.label, ...(language !== undefined && { nameLanguage: language }) };
  }
  const best = names.flatMap((fact) => nameOf(fact)).sort((a, b) => compareNames(a, b, dataset))[0];
  if (!best) return { ...entity, name: entity.id };
  const { text, language } = best.literal;
  return { ...entity, name: text, ...(language !== undefined && { nameLanguage: language }) };
}

/** The names of the relations whose facts name their subject. */
export function namingRelations(ontology: Ontology): ReadonlySet<string> {
  const naming = [...ontology.relations.values()].filter(
    (relation) => relation.kind === 'property' && relation.isName,
  );
  return new Set(naming.map((relation) => relation.name));
}

/** The facts that name entities, by the entity. */
export function namesBySubject(
  facts: readonly KnownFact[],
  ontology: Ontology,
): ReadonlyMap<EntityId, readonly KnownFact[]> {
  const naming = namingRelations(ontology);
  const names = new Map<EntityId, KnownFact[]>();
  for (const fact of facts) {
    if (!naming.has(fact.relation)) continue;
    const known = names.get(fact.subject);
    if (known) known.push(fact);
    else names.set(fact.subject, [fact]);
  }
  return names;
}

/** A planned or reported name is better than an id; one that is denied or rejected is none. */
export function canName({ object, reasons }: KnownFact): boolean {
  return object.kind === 'literal' && !reasons.includes('negated') && !reasons.includes('rejected');
}

interface Name {
  readonly fact: KnownFact;
  readonly literal: Literal;
}

function nameOf(fact: KnownFact): Name[] {
  return fact.object.kind === 'literal' && canName(fact) ? [{ fact, literal: fact.object.literal }] : [];
}

function compareNames(a: Name, b: Name, dataset: DatasetInfo): number {
  const foreign = (name: Name) => Number(name.literal.language !== dataset.language);
  const unsure = (name: Name) => Number(name.fact.notPlain !== undefined);
  return (
    unsure(a) - unsure(b) ||
    foreign(a) - foreign(b) ||
    a.fact.qualifiers.size - b.fact.qualifiers.size ||
    b.fact.readings - a.fact.readings ||
    a.literal.text.length - b.literal.text.length ||
    compareUtf8(a.literal.text, b.literal.text)
  );
}
