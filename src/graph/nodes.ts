import type { EntityId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Literal } from '../facts/facts.ts';
import { topicQualifiers } from '../facts/identity.ts';
import type { Knowledge, KnownEntity } from '../knowledge/knowledge.ts';
import type { Property } from '../ontology/ontology.ts';
import { Columns } from './columns.ts';
import { earliestOf, yearOf } from './dates.ts';
import { evidenceText } from './evidence.ts';
import type { LiteralFact } from './select.ts';
import { known } from './terms.ts';
import { distinctTexts } from './texts.ts';
import type { AttributeColumn, GraphNodes } from './view.ts';

/** The nodes of the view before it is known how they are linked. */
export type UnmeasuredNodes = Omit<GraphNodes, 'degree' | 'weightedDegree' | 'community'>;

/** One node an entity, in byte order of the ids, with the literal facts as attributes; none for those of `without`. */
export function buildNodes(
  knowledge: Knowledge,
  { literals, without }: { literals: readonly LiteralFact[]; without: ReadonlySet<EntityId> },
): UnmeasuredNodes {
  const { dataset, entities, ontology } = knowledge;
  const shown = [...entities.values()].filter(({ id }) => !without.has(id));
  const nodes = shown.sort((a, b) => compareUtf8(a.id, b.id));
  const classes = nodes.map((entity) => known(ontology.classes, entity.class));
  return {
    count: nodes.length,
    id: nodes.map((entity) => entity.id),
    label: nodes.map((entity) => entity.name),
    kind: nodes.map((entity) => entity.class),
    lineage: classes.map((one) => one.lineage),
    iri: nodes.map((entity) => dataset.base + entity.id),
    colour: classes.map((one) => one.colour),
    attributes: nodeAttributes(knowledge, nodes, literals),
  };
}

function nodeAttributes(
  knowledge: Knowledge,
  nodes: readonly KnownEntity[],
  literals: readonly LiteralFact[],
): AttributeColumn[] {
  const columns = new Columns(nodes.length);
  const bySubject = groupBySubject(literals);
  nodes.forEach((entity, node) => {
    const own = bySubject.get(entity.id);
    if (!own) return;
    for (const group of byAttribute(knowledge, own)) putGroup(columns, { node, label: entity.name }, group);
    const facts = own.map((one) => one.fact);
    if (facts.some((fact) => fact.disputed)) columns.put('disputed', node, true);
    columns.put('evidence', node, evidenceText(facts));
  });
  return columns.finish();
}

function groupBySubject(literals: readonly LiteralFact[]): Map<EntityId, LiteralFact[]> {
  const groups = new Map<EntityId, LiteralFact[]>();
  for (const one of literals) {
    const group = groups.get(one.fact.subject);
    if (group) group.push(one);
    else groups.set(one.fact.subject, [one]);
  }
  return groups;
}

interface Group {
  readonly property: Property;
  /** Tells the group's column from others; the name may be the same where letters of the values have no place. */
  readonly key: string;
  readonly name: string;
  /** Why its facts are not plain, as the end of a name. */
  readonly suffix: string;
  readonly members: LiteralFact[];
}

/**
 * Values of one property, one standing and the same discriminating qualifiers: a planned date never stands among
 * asserted ones, nor a sum in one currency among those in another.
 */
function byAttribute(knowledge: Knowledge, literals: readonly LiteralFact[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const one of literals) {
    const { relation, reasons } = one.fact;
    const property = propertyOf(knowledge, relation);
    const qualifiers = topicQualifiers(one.fact, property);
    const key = JSON.stringify([
      relation,
      reasons,
      qualifiers.map(([name, values]) => [name, textsOf(values)]),
    ]);
    const known = groups.get(key);
    if (known) known.members.push(one);
    else {
      const values = qualifiers.flatMap(([, some]) => textsOf(some)).map(plainWord);
      const suffix = reasons.map((reason) => `_${reason}`).join('');
      const name = [relation, ...values].join('_') + suffix;
      groups.set(key, { property, key, name, suffix, members: [one] });
    }
  }
  return groups.values();
}

function textsOf(values: readonly Literal[]): string[] {
  return values.map((value) => value.text);
}

/** Many clients allow only such letters in the name of an attribute. */
function plainWord(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/gu, '_');
}

function propertyOf(knowledge: Knowledge, name: string): Property {
  const relation = known(knowledge.ontology.relations, name);
  if (relation.kind !== 'property') throw new Error(`a literal as object of the link ${name}`);
  return relation;
}

function putGroup(columns: Columns, at: { node: number; label: string }, group: Group): void {
  const { property, key, name, suffix, members } = group;
  const texts = distinctTexts(members.map((one) => one.literal));
  if (property.isName) {
    putNames(columns, at, { texts, suffix });
    return;
  }
  const { datatype, functional } = property;
  columns.putTexts({ name, key }, at.node, { texts, datatype, list: !functional });
  if (datatype !== 'date') return;
  const year = yearOf(earliestOf(texts), 'start');
  if (year !== undefined) columns.putDerived({ name: `${name}_year`, key }, at.node, year);
}

/** The display name is the node's label already. */
function putNames(
  columns: Columns,
  { node, label }: { node: number; label: string },
  { texts, suffix }: { texts: readonly string[]; suffix: string },
): void {
  const others = suffix === '' ? texts.filter((text) => text !== label) : texts;
  if (others.length > 0) columns.put(`alias${suffix}`, node, others);
}
