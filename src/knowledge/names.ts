import { compareUtf8 } from '../core/order.ts';
import type { Entity, Literal } from '../facts/facts.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { DatasetInfo, KnownEntity, KnownFact } from './knowledge.ts';

/**
 * The display name of an entity: the editor's label, else the best of its plain name facts, else its id.
 *
 * Best is, in this order: in the language of the data set, without qualifiers, with more readings, shorter,
 * smaller in byte order.
 */
export function namedEntity(entity: Entity, names: readonly KnownFact[], dataset: DatasetInfo): KnownEntity {
  if (entity.label !== undefined) {
    return {
      ...entity,
      name: entity.label,
      ...(dataset.language !== undefined && { nameLanguage: dataset.language }),
    };
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

interface Name {
  readonly fact: KnownFact;
  readonly literal: Literal;
}

function nameOf(fact: KnownFact): Name[] {
  return fact.object.kind === 'literal' && !fact.notPlain ? [{ fact, literal: fact.object.literal }] : [];
}

function compareNames(a: Name, b: Name, dataset: DatasetInfo): number {
  const foreign = (name: Name) => Number(name.literal.language !== dataset.language);
  return (
    foreign(a) - foreign(b) ||
    a.fact.qualifiers.size - b.fact.qualifiers.size ||
    b.fact.readings - a.fact.readings ||
    a.literal.text.length - b.literal.text.length ||
    compareUtf8(a.literal.text, b.literal.text)
  );
}
