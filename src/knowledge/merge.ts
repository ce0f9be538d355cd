import type { Problems } from '../core/diagnostic.ts';
import type { FactId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import {
  CERTAINTIES,
  type Certainty,
  type Evidence,
  type Fact,
  type Literal,
  type Qualifiers,
} from '../facts/facts.ts';
import type { Ontology } from '../ontology/ontology.ts';

/** Each fact once, with the evidence and qualifiers of all its readings, and how many these are where not one. */
export interface Merged {
  readonly facts: readonly Fact[];
  readonly repeated: ReadonlyMap<FactId, number>;
}

/**
 * Merges the readings of each fact: evidence is joined, and so are qualifiers that are not part of the identity.
 * Where sources differ on a qualifier, all values stay and `conflicting-qualifier` says so.
 *
 * The result is sorted by subject, relation, object and id, whatever the order of the input.
 */
export function mergeFacts(facts: readonly Fact[], ontology: Ontology, problems: Problems): Merged {
  const readings = new Map<FactId, Fact | Fact[]>();
  for (const fact of facts) {
    const known = readings.get(fact.id);
    if (known === undefined) readings.set(fact.id, fact);
    else if (Array.isArray(known)) known.push(fact);
    else readings.set(fact.id, [known, fact]);
  }
  const merged: Fact[] = [];
  const repeated = new Map<FactId, number>();
  for (const [id, group] of readings) {
    if (!Array.isArray(group)) merged.push(group);
    else {
      merged.push(mergeReadings(group, ontology, problems));
      repeated.set(id, group.length);
    }
  }
  return { facts: merged.sort(compareFacts), repeated };
}

function mergeReadings(group: readonly Fact[], ontology: Ontology, problems: Problems): Fact {
  const readings = [...group].sort(compareReadings);
  const first = readings[0];
  if (!first) throw new Error('a group of readings is never empty');
  const evidence = new Map(
    readings.flatMap((fact) => fact.evidence).map((piece) => [`${piece.source} ${piece.id}`, piece]),
  );
  const keys = [...evidence.keys()].sort(compareUtf8);
  return {
    ...first,
    qualifiers: mergeQualifiers(readings, ontology, problems),
    evidence: keys.flatMap((key) => evidence.get(key) ?? []),
  };
}

/** An order of readings that does not depend on the order of the input: by evidence, then by qualifiers. */
function compareReadings(a: Fact, b: Fact): number {
  return compareUtf8(readingKey(a), readingKey(b));
}

function readingKey(fact: Fact): string {
  const evidence = fact.evidence.map((piece) => `${piece.source} ${piece.id}`).join(' ');
  return `${evidence} ${[...fact.qualifiers].map(([name, values]) => `${name}=${values.map((v) => v.text).join()}`).join()}`;
}

function mergeQualifiers(readings: readonly Fact[], ontology: Ontology, problems: Problems): Qualifiers {
  const names = new Set(readings.flatMap((fact) => [...fact.qualifiers.keys()]));
  const merged: [string, readonly Literal[]][] = [];
  for (const name of [...names].sort(compareUtf8)) {
    const given = readings.flatMap((fact) =>
      fact.qualifiers.has(name) ? [fact.qualifiers.get(name) ?? []] : [],
    );
    const values = distinctValues(given.flat());
    merged.push([name, values]);
    const differ = given.some((some) => some.length < values.length);
    const fact = readings[0];
    if (!differ || !fact || !ontology.qualifiers.has(name)) continue;
    problems.add(
      'conflicting-qualifier',
      { origin: fact.origin },
      {
        fact: `${fact.subject} ${fact.relation}`,
        qualifier: name,
        values: values.map((value) => value.text),
      },
    );
  }
  return new Map(merged);
}

function distinctValues(values: readonly Literal[]): readonly Literal[] {
  const byKey = new Map(values.map((value) => [`${value.text}\u0000${value.language ?? ''}`, value]));
  return [...byKey.keys()].sort(compareUtf8).flatMap((key) => byKey.get(key) ?? []);
}

/** Subjects and relation names are ASCII, so that `<` is their byte order. */
function compareFacts(a: Fact, b: Fact): number {
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  if (a.relation !== b.relation) return a.relation < b.relation ? -1 : 1;
  return compareUtf8(objectKey(a), objectKey(b)) || (a.id < b.id ? -1 : 1);
}

function objectKey({ object }: Fact): string {
  if (object.kind === 'entity') return object.id;
  return object.kind === 'literal' ? object.literal.text : '';
}

/** The best certainty over the evidence of a fact. */
export function certaintyOf(evidence: readonly Evidence[]): Certainty {
  return (
    CERTAINTIES.find((certainty) => evidence.some((piece) => piece.certainty === certainty)) ?? 'certain'
  );
}
