/**
 * The gate: the only maker of RDF terms (guards.md G2–G8). A term is its text in the syntax of a format, branded;
 * what has passed here is accepted by the strictest reader (Oxigraph) and read back as it was.
 */

import { Problems } from '../../core/diagnostic.ts';
import type { EntityId, EvidenceId, FactId, SourceId } from '../../core/ids.ts';
import { checkIri } from '../../core/iri.ts';
import { checkLanguageTag } from '../../core/language.ts';
import type { Origin } from '../../core/place.ts';
import { findIllegal } from '../../core/text.ts';
import type { Literal } from '../../facts/facts.ts';
import { XSD } from '../../ontology/namespaces.ts';
import type { DatatypeName } from '../../ontology/ontology.ts';
import { toByteText } from '../byteText.ts';
import type { WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import { LEXICAL_CHECKS } from './lexical.ts';
import { toTypedValue } from './typedValues.ts';

declare const brand: unique symbol;
/** An absolute and legal IRI: `<…>`, or short where the syntax has prefixes. */
export type IriTerm = string & { readonly [brand]: 'IriTerm' };
/** `"…"`, `"…"@tag` or `"…"^^<…>`, valid in form and value. */
export type LiteralTerm = string & { readonly [brand]: 'LiteralTerm' };
/** `<<( … )>>` of RDF 1.2: a triple that is spoken of, not asserted. */
export type TripleTerm = string & { readonly [brand]: 'TripleTerm' };
export type Term = IriTerm | LiteralTerm | TripleTerm;

/** How a format writes terms; different terms have different texts. */
export interface TermSyntax {
  /** A legal IRI. */
  readonly iri: (iri: string) => string;
  /** A literal with a datatype; `quoted` is its lexical form in quotes, escaped. */
  readonly typed: (quoted: string, lexical: string, datatype: string) => string;
  /** What plain ids of a namespace are appended to (`data:`), where it has a prefix. */
  readonly prefixOf: (namespace: string) => string | undefined;
  /** Whether terms are byte text (see `../byteText.ts`), for a writer of bytes. */
  readonly inBytes?: boolean;
}

/** Canonical N-Triples and N-Quads (RDF Dataset Canonicalization, appendix A). */
export const CANONICAL: TermSyntax = {
  iri: (iri) => `<${iri}>`,
  typed: (quoted, _, datatype) => `${quoted}^^<${datatype}>`,
  prefixOf: () => undefined,
};

/** The same as byte text. */
export const CANONICAL_BYTES: TermSyntax = { ...CANONICAL, inBytes: true };

/** Why a text is not a term. */
export interface Refusal {
  readonly reason: string;
}

/** The text as an IRI; nothing is percent-encoded by guessing (G3). */
export function iriTerm(text: string, syntax = CANONICAL): IriTerm | Refusal {
  const reason = checkIri(text);
  // The one place where an IRI brand is made of data; `Mint` makes those of ids.
  return reason === undefined ? (held(syntax.iri(text), syntax) as IriTerm) : { reason };
}

/** The type of a literal: a language, a datatype IRI, or neither (xsd:string). */
export type LiteralType = { readonly language: string } | { readonly datatype: string } | undefined;

/** The lexical form as a literal. A language tag is put in lower case, as its value is (RDF 1.1 Concepts, 3.3). */
export function literalTerm(lexical: string, type?: LiteralType, syntax = CANONICAL): LiteralTerm | Refusal {
  const quoted = quote(lexical, syntax);
  if (typeof quoted !== 'string') return quoted;
  if (type === undefined) return quoted as LiteralTerm; // brand made here only
  if ('language' in type) return inLanguage(quoted, type.language);
  const reason = whyNot(lexical, type.datatype);
  if (reason !== undefined) return { reason };
  if (type.datatype === `${XSD}string`) return quoted as LiteralTerm; // brand made here only
  return syntax.typed(quoted, lexical, type.datatype) as LiteralTerm; // brand made here only
}

function inLanguage(quoted: string, language: string): LiteralTerm | Refusal {
  if (!checkLanguageTag(language)) return { reason: `${JSON.stringify(language)} is not a language tag` };
  return `${quoted}@${language.toLowerCase()}` as LiteralTerm; // brand made here only
}

function whyNot(lexical: string, datatype: string): string | undefined {
  const check = LEXICAL_CHECKS.get(datatype);
  if (!check) return `the datatype ${datatype} is not supported`;
  return check(lexical) ? undefined : `it is not a value of ${datatype}`;
}

function held(text: string, { inBytes }: TermSyntax): string {
  return inBytes ? toByteText(text) : text;
}

/** All but the characters of ASCII that stand for themselves in a string: most texts have none of these. */
const NOT_PLAIN = /[^ !#-[\]-~]/;
/** Characters that canonical N-Triples escapes, and surrogates, which have to be looked at in pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const SPECIAL = /[\0-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const ESCAPED = /[\x01-\x1f"\\\x7f\ufffe\uffff]/g;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** STRING_LITERAL_QUOTE as canonical N-Quads has it (RDF Dataset Canonicalization, appendix A). */
function quote(text: string, syntax: TermSyntax): string | Refusal {
  if (!NOT_PLAIN.test(text)) return `"${text}"`;
  if (!SPECIAL.test(text)) return `"${held(text, syntax)}"`;
  const illegal = findIllegal(text);
  if (illegal) return { reason: `it holds ${illegal.codePoint}` };
  return `"${held(text.replace(ESCAPED, escapeCharacter), syntax)}"`;
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return SHORT_ESCAPES.get(character) ?? `\\u${code}`;
}

/** Where a value stands that may be refused. */
export type At = { readonly origin: Origin; readonly part?: string } | undefined;

/** Makes terms; what cannot be one is undefined, and reported with its place. */
export interface Gate {
  iri(text: string, at: At): IriTerm | undefined;
  literal(lexical: string, type: LiteralType, at: At): LiteralTerm | undefined;
  /** A value of a datatype that has no language. */
  typed(value: Pick<Literal, 'datatype' | 'text'>, at: At): LiteralTerm | undefined;
  triple(subject: IriTerm, predicate: IriTerm, object: Term): TripleTerm;
  /** Reports a value that no term can be made of. */
  refuse(value: string, reason: string, at: At): undefined;
}

/** How many typed values a gate keeps in mind, for each datatype: dates and numbers come again and again. */
const KEPT_VALUES = 1 << 15;

/** The gate of a writer: reports each refusal as `refused-term`. */
export class TermGate implements Gate {
  readonly syntax: TermSyntax;
  readonly #format: string;
  readonly #context: WriteContext;
  #values = new Map<DatatypeName, Map<string, LiteralTerm>>();
  /** Datatype → lexical form → term. */
  readonly #literals = new Map<string, Map<string, LiteralTerm>>();
  /** Language → what follows the quotes. */
  readonly #tags = new Map<string, string>();

  constructor(format: string, context: WriteContext, syntax = CANONICAL) {
    this.#format = format;
    this.#context = context;
    this.syntax = syntax;
  }

  /** A gate that makes the same terms and reports to nobody, for values that are described in two places. */
  quiet(): TermGate {
    const gate = new TermGate(this.#format, { problems: new Problems(), losses: new Map() }, this.syntax);
    gate.#values = this.#values;
    return gate;
  }

  iri(text: string, at: At): IriTerm | undefined {
    const term = iriTerm(text, this.syntax);
    return typeof term === 'string' ? term : this.refuse(text, term.reason, at);
  }

  literal(lexical: string, type: LiteralType, at: At): LiteralTerm | undefined {
    if (type !== undefined && 'datatype' in type) return this.#ofDatatype(lexical, type, at);
    const tag = type === undefined ? '' : this.#tagOf(type.language);
    const quoted = tag === undefined ? undefined : quote(lexical, this.syntax);
    // Brand made here and in `literalTerm` only, which gives the reason of a refusal.
    if (typeof quoted === 'string') return (quoted + tag) as LiteralTerm;
    return this.#made(lexical, type, at);
  }

  #made(lexical: string, type: LiteralType, at: At): LiteralTerm | undefined {
    const term = literalTerm(lexical, type, this.syntax);
    return typeof term === 'string' ? term : this.refuse(lexical, term.reason, at);
  }

  #ofDatatype(lexical: string, type: { readonly datatype: string }, at: At): LiteralTerm | undefined {
    const kept = keptOf(this.#literals, type.datatype);
    const known = kept.get(lexical);
    if (known !== undefined) return known;
    const term = this.#made(lexical, type, at);
    if (kept.size >= KEPT_VALUES) kept.clear();
    if (term !== undefined) kept.set(lexical, term);
    return term;
  }

  /** What follows the quotes of a text in a language; undefined for a text that is no language tag. */
  #tagOf(language: string): string | undefined {
    const known = this.#tags.get(language);
    if (known !== undefined || !checkLanguageTag(language)) return known;
    const tag = `@${language.toLowerCase()}`;
    if (this.#tags.size >= KEPT_VALUES) this.#tags.clear();
    this.#tags.set(language, tag);
    return tag;
  }

  typed({ datatype, text }: Pick<Literal, 'datatype' | 'text'>, at: At): LiteralTerm | undefined {
    const kept = keptOf(this.#values, datatype);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = toTypedValue({ datatype, text });
    if (value.reason !== undefined) return this.refuse(text, value.reason, at);
    const term = this.literal(value.lexical, value, at);
    if (kept.size >= KEPT_VALUES) kept.clear();
    if (term !== undefined) kept.set(text, term);
    return term;
  }

  triple(subject: IriTerm, predicate: IriTerm, object: Term): TripleTerm {
    // Jena 5 takes a bare `true` for a keyword there, and refuses the file.
    const spelled = isKeyword(object) ? `"${object}"^^${this.syntax.iri(`${XSD}boolean`)}` : object;
    return `<<( ${subject} ${predicate} ${spelled} )>>` as TripleTerm; // brand made here only, of terms
  }

  refuse(value: string, reason: string, at: At): undefined {
    const format = this.#format;
    this.#context.problems.add('refused-term', at, () => ({ value, format, reason }));
    countLoss(this.#context.losses, 'value-refused');
  }
}

/** A boolean as Turtle has it without quotes. */
function isKeyword(term: string): boolean {
  return term === 'true' || term === 'false';
}

function keptOf<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const kept = maps.get(key) ?? new Map<string, V>();
  maps.set(key, kept);
  return kept;
}

const ID = /^[A-Za-z0-9._-]+$/;
const PLAIN_ID = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/** Whether an id can stand after a prefix in every reader: it has no dots. */
export function isPlainId(id: string): boolean {
  return PLAIN_ID.test(id);
}

/** Makes the IRIs of the data set of ids (domain.md, Ids and IRIs). */
export interface Minter {
  /** What stands between an entity or source and its statements or evidence. */
  readonly separator: string;
  entity(id: EntityId): IriTerm;
  statement(subject: EntityId, id: FactId): IriTerm;
  source(id: SourceId): IriTerm;
  evidence(source: SourceId, id: EvidenceId): IriTerm;
  selector(source: SourceId, id: EvidenceId, kind: 'position' | 'quote'): IriTerm;
}

/** Ids are made by parsers: a malformed one is a bug. */
export class Mint implements Minter {
  readonly separator: string;
  /** What every minted IRI begins with, unless it is short. */
  readonly #start: string;
  readonly #prefix: string | undefined;
  // Statements and evidence come by subject and source: the last one is kept.
  #subject = '';
  #statements = '';
  #source = '';
  #evidence = '';

  private constructor(base: string, syntax: TermSyntax) {
    this.#start = held(`<${base}`, syntax);
    this.#prefix = syntax.prefixOf(base);
    // A fragment holds no second `#`; ids hold no `:`.
    this.separator = base.includes('#') ? ':' : '#';
  }

  /** Undefined, with a diagnostic, when the base is not an IRI that ids can be appended to. */
  static of(base: string, gate: TermGate): Mint | undefined {
    const probe = iriTerm(`${base}source/id`);
    if (typeof probe === 'string' && /[/#]$/.test(base)) return new Mint(base, gate.syntax);
    const reason = typeof probe === 'string' ? 'a base ends in "/" or "#"' : probe.reason;
    return gate.refuse(base, reason, undefined);
  }

  // The base was checked with such a tail, and ids hold only unreserved characters: so all of these are IRIs.

  entity(id: EntityId): IriTerm {
    if (this.#prefix !== undefined && isPlainId(id)) return `${this.#prefix}${id}` as IriTerm;
    return `${this.#start}${checked(id, ID)}>` as IriTerm;
  }

  statement(subject: EntityId, id: FactId): IriTerm {
    if (subject !== this.#subject) {
      this.#statements = `${this.#start}${checked(subject, ID)}${this.separator}`;
      this.#subject = subject;
    }
    return `${this.#statements}${checkedHash(id)}>` as IriTerm;
  }

  source(id: SourceId): IriTerm {
    return `${this.#start}source/${checked(id, ID)}>` as IriTerm;
  }

  evidence(source: SourceId, id: EvidenceId): IriTerm {
    return `${this.#ofSource(source)}${checkedHash(id)}>` as IriTerm;
  }

  selector(source: SourceId, id: EvidenceId, kind: 'position' | 'quote'): IriTerm {
    return `${this.#ofSource(source)}${checkedHash(id)}-${kind}>` as IriTerm;
  }

  #ofSource(source: SourceId): string {
    if (source !== this.#source) {
      this.#evidence = `${this.#start}source/${checked(source, ID)}${this.separator}`;
      this.#source = source;
    }
    return this.#evidence;
  }
}

function checked(id: string, form: RegExp): string {
  if (!form.test(id)) throw new Error(`bug: ${JSON.stringify(id)} is not an id`);
  return id;
}

/** `e-` or `f-` and 32 hex digits; every statement asks for this, and a pattern takes three times as long. */
function checkedHash(id: FactId | EvidenceId): string {
  let legal = id.length === 34 && (id.startsWith('f-') || id.startsWith('e-'));
  for (let i = 2; legal && i < 34; i++) {
    const unit = id.charCodeAt(i);
    legal = (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66);
  }
  if (!legal) throw new Error(`bug: ${JSON.stringify(id)} is not an id`);
  return id;
}
