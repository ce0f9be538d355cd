/** Test files of RDF 1.2 as facts: each reifier is a statement of its own, what is said of it a qualifier. */
import { namedNode, type Quad } from 'oxigraph';
import { type FactId, hashOf } from '../../src/core/ids.ts';
import type { Literal } from '../../src/facts/facts.ts';
import type { Knowledge, KnownFact } from '../../src/knowledge/knowledge.ts';
import { RDF } from '../../src/ontology/namespaces.ts';
import type { Property, Qualifier } from '../../src/ontology/ontology.ts';
import {
  BASE,
  entity,
  evidence,
  fact,
  knowledgeOf,
  shipsOntology,
  source,
  toLiteral,
} from '../formats/rdf/fixture.ts';
import { propertyOf, termOf, toValue } from './quadFacts.ts';

const REIFIES = `${RDF}reifies`;
const EVIDENCE = 'https://w3id.org/factweave/ns#evidence';

export interface Rdf12Facts {
  readonly knowledge: Knowledge;
  /** What the profile `rdf12` should say of entities, and of statements less their status and certainty. */
  readonly lines: ReadonlySet<string>;
  readonly exceptions: readonly string[];
}

/** A reifier with the one triple that it reifies. */
interface Reifier {
  readonly id: FactId;
  readonly triple: Quad;
  readonly graphs: ReadonlySet<string>;
}

type Values = Map<string, Literal[]>;

export function rdf12Facts(quads: readonly Quad[]): Rdf12Facts {
  const exceptions: string[] = [];
  const reifiers = reifiersOf(quads, exceptions);
  const making = new Making(quads, reifiers);
  const told = new Map<string, Quad[]>();
  const said = new Map<string, Values>();
  for (const quad of quads) {
    if (isReifying(quad)) continue;
    const value = isOurs(quad) ? OURS : making.value(quad.object);
    const reifier = reifiers.get(quad.subject.toString());
    if (typeof value === 'string') exceptions.push(value);
    else if (!reifier) push(told, tripleOf(quad), quad);
    else if (!reifier.graphs.has(quad.graph.toString())) exceptions.push('an annotation in another graph');
    else making.qualify(said, { quad, reifier, value });
  }
  const facts = new Map<string, KnownFact>();
  for (const [name, reifier] of reifiers) {
    const graphs = new Set(told.get(tripleOf(reifier.triple))?.map(({ graph }) => graph.toString()));
    const plain = [...reifier.graphs].every((graph) => graphs.has(graph));
    const { id, triple } = reifier;
    const more = { id, plain, qualifiers: said.get(name) ?? new Map() };
    facts.set(id, making.fact(triple, reifier.graphs, more));
  }
  const covered = coveredBy(facts.values(), reifiers);
  for (const [triple, all] of told) {
    const graphs = new Set(all.map(({ graph }) => graph.toString()));
    const left = [...graphs].filter((graph) => !covered.has(`${triple} ${graph}`));
    const [first] = all;
    if (first && left.length > 0) facts.set(triple, making.fact(first, new Set(left), { plain: true }));
  }
  return { knowledge: making.knowledge([...facts.values()]), lines: making.lines, exceptions };
}

/** The triples, each in a graph, that plain facts of reifiers say already. */
function coveredBy(facts: Iterable<KnownFact>, reifiers: ReadonlyMap<string, Reifier>): ReadonlySet<string> {
  const plain = new Set([...facts].filter(({ notPlain }) => !notPlain).map(({ id }) => id));
  return new Set(
    [...reifiers.values()]
      .filter(({ id }) => plain.has(id))
      .flatMap(({ triple, graphs }) => [...graphs].map((graph) => `${tripleOf(triple)} ${graph}`)),
  );
}

function isReifying({ predicate, object }: Quad): boolean {
  return predicate.value === REIFIES && isTriple(object);
}

/** The ontology of a project says nothing with the predicates that the profile says its own things with. */
const OURS = 'a predicate of the profile itself';

function isOurs({ predicate }: Quad): boolean {
  return predicate.value === REIFIES || predicate.value === `${RDF}type`;
}

function isTriple(object: Quad['object']): object is Quad {
  return object.termType === 'Quad';
}

function tripleOf({ subject, predicate, object }: Quad): string {
  return `${subject} ${predicate} ${object}`;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}

/** The reifiers that the model can hold; of the others a reason for each of their quads. */
function reifiersOf(quads: readonly Quad[], exceptions: string[]): ReadonlyMap<string, Reifier> {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) if (isReifying(quad)) push(bySubject, quad.subject.toString(), quad);
  const reifiers = new Map<string, Reifier>();
  for (const [name, all] of bySubject) {
    const triples = new Map(
      all.flatMap(({ object }) => (isTriple(object) ? [[tripleOf(object), object] as const] : [])),
    );
    const [triple] = triples.values();
    const isOne = triples.size === 1;
    const reason = triple && isOne ? whyNot(triple, bySubject) : 'a reifier of more than one triple';
    const graphs = new Set(all.map(({ graph }) => graph.toString()));
    if (triple && reason === undefined)
      reifiers.set(name, { id: `f-${hashOf(['reifier', name])}`, triple, graphs });
    else exceptions.push(...all.map(() => reason ?? 'no triple'));
  }
  return reifiers;
}

function whyNot(triple: Quad, reifiers: ReadonlyMap<string, unknown>): string | undefined {
  const { subject, object } = triple;
  if (isOurs(triple)) return OURS;
  if (reifiers.has(subject.toString())) return 'a statement about a statement';
  if (isTriple(object)) return 'a triple term in a triple term';
  const value = toValue(object);
  return typeof value === 'string' ? value : undefined;
}

/** Names of the model for those of a file, and the lines that are expected of what is made. */
class Making {
  readonly lines = new Set<string>();
  readonly #names = { entity: new Map<string, string>(), source: new Map<string, string>() };
  readonly #properties = new Map<string, Property>();
  readonly #qualifiers = new Map<string, Qualifier>();
  readonly #inGraphs: boolean;
  readonly #reifiers: ReadonlyMap<string, Reifier>;

  constructor(quads: readonly Quad[], reifiers: ReadonlyMap<string, Reifier>) {
    this.#inGraphs = quads.some(({ graph }) => graph.termType !== 'DefaultGraph');
    this.#reifiers = reifiers;
  }

  /** A reifier as a value is the IRI of its statement. */
  value(object: Quad['object']): Literal | string {
    const statement = this.#statementOf(object);
    return statement === undefined ? toValue(object) : { datatype: 'iri', text: statement };
  }

  qualify(
    said: Map<string, Values>,
    { quad, reifier, value }: { quad: Quad; reifier: Reifier; value: Literal },
  ): void {
    const iri = quad.predicate.value;
    const name = `q-${iri}-${value.datatype}`;
    const about = { label: name, definition: '', universal: false };
    // A test's own qualifier: literals of any datatype but concepts.
    this.#qualifiers.set(name, { ...about, name, iri, datatype: value.datatype } as Qualifier);
    const values: Values = said.get(quad.subject.toString()) ?? new Map();
    said.set(quad.subject.toString(), values.set(name, [...(values.get(name) ?? []), value]));
    this.#expect(`<${this.#iriOf(reifier)}> ${namedNode(iri)} ${this.#term(quad.object)}`);
  }

  fact(
    triple: Quad,
    graphs: ReadonlySet<string>,
    more: { id?: FactId; plain: boolean; qualifiers?: Values },
  ): KnownFact {
    const value = this.value(triple.object);
    if (typeof value === 'string') throw new Error(value);
    const { plain, ...rest } = more;
    const subject = this.#nameOf('entity', triple.subject.toString());
    const pieces = this.#inGraphs ? [...graphs].map((one) => evidence(this.#nameOf('source', one))) : [];
    const known = fact({
      subject,
      relation: propertyOf(this.#properties, triple.predicate.value, value.datatype),
      object: toLiteral(value),
      evidence: pieces,
      ...(!plain && { status: 'planned', notPlain: 'planned' }),
      ...rest,
    });
    const core = `<${BASE}${subject}> ${triple.predicate} ${this.#term(triple.object)}`;
    if (plain) this.#expect(core);
    this.#expect(`<${BASE}${subject}#${known.id}> <${REIFIES}> <<( ${core} )>>`);
    for (const { source: from, id } of pieces)
      this.#expect(`<${BASE}${subject}#${known.id}> <${EVIDENCE}> <${BASE}source/${from}#${id}>`);
    return known;
  }

  knowledge(facts: readonly KnownFact[]): Knowledge {
    return knowledgeOf({
      ontology: shipsOntology({ relations: this.#properties, qualifiers: this.#qualifiers }),
      entities: [...this.#names.entity.values()].map((id) => entity(id)),
      sources: [...this.#names.source.values()].map((id) => source(id)),
      facts,
    });
  }

  #expect(line: string): void {
    this.lines.add(`${line} .`);
  }

  #term(object: Quad['object']): string {
    const statement = this.#statementOf(object);
    return statement === undefined ? termOf(object) : `<${statement}>`;
  }

  #statementOf(object: Quad['object']): string | undefined {
    const reifier = this.#reifiers.get(object.toString());
    return reifier && this.#iriOf(reifier);
  }

  #iriOf({ id, triple }: Reifier): string {
    return `${BASE}${this.#nameOf('entity', triple.subject.toString())}#${id}`;
  }

  #nameOf(kind: 'entity' | 'source', key: string): string {
    const names = this.#names[kind];
    const name = names.get(key) ?? `${kind}-${names.size}`;
    names.set(key, name);
    return name;
  }
}
