import type { Origin, Place } from './place.ts';

export type Severity = 'error' | 'warning';

/**
 * Every problem that factweave can find, with the values its message quotes. The sentences stand in
 * `messages.ts`, each code has a section in `docs/diagnostics.md`. `suggestion` is the nearest known name.
 */
export interface ProblemParams {
  // bytes and syntax
  'no-project': { path: string };
  'file-missing': { path: string };
  'file-too-large': { bytes: number; limit: number };
  'empty-file': Record<string, never>;
  'not-utf8': { offset: number };
  'utf16-text': { encoding: string };
  'byte-order-mark': Record<string, never>;
  'unknown-file-type': { extension: string };
  'yaml-syntax': { detail: string; instead?: string | undefined };
  'yaml-feature': { feature: string; instead: string };
  'json-syntax': { detail: string };
  'duplicate-key': { key: string; firstLine: number };
  'too-deep': { limit: number };
  'null-value': Record<string, never>;
  'text-cut-by-comment': { text: string; comment: string };
  'control-character': { codePoint: string };
  'lone-surrogate': { codePoint: string };

  // the form of settings and records
  'unknown-key': { key: string; allowed: readonly string[]; suggestion?: string | undefined };
  'missing-key': { key: string };
  'wrong-shape': { expected: string; found: string };
  'unsupported-version': { value: string; supported: string };
  'bad-id': { value: string; suggestion?: string | undefined };
  'invalid-iri': { value: string; reason: string; suggestion?: string | undefined };
  'invalid-prefix': { prefix: string; reason: string };
  'outside-folder': { path: string; folder: string };

  // against the ontology
  'unknown-ontology': { value: string; allowed: readonly string[]; suggestion?: string | undefined };
  'unknown-class': { value: string; allowed: readonly string[]; suggestion?: string | undefined };
  'unknown-relation': {
    value: string;
    subjectClass: string;
    allowed: readonly string[];
    suggestion?: string | undefined;
  };
  'wrong-subject-class': {
    relation: string;
    subject: string;
    class: string;
    allowed: readonly string[];
    suggestion?: string | undefined;
  };
  'wrong-object-class': { relation: string; object: string; class: string; allowed: readonly string[] };
  'unknown-qualifier': {
    value: string;
    relation: string;
    allowed: readonly string[];
    suggestion?: string | undefined;
  };
  'unknown-value': {
    value: string;
    list: string;
    allowed: readonly string[];
    /** A value list of the ontology, which a project can add to. */
    extensible?: boolean;
    suggestion?: string | undefined;
  };
  'invalid-literal': { value: string; datatype: string; reason: string; suggestion?: string | undefined };
  'invalid-date': { value: string; reason: string; suggestion?: string | undefined };
  'invalid-language-tag': { value: string; suggestion?: string | undefined };
  'language-not-allowed': { relation: string; datatype: string };

  // ids and evidence
  'duplicate-entity': { id: string; firstPlace: string };
  /** `by` is the entity that has the id now (then it is the id itself), or had it before. */
  'former-id-in-use': { id: string; of: string; by: string; firstPlace: string };
  'duplicate-source': { id: string; firstPlace: string };
  'unknown-entity': { id: string; suggestion?: string | undefined };
  'unknown-source': { id: string; suggestion?: string | undefined };
  'missing-source': Record<string, never>;
  'missing-evidence': Record<string, never>;
  'missing-object': { relation: string };
  'unknown-fact': { id: string };

  // over the whole
  'no-facts': Record<string, never>;
  'disputed-facts': { subject: string; relation: string; claims: readonly string[] };
  'conflicting-qualifier': { fact: string; qualifier: string; values: readonly string[] };
  'dates-out-of-order': { subject: string; start: string; end: string };
  'likely-duplicate': { first: string; second: string; name: string };
  'disjoint-classes': { id: string; classes: readonly string[] };
  'dates-reversed': { start: string; end: string };
  'self-reference': { id: string; relation: string };
  'unnamed-entity': { id: string };
  'unused-entity': { id: string };
  'unused-source': { id: string };
  'event-not-flattened': { id: string; pairs: number; limit: number };

  // anchoring
  'quote-not-found': { quote: string; source: string; nearest: string };
  'quote-ambiguous': { quote: string; source: string; count: number };
  'quote-moved': { quote: string; source: string };
  'quote-not-anchored': { quote: string; source: string };
  'source-changed': { source: string; expected: string; found: string };
  'source-not-at-hand': { source: string; sha256: string };
  'source-without-hash': { source: string; sha256: string };
  'quotes-without-text': { source: string; count: number };
  'lock-unreadable': { detail: string };

  // the ontology itself
  'ontology-syntax': { detail: string };
  'ontology-incomplete': { term: string; missing: string };
  'ontology-unknown-reference': {
    term: string;
    value: string;
    property: string;
    allowed?: readonly string[];
    suggestion?: string | undefined;
  };
  'ontology-duplicate-name': { name: string; first: string; second: string };
  'ontology-unknown-term': { iri: string; vocabulary: string };
  'ontology-cycle': { class: string };
  'ontology-invalid-value': { term: string; property: string; value: string; expected: string };

  // writing and verifying
  'refused-term': { value: string; format: string; reason: string };
  'unknown-format': { value: string; allowed: readonly string[]; suggestion?: string | undefined };
  'profile-not-possible': { profile: string; format: string; allowed: readonly string[] };
  'id-collision': { id: string; format: string };
  'layout-missing': { path: string };
  'layout-unreadable': { path: string; detail: string };
  'layout-incomplete': { path: string; count: number; id: string };
  'output-over-input': { path: string; input: string };
  'output-of-another': { path: string; title: string; found: string; own: string };
  'output-in-use': { path: string; manifest: string };
  'site-page-renamed': { id: string; page: string; reason: 'reserved' | 'letter-case' | 'ending' };
  'site-over-foreign': { path: string };
  'view-over-foreign': { path: string };
  'site-beyond-limit': { host: string; what: string; found: number; limit: number };
  'verify-missing': { path: string };
  'verify-changed': { path: string; expected: string; found: string };
  'verify-unreadable': { path: string; reader: string; detail: string };
  'verify-differs': { path: string; against: string; what: string; expected: string; found: string };
  'limit-exceeded': { what: string; limit: number };
}

export type Code = keyof ProblemParams;

/** The codes that only warn; all others are errors, and an error replaces no output. */
const WARNINGS: ReadonlySet<Code> = new Set<Code>([
  'byte-order-mark',
  'text-cut-by-comment',
  'disputed-facts',
  'conflicting-qualifier',
  'dates-out-of-order',
  'likely-duplicate',
  'unnamed-entity',
  'unused-entity',
  'unused-source',
  'event-not-flattened',
  'quote-not-anchored',
  'source-not-at-hand',
  'quotes-without-text',
  'site-page-renamed',
  'site-beyond-limit',
]);

/** A problem as data: what it is and where; `messageOf` makes the sentences. */
export type Diagnostic = {
  [C in Code]: {
    readonly code: C;
    readonly severity: Severity;
    readonly place: Place | undefined;
    readonly params: ProblemParams[C];
  };
}[Code];

export function severityOf(code: Code): Severity {
  return WARNINGS.has(code) ? 'warning' : 'error';
}

/** Makes one diagnostic; its severity follows from the code. */
export function diagnostic<C extends Code>(
  code: C,
  place: Place | undefined,
  params: ProblemParams[C],
): Diagnostic {
  const severity = severityOf(code);
  // Code and params belong together by the signature; TypeScript cannot see that in the union.
  return { code, severity, place, params } as unknown as Diagnostic;
}

/** How many diagnostics of one code are by default kept with place and values; all further ones are only counted. */
export const KEPT_PER_CODE = 50;

/**
 * Collects the problems of a run. Every stage adds to it and goes on, so that one run reports them all.
 *
 * Places and params may be given as functions: they are worked out only for the problems that are kept, which
 * keeps a run over a million bad records fast.
 */
export class Problems {
  readonly #kept: Diagnostic[] = [];
  readonly #counts = new Map<Code, number>();
  #errors = 0;
  /** How many of one code are kept. */
  readonly kept: number;

  constructor(kept: number = KEPT_PER_CODE) {
    this.kept = kept;
  }

  add<C extends Code>(
    code: C,
    at: Place | { readonly origin: Origin; readonly part?: string } | undefined,
    params: ProblemParams[C] | (() => ProblemParams[C]),
  ): void {
    const seen = this.#counts.get(code) ?? 0;
    this.#counts.set(code, seen + 1);
    if (!WARNINGS.has(code)) this.#errors++;
    if (seen >= this.kept) return;
    const place = at && 'origin' in at ? at.origin.place(at.part) : at;
    this.#kept.push(diagnostic(code, place, typeof params === 'function' ? params() : params));
  }

  /** Adds diagnostics that a stage returned. */
  addAll(diagnostics: Iterable<Diagnostic>): void {
    for (const d of diagnostics) this.add(d.code, d.place, d.params);
  }

  /** How many errors were added so far, kept or not. */
  get errors(): number {
    return this.#errors;
  }

  /** How often each code occurred, kept or not. */
  get counts(): ReadonlyMap<Code, number> {
    return this.#counts;
  }

  /** The kept diagnostics by file, line, column and code. */
  get diagnostics(): Diagnostic[] {
    const keyed = this.#kept.map((d, i) => ({ d, i }));
    keyed.sort(
      (a, b) =>
        comparePlaces(a.d.place, b.d.place) ||
        (a.d.code < b.d.code ? -1 : a.d.code > b.d.code ? 1 : a.i - b.i),
    );
    return keyed.map((entry) => entry.d);
  }
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
