/** Finds the prefixes that a file will need, before its first line is written. */
import type { EntityId } from '../../core/ids.ts';
import type { Literal } from '../../facts/facts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { RDF } from '../../ontology/namespaces.ts';
import type { DatatypeName } from '../../ontology/ontology.ts';
import type { Collector, SubjectGroup } from './groups.ts';
import { candidatePrefixes, type Prefixes, PrefixesInUse } from './prefixes.ts';
import { openScope, type Profile, unheard } from './profile.ts';
import { subjectsInReadingOrder } from './subjects.ts';
import {
  type At,
  type Gate,
  type IriTerm,
  iriTerm,
  isPlainId,
  type LiteralTerm,
  type LiteralType,
  type Minter,
  type Term,
  type TripleTerm,
} from './terms.ts';
import { isBare } from './turtleSyntax.ts';
import { toTypedValue } from './typedValues.ts';
import type { Predicate } from './vocabulary.ts';

/**
 * The prefixes in use, less those that are the scheme of an IRI (guards.md G4), by name.
 *
 * Runs the profile over the whole knowledge with a gate that makes no texts, so that it costs a fraction of
 * writing and nothing is held in memory but what an ontology has.
 */
export function prefixesInUse(knowledge: Knowledge, profile: Profile): Prefixes {
  const found = new PrefixesInUse(candidatePrefixes(knowledge), knowledge.dataset.base);
  const scope = openScope(knowledge, { format: 'turtle', context: unheard() });
  if (!scope) return found.safe();
  const terms = new Set<string>();
  const gate = new SurveyGate(found, terms);
  const mint = new SurveyMint(found, knowledge.dataset.base, scope.mint.separator);
  const group = new SurveyCollector(terms);
  const surveyed = { ...scope, gate, quietGate: gate, mint, group };
  // The groups are empty: all was noted while they were made.
  for (const _ of subjectsInReadingOrder(surveyed, profile));
  terms.delete(`<${RDF}type>`);
  terms.delete(NOTHING);
  for (const term of terms) found.add(term.slice(1, -1));
  return found.safe();
}

/** Stands for every term that is no term of the vocabulary. */
const NOTHING = '-';
const SOME_IRI = NOTHING as IriTerm; // never written
const SOME_GROUP: readonly SubjectGroup[] = [{ subject: SOME_IRI, predicates: [], objects: [] }];
const SOME_LITERAL = NOTHING as LiteralTerm; // never written
const SOME_TRIPLE = NOTHING as TripleTerm; // never written

/** Notes the IRIs and datatypes of the data. */
class SurveyGate implements Gate {
  readonly #found: PrefixesInUse;
  readonly #terms: Set<string>;
  readonly #values = new Map<DatatypeName, Set<string>>();

  /** `terms` takes the terms of the vocabulary that stand inside of triple terms. */
  constructor(found: PrefixesInUse, terms: Set<string>) {
    this.#found = found;
    this.#terms = terms;
  }

  iri(text: string, _: At): IriTerm | undefined {
    if (typeof iriTerm(text) !== 'string') return undefined;
    this.#found.add(text);
    return SOME_IRI;
  }

  literal(lexical: string, type: LiteralType): LiteralTerm {
    if (type && 'datatype' in type && !isBare(lexical, type.datatype)) this.#found.add(type.datatype);
    return SOME_LITERAL;
  }

  typed({ datatype, text }: Pick<Literal, 'datatype' | 'text'>): LiteralTerm | undefined {
    const seen = this.#values.get(datatype) ?? new Set<string>();
    if (seen.has(text)) return SOME_LITERAL;
    const value = toTypedValue({ datatype, text });
    if (value.reason !== undefined) return undefined;
    if (seen.size < ENOUGH) this.#values.set(datatype, seen.add(text));
    return this.literal(value.lexical, value);
  }

  triple(_: IriTerm, predicate: IriTerm, object: Term): TripleTerm {
    this.#terms.add(predicate).add(object);
    return SOME_TRIPLE;
  }

  refuse(): undefined {}
}

/** Notes the terms of the vocabulary. */
class SurveyCollector implements Collector {
  readonly #terms: Set<string>;
  readonly #seen: boolean[] = [];

  constructor(terms: Set<string>) {
    this.#terms = terms;
  }

  add(predicate: Predicate | undefined, object: Term | undefined): void {
    if (!predicate || object === undefined) return;
    if (!this.#seen[predicate.rank]) {
      this.#seen[predicate.rank] = true;
      this.#terms.add(predicate.term);
    }
    if (object !== NOTHING) this.#terms.add(object);
  }

  addIn(_: IriTerm, predicate: Predicate | undefined, object: Term | undefined): void {
    this.add(predicate, object);
  }

  build(): readonly SubjectGroup[] {
    return SOME_GROUP;
  }
}

/** How many values of a datatype are kept in mind. */
const ENOUGH = 1 << 15;

/** Notes whether an entity can be named with the prefix of the data set. */
class SurveyMint implements Minter {
  readonly separator: string;
  readonly #found: PrefixesInUse;
  readonly #base: string;
  #noted = false;

  constructor(found: PrefixesInUse, base: string, separator: string) {
    this.#found = found;
    this.#base = base;
    this.separator = separator;
  }

  entity(id: EntityId): IriTerm {
    if (!this.#noted && isPlainId(id)) {
      this.#found.add(this.#base + id);
      this.#noted = true;
    }
    return SOME_IRI;
  }

  statement(): IriTerm {
    return SOME_IRI;
  }

  source(): IriTerm {
    return SOME_IRI;
  }

  evidence(): IriTerm {
    return SOME_IRI;
  }

  selector(): IriTerm {
    return SOME_IRI;
  }
}
