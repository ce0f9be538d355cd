/** The RDF of the pages, by the writers' own functions: all pages together say what the export `statements` says. */
import type { Evidence, Source } from '../facts/facts.ts';
import type { WriteContext } from '../formats/formats.ts';
import { addClassesAndLabel, describeEntity } from '../formats/rdf/entities.ts';
import type { SubjectGroup } from '../formats/rdf/groups.ts';
import { membersOf, type Names, namesOf } from '../formats/rdf/jsonTerms.ts';
import type { Prefixes } from '../formats/rdf/prefixes.ts';
import { openScope, type Scope, unheard } from '../formats/rdf/profile.ts';
import { SubjectWriter } from '../formats/rdf/readable.ts';
import { describeSource } from '../formats/rdf/sources.ts';
import { statementsProfile } from '../formats/rdf/statements.ts';
import { prefixesInUse } from '../formats/rdf/survey.ts';
import { turtleSyntax } from '../formats/rdf/turtleSyntax.ts';
import type { Knowledge, KnownEntity } from '../knowledge/knowledge.ts';
import { contextLines, type JsonLdContext, toContext } from '../ontology/context.ts';
import { RDF } from '../ontology/namespaces.ts';

/** Writes the Turtle and the JSON-LD of one entity or source after the other. */
export class LinkedData {
  readonly #turtle: Scope;
  /** Reports nothing: what it would refuse, the other has refused. */
  readonly #json: Scope;
  readonly #prefixes: Prefixes;
  readonly #writer = new SubjectWriter('');
  readonly #context: JsonLdContext;
  readonly #names: Names;
  #facts = 0;
  #evidence = 0;

  private constructor(scopes: { turtle: Scope; json: Scope }, prefixes: Prefixes) {
    const { knowledge } = scopes.turtle;
    this.#turtle = scopes.turtle;
    this.#json = scopes.json;
    this.#prefixes = prefixes;
    this.#context = toContext(knowledge.ontology, [knowledge.dataset.base]);
    this.#names = namesOf(this.#context);
  }

  /** Undefined, with a diagnostic, when the base of the data set cannot be used. */
  static open(knowledge: Knowledge, context: WriteContext): LinkedData | undefined {
    const prefixes = prefixesInUse(knowledge, statementsProfile);
    const syntax = turtleSyntax(prefixes);
    const turtle = openScope(knowledge, { format: 'site', context, syntax, typeFirst: true });
    const json = openScope(knowledge, { format: 'site', context: unheard(), typeFirst: true });
    return turtle && json && new LinkedData({ turtle, json }, prefixes);
  }

  /** The entity and its statements. */
  *turtleOfEntity(entity: KnownEntity): Generator<string> {
    const scope = this.#turtle;
    const told = scope.telling.of(scope, entity.id);
    this.#facts += told.length;
    yield* this.#document([
      ...statementsProfile.entity(scope, entity),
      ...told.flatMap((one) => statementsProfile.statement(scope, one)),
    ]);
  }

  /** The source and its evidence. */
  *turtleOfSource(source: Source, evidence: readonly Evidence[]): Generator<string> {
    const scope = this.#turtle;
    this.#evidence += evidence.length;
    yield* this.#document([
      ...statementsProfile.source(scope, source),
      ...evidence.flatMap((piece) => statementsProfile.evidence(scope, piece).toReversed()),
    ]);
  }

  /** The classes, the name and the plain facts of the entity: of its Turtle all but the statements. */
  jsonOfEntity(entity: KnownEntity): string {
    return this.#node(describeEntity(this.#json, entity));
  }

  /** The source without its evidence. */
  jsonOfSource(source: Source): string {
    return this.#node(describeSource(this.#json, source));
  }

  /** The classes and names of all entities, in parts: for a site of one page, whose Turtle has the rest. */
  *jsonOfNames(): Generator<string> {
    yield `{\n"@context": ${contextLines(this.#context)},\n"@graph": [`;
    let before = '\n';
    for (const entity of this.#json.knowledge.entities.values()) {
      addClassesAndLabel(this.#json, entity);
      for (const group of this.#json.group.build(this.#json.mint.entity(entity.id))) {
        yield `${before}{${membersOf(group, this.#names).join(',')}}`;
        before = ',\n';
      }
    }
    yield '\n]\n}\n';
  }

  /** Makes sure that no fact and no evidence was left (guards.md G15). */
  check(): void {
    const { facts, evidence } = this.#turtle.knowledge;
    if (this.#facts === facts.length && this.#evidence === evidence.length) return;
    throw new Error(
      `bug: wrote ${this.#facts} of ${facts.length} facts, ${this.#evidence} of ${evidence.length} pieces of evidence`,
    );
  }

  *#document(groups: readonly SubjectGroup[]): Generator<string> {
    const used = prefixesOf(groups);
    for (const [namespace, name] of this.#prefixes) {
      if (used.has(name)) yield `@prefix ${name}: <${namespace}> .\n`;
    }
    for (const group of groups) yield `\n${this.#writer.text(group)}`;
  }

  #node(groups: readonly SubjectGroup[]): string {
    const used = new Set<string>();
    const members = groups.flatMap((group) => membersOf(group, noting(this.#names, used)));
    const context = contextLines(contextOf(this.#context, used));
    return `{\n"@context": ${context},\n${members.join(',\n')}\n}\n`;
  }
}

const TYPE = `${RDF}type`; // written as `a`

/** The names before the colon of all prefixed names. A term that is no prefixed name begins with `<`, `"` or is bare. */
function prefixesOf(groups: readonly SubjectGroup[]): ReadonlySet<string> {
  const used = new Set<string>();
  const note = (term: string): void => {
    if (term.startsWith('<')) return;
    const start = term.startsWith('"') ? typeOf(term) : 0;
    const colon = start < 0 ? -1 : term.indexOf(':', start);
    if (colon >= 0) used.add(term.slice(start, colon));
  };
  for (const { subject, predicates, objects } of groups) {
    note(subject);
    for (const { iri, term } of predicates) if (iri !== TYPE) note(term);
    for (const object of objects) note(object);
  }
  return used;
}

/** Where the datatype of a literal begins, if it has one with a prefix; its text may hold anything. */
function typeOf(term: string): number {
  if (term.endsWith('"') || term.endsWith('>')) return -1;
  const at = term.lastIndexOf('"^^');
  // Behind the last quotation mark there is `^^` or `@`.
  return at >= 0 && at === term.lastIndexOf('"') ? at + 3 : -1;
}

/** Names that note which of them are used. */
function noting(names: Names, used: Set<string>): Names {
  const note = (text: string): string => {
    used.add(text.slice(1, -1));
    return text;
  };
  return {
    ...names,
    key: (predicate) => {
      const key = names.key(predicate);
      note(key.text);
      return key;
    },
    type: (iri) => note(names.type(iri)),
  };
}

/** The context with what is used: names, and the prefixes of compact IRIs. */
function contextOf(context: JsonLdContext, used: ReadonlySet<string>): JsonLdContext {
  const prefixes = new Set([...used].map((name) => name.slice(0, Math.max(0, name.indexOf(':')))));
  const kept = Object.entries(context).filter(
    ([name]) => name === '@version' || used.has(name) || prefixes.has(name),
  );
  return Object.fromEntries(kept);
}
