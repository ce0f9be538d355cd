/** What a profile says of each part of the knowledge: groups of triples that share a subject. */
import { Problems } from '../../core/diagnostic.ts';
import { compareUtf8 } from '../../core/order.ts';
import type { Evidence, Source } from '../../facts/facts.ts';
import type { Knowledge, KnownEntity, KnownFact } from '../../knowledge/knowledge.ts';
import type { Losses, WriteContext } from '../formats.ts';
import { FactIndex } from './fact-index.ts';
import { type IriTerm, Mint, type Term, TermGate } from './terms.ts';
import { buildVocabulary, type Predicate, type Vocabulary } from './vocabulary.ts';

export interface Triple {
  readonly predicate: Predicate;
  readonly object: Term;
}

/** All triples of one subject, distinct, in byte order of predicate and object. */
export interface SubjectGroup {
  readonly subject: IriTerm;
  readonly triples: readonly Triple[];
}

/** Each part of the knowledge as subject groups, in byte order of their subjects. */
export interface Profile {
  readonly entity: (scope: Scope, entity: KnownEntity) => readonly SubjectGroup[];
  readonly statement: (scope: Scope, fact: KnownFact) => readonly SubjectGroup[];
  readonly source: (scope: Scope, source: Source) => readonly SubjectGroup[];
  readonly evidence: (scope: Scope, evidence: Evidence) => readonly SubjectGroup[];
}

/** What a profile needs to describe a part of the knowledge. */
export interface Scope {
  readonly knowledge: Knowledge;
  readonly facts: FactIndex;
  readonly vocabulary: Vocabulary;
  readonly mint: Mint;
  readonly gate: TermGate;
  /** For values that are described in two places, so that a refusal is reported once. */
  readonly quietGate: TermGate;
  readonly losses: Losses;
}

/** Undefined, with a diagnostic, when the base of the data set is not an IRI to append ids to. */
export function openScope(knowledge: Knowledge, format: string, context: WriteContext): Scope | undefined {
  const gate = new TermGate(format, context);
  const mint = Mint.of(knowledge.dataset.base, gate);
  if (!mint) return undefined;
  const quietGate = new TermGate(format, unheard());
  const vocabulary = buildVocabulary(knowledge.ontology, gate);
  return {
    knowledge,
    facts: new FactIndex(knowledge),
    vocabulary,
    mint,
    gate,
    quietGate,
    losses: context.losses,
  };
}

/** A context whose reports nobody reads. */
export function unheard(): WriteContext {
  return { problems: new Problems(), losses: new Map() };
}

/** Collects the triples of one subject; a triple of which a part was refused is left out. */
export class GroupBuilder {
  readonly #triples: Triple[] = [];

  add(predicate: Predicate | undefined, object: Term | undefined): void {
    if (predicate && object !== undefined) this.#triples.push({ predicate, object });
  }

  /** The group, or none when there is nothing to say. */
  build(subject: IriTerm): readonly SubjectGroup[] {
    const triples = this.#triples;
    if (triples.length === 0) return [];
    triples.sort(compareTriples);
    const repeated = triples.some((triple, i) => isRepeat(triples[i - 1], triple));
    return [
      { subject, triples: repeated ? triples.filter((t, i) => !isRepeat(triples[i - 1], t)) : triples },
    ];
  }
}

/** By the bytes of their N-Quads lines: an IRI holds no `>`, so predicate and object can be compared in turn. */
function compareTriples(a: Triple, b: Triple): number {
  return a.predicate.rank - b.predicate.rank || compareUtf8(a.object, b.object);
}

function isRepeat(before: Triple | undefined, triple: Triple): boolean {
  return before !== undefined && compareTriples(before, triple) === 0;
}

/** From this length on (UTF-16 units) a writer yields what it has. */
export const CHUNK_LENGTH = 1 << 16;
