import { compareUtf8 } from '../core/order.ts';
import { RDF } from './namespaces.ts';
import type { Term, TurtleFile } from './turtle.ts';

const TYPE = `${RDF}type`;
const NOTHING: readonly Term[] = [];

/** What several Turtle files say together of each subject. */
export class Descriptions {
  readonly files: readonly TurtleFile[];
  readonly #bySubject = new Map<string, Map<string, Term[]>>();
  readonly #byType = new Map<string, Set<string>>();

  constructor(files: readonly TurtleFile[]) {
    this.files = files;
    for (const file of files) {
      for (const { subject, predicate, object } of file.triples) this.#add(subject, predicate, object);
    }
  }

  #add(subject: string, predicate: string, object: Term): void {
    const described = this.#bySubject.get(subject) ?? new Map<string, Term[]>();
    this.#bySubject.set(subject, described);
    const values = described.get(predicate) ?? [];
    described.set(predicate, values);
    values.push(object);
    if (predicate !== TYPE) return;
    const members = this.#byType.get(object.value) ?? new Set<string>();
    this.#byType.set(object.value, members.add(subject));
  }

  /** Subjects (IRIs and blank nodes) in byte order. */
  get subjects(): string[] {
    return [...this.#bySubject.keys()].sort(compareUtf8);
  }

  has(subject: string): boolean {
    return this.#bySubject.has(subject);
  }

  predicatesOf(subject: string): string[] {
    return [...(this.#bySubject.get(subject)?.keys() ?? [])];
  }

  /** The subjects of a type in byte order. */
  ofType(type: string): string[] {
    return [...(this.#byType.get(type) ?? [])].sort(compareUtf8);
  }

  isA(subject: string, type: string): boolean {
    return this.#byType.get(type)?.has(subject) ?? false;
  }

  /** Every value, of all files, in the order of the files. */
  values(subject: string, predicate: string): readonly Term[] {
    return this.#bySubject.get(subject)?.get(predicate) ?? NOTHING;
  }

  /** The distinct values of the last file that gives any: a later file overrides an earlier one. */
  lastValues(subject: string, predicate: string): readonly Term[] {
    const all = this.values(subject, predicate);
    const last = all.at(-1)?.file.order;
    const distinct = new Map<string, Term>();
    for (const term of all) {
      const key = `${term.kind} ${term.value}`;
      if (term.file.order === last && !distinct.has(key)) distinct.set(key, term);
    }
    return [...distinct.values()].sort((a, b) => compareUtf8(a.value, b.value));
  }

  /** The text for readers of English: in English if there is one, else without language, else in any; the last file wins. */
  text(subject: string, predicate: string): string | undefined {
    const rank = (term: Term) => (/^en(-|$)/i.test(term.language) ? 0 : term.language === '' ? 1 : 2);
    const literals = this.values(subject, predicate).filter((term) => term.kind === 'literal');
    const sorted = [...literals].sort(
      (a, b) => rank(a) - rank(b) || b.file.order - a.file.order || compareUtf8(a.value, b.value),
    );
    return sorted[0]?.value;
  }
}
