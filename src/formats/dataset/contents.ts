/** What the RDF files hold, in the words of VoID. */
import { mintSlug } from '../../core/iri.ts';
import { compareUtf8 } from '../../core/order.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Names } from './names.ts';
import { count, iri, isA, type Resource, type Said, text } from './resource.ts';
import { type DataCounts, entityPattern, type Links } from './statistics.ts';
import { FORMAT, VOID } from './vocabulary.ts';

/** The formats that the W3C has an IRI for. */
const FEATURES: ReadonlyMap<string, string> = new Map([
  ['turtle', 'Turtle'],
  ['trig', 'TriG'],
  ['ntriples', 'N-Triples'],
  ['nquads', 'N-Quads'],
  ['jsonld', 'JSON-LD'],
]);

/** How many entities are named as examples: those with the most facts. */
const EXAMPLES = 3;

/** What is said of the data set itself; `formats` are those of the RDF files. */
export function contentsOf(
  knowledge: Knowledge,
  counts: DataCounts,
  { names, formats }: { readonly names: Names; readonly formats: readonly string[] },
): Said[] {
  const { base } = knowledge.dataset;
  const features = new Set(formats.flatMap((name) => FEATURES.get(name) ?? []));
  const linksets = counts.links.map((links) => linksetIri(links, names));
  return [
    ...isA(`${VOID}Dataset`),
    ...sizes(counts),
    [`${VOID}uriSpace`, text(base)],
    [`${VOID}uriRegexPattern`, text(entityPattern(base))],
    ...[...vocabulariesOf(counts)].map((one): Said => [`${VOID}vocabulary`, iri(one)]),
    ...[...features].map((name): Said => [`${VOID}feature`, iri(FORMAT + name)]),
    ...examplesOf(knowledge).map((id): Said => [`${VOID}exampleResource`, iri(base + id)]),
    ...[...counts.classes.keys()].map(
      (one): Said => [`${VOID}classPartition`, iri(names.term('class', one))],
    ),
    ...[...counts.properties.keys()].map(
      (one): Said => [`${VOID}propertyPartition`, iri(names.term('property', one))],
    ),
    ...linksets.map((one): Said => [`${VOID}subset`, iri(one)]),
  ];
}

function sizes(counts: DataCounts): Said[] {
  return [
    [`${VOID}triples`, count(counts.triples)],
    [`${VOID}entities`, count(counts.entities)],
    [`${VOID}distinctSubjects`, count(counts.subjects)],
    [`${VOID}distinctObjects`, count(counts.objects)],
    [`${VOID}classes`, count(counts.classes.size)],
    [`${VOID}properties`, count(counts.properties.size)],
  ];
}

/** The members of each class and the triples of each property. */
export function partitionsOf({ classes, properties }: DataCounts, names: Names): Resource[] {
  return [
    ...inByteOrder(classes).map(([one, members]) => ({
      iri: names.term('class', one),
      says: [...isA(`${VOID}Dataset`), part('class', iri(one)), part('entities', count(members))],
    })),
    ...inByteOrder(properties).map(([one, triples]) => ({
      iri: names.term('property', one),
      says: [...isA(`${VOID}Dataset`), part('property', iri(one)), part('triples', count(triples))],
    })),
  ];
}

/** The links to each other data set, which is known by what its IRIs begin with. */
export function linksetsOf({ links }: DataCounts, names: Names): Resource[] {
  const targets = new Set(links.map(({ target }) => target));
  return [
    ...links.map((one) => ({
      iri: linksetIri(one, names),
      says: [
        ...isA(`${VOID}Linkset`),
        part('subjectsTarget', iri(names.dataset)),
        part('objectsTarget', iri(targetIri(one.target, names))),
        part('linkPredicate', iri(one.predicate)),
        part('triples', count(one.triples)),
      ],
    })),
    ...[...targets].map((target) => ({
      iri: targetIri(target, names),
      says: [...isA(`${VOID}Dataset`), part('uriSpace', text(target))],
    })),
  ];
}

function part(name: string, value: Said[1]): Said {
  return [VOID + name, value];
}

function linksetIri({ predicate, target }: Links, names: Names): string {
  return `${names.term('links', predicate)}-${mintSlug(target)}`;
}

function targetIri(target: string, names: Names): string {
  return names.of(`target-${mintSlug(target)}`);
}

/** The namespaces of all classes and properties in use: what stands before the local name. */
function vocabulariesOf({ classes, properties }: DataCounts): Set<string> {
  const terms = [...classes.keys(), ...properties.keys()];
  return new Set(terms.flatMap((term) => /^.*[/#]/s.exec(term)?.[0] ?? []));
}

function examplesOf({ entities, facts }: Knowledge): string[] {
  const told = new Map<string, number>();
  for (const { subject } of facts) told.set(subject, (told.get(subject) ?? 0) + 1);
  const most = [...told].sort(([a, m], [b, n]) => n - m || compareUtf8(a, b)).map(([id]) => id);
  return (most.length > 0 ? most : [...entities.keys()]).slice(0, EXAMPLES);
}

function inByteOrder<V>(entries: ReadonlyMap<string, V>): [string, V][] {
  return [...entries].sort(([a], [b]) => compareUtf8(a, b));
}
