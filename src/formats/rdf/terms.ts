/**
 * The gate: the only maker of RDF terms (guards.md G2–G8). A term is its canonical N-Triples form, branded; what
 * has passed here is accepted by the strictest reader (Oxigraph) and read back as it was.
 */

import type { EntityId, EvidenceId, FactId, SourceId } from '../../core/ids.ts';
import { checkIri } from '../../core/iri.ts';
import { checkLanguageTag } from '../../core/language.ts';
import type { Origin } from '../../core/place.ts';
import { findIllegal } from '../../core/text.ts';
import { XSD } from '../../ontology/namespaces.ts';
import { countLoss, type WriteContext } from '../formats.ts';
import { LEXICAL_CHECKS } from './lexical.ts';

declare const brand: unique symbol;
/** `<…>`, absolute and legal. */
export type IriTerm = string & { readonly [brand]: 'IriTerm' };
/** `"…"`, `"…"@tag` or `"…"^^<…>`, valid in form and value. */
export type LiteralTerm = string & { readonly [brand]: 'LiteralTerm' };
export type Term = IriTerm | LiteralTerm;

/** Why a text is not a term. */
export interface Refusal {
  readonly reason: string;
}

/** The text as an IRI; nothing is percent-encoded by guessing (G3). */
export function iriTerm(text: string): IriTerm | Refusal {
  const reason = checkIri(text);
  // The one place where an IRI brand is made of data; `Mint` makes those of ids.
  return reason === undefined ? (`<${text}>` as IriTerm) : { reason };
}

/** The type of a literal: a language, a datatype IRI, or neither (xsd:string). */
export type LiteralType = { readonly language: string } | { readonly datatype: string } | undefined;

/** The lexical form as a literal. A language tag is put in lower case, as its value is (RDF 1.1 Concepts, 3.3). */
export function literalTerm(lexical: string, type?: LiteralType): LiteralTerm | Refusal {
  const quoted = quote(lexical);
  if (typeof quoted !== 'string') return quoted;
  if (type === undefined) return quoted as LiteralTerm; // brand made here only
  return 'language' in type
    ? inLanguage(quoted, type.language)
    : ofDatatype({ quoted, lexical, datatype: type.datatype });
}

function inLanguage(quoted: string, language: string): LiteralTerm | Refusal {
  if (!checkLanguageTag(language)) return { reason: `${JSON.stringify(language)} is not a language tag` };
  return `${quoted}@${language.toLowerCase()}` as LiteralTerm; // brand made here only
}

function ofDatatype(literal: { quoted: string; lexical: string; datatype: string }): LiteralTerm | Refusal {
  const { quoted, lexical, datatype } = literal;
  const check = LEXICAL_CHECKS.get(datatype);
  if (!check) return { reason: `the datatype ${datatype} is not supported` };
  if (!check(lexical)) return { reason: `it is not a value of ${datatype}` };
  if (datatype === `${XSD}string`) return quoted as LiteralTerm; // brand made here only
  return `${quoted}^^<${datatype}>` as LiteralTerm; // brand made here only
}

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
function quote(text: string): string | Refusal {
  if (!SPECIAL.test(text)) return `"${text}"`;
  const illegal = findIllegal(text);
  if (illegal) return { reason: `it holds ${illegal.codePoint}` };
  return `"${text.replace(ESCAPED, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return SHORT_ESCAPES.get(character) ?? `\\u${code}`;
}

/** Where a value stands that may be refused. */
export type At = { readonly origin: Origin; readonly part?: string } | undefined;

/** Makes terms for a writer and reports each refusal as `refused-term` with its place. */
export class TermGate {
  readonly #format: string;
  readonly #context: WriteContext;

  constructor(format: string, context: WriteContext) {
    this.#format = format;
    this.#context = context;
  }

  iri(text: string, at: At): IriTerm | undefined {
    const term = iriTerm(text);
    return typeof term === 'string' ? term : this.refuse(text, term.reason, at);
  }

  literal(lexical: string, type: LiteralType, at: At): LiteralTerm | undefined {
    const term = literalTerm(lexical, type);
    return typeof term === 'string' ? term : this.refuse(lexical, term.reason, at);
  }

  /** Reports a value that no term can be made of. */
  refuse(value: string, reason: string, at: At): undefined {
    const format = this.#format;
    this.#context.problems.add('refused-term', at, () => ({ value, format, reason }));
    countLoss(this.#context.losses, 'value-refused');
  }
}

const ID = /^[A-Za-z0-9._-]+$/;
const HASH_ID = /^[ef]-[0-9a-f]{32}$/;

/** Mints the IRIs of the data set (domain.md, Ids and IRIs). Ids are made by parsers: a malformed one is a bug. */
export class Mint {
  /** What every minted IRI begins with, `<` included. */
  readonly start: string;
  /** What stands between an entity or source and its statements or evidence. */
  readonly separator: string;

  private constructor(base: string) {
    this.start = `<${base}`;
    // A fragment holds no second `#`; ids hold no `:`.
    this.separator = base.includes('#') ? ':' : '#';
  }

  /** Undefined, with a diagnostic, when the base is not an IRI that ids can be appended to. */
  static of(base: string, gate: TermGate): Mint | undefined {
    const probe = iriTerm(`${base}source/id`);
    if (typeof probe === 'string' && /[/#]$/.test(base)) return new Mint(base);
    const reason = typeof probe === 'string' ? 'a base ends in "/" or "#"' : probe.reason;
    return gate.refuse(base, reason, undefined);
  }

  entity(id: EntityId): IriTerm {
    return this.#iri(checked(id, ID));
  }

  statement(subject: EntityId, id: FactId): IriTerm {
    return this.#iri(checked(subject, ID) + this.separator + checked(id, HASH_ID));
  }

  source(id: SourceId): IriTerm {
    return this.#iri(`source/${checked(id, ID)}`);
  }

  evidence(source: SourceId, id: EvidenceId): IriTerm {
    return this.#iri(`source/${checked(source, ID)}${this.separator}${checked(id, HASH_ID)}`);
  }

  selector(source: SourceId, id: EvidenceId, kind: 'position' | 'quote'): IriTerm {
    return this.#iri(`source/${checked(source, ID)}${this.separator}${checked(id, HASH_ID)}-${kind}`);
  }

  #iri(tail: string): IriTerm {
    // The base was checked with such a tail, and ids hold only unreserved characters.
    return `${this.start}${tail}>` as IriTerm;
  }
}

function checked(id: string, form: RegExp): string {
  if (!form.test(id)) throw new Error(`bug: ${JSON.stringify(id)} is not an id`);
  return id;
}
