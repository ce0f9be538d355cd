/** Triples that share a subject. */
import { compareUtf8 } from '../../core/order.ts';
import type { IriTerm, Term } from './terms.ts';
import type { Predicate } from './vocabulary.ts';

/**
 * All triples of one subject: the predicate, object and graph at each index. Distinct, in the order of predicate,
 * object and graph, the default graph (undefined) first: that of their N-Quads lines, since an IRI holds no `>`.
 */
export interface SubjectGroup {
  readonly subject: IriTerm;
  readonly predicates: readonly Predicate[];
  readonly objects: readonly Term[];
  /** Absent when all are in the default graph. */
  readonly graphs?: readonly (IriTerm | undefined)[];
}

/** Takes the triples of one subject; a triple of which a part was refused is left out. */
export interface Collector {
  add(predicate: Predicate | undefined, object: Term | undefined): void;
  /** As `add`, in a named graph. */
  addIn(graph: IriTerm, predicate: Predicate | undefined, object: Term | undefined): void;
  /** The group, or none when there is nothing to say; what is added from then on is of another subject. */
  build(subject: IriTerm): readonly SubjectGroup[];
}

/** Groups with more triples are sorted when they are complete, those with fewer while they grow. */
const FEW = 24;

/** The collector of a writer: one for all groups, one after the other, and few arrays, since both are made by the million. */
export class GroupBuilder implements Collector {
  #predicates: Predicate[] = [];
  #objects: Term[] = [];
  #graphs: (IriTerm | undefined)[] | undefined;
  #sorted = true;

  add(predicate: Predicate | undefined, object: Term | undefined): void {
    if (!predicate || object === undefined) return;
    const end = this.#predicates.length;
    if (this.#graphs) {
      this.#graphs.push(undefined);
      this.#sorted = false;
    } else if (this.#sorted) {
      const at = this.#placeOf(predicate, object);
      if (at === undefined) return;
      if (at < end && end < FEW) {
        insert(this.#predicates, at, predicate);
        insert(this.#objects, at, object);
        return;
      }
      this.#sorted = at === end;
    }
    this.#predicates.push(predicate);
    this.#objects.push(object);
  }

  addIn(graph: IriTerm, predicate: Predicate | undefined, object: Term | undefined): void {
    if (!predicate || object === undefined) return;
    this.#graphs ??= this.#predicates.map(() => undefined);
    this.#predicates.push(predicate);
    this.#objects.push(object);
    this.#graphs.push(graph);
    this.#sorted = false;
  }

  build(subject: IriTerm): readonly SubjectGroup[] {
    if (this.#predicates.length === 0) return [];
    if (!this.#sorted) this.#sort();
    const [predicates, objects, graphs] = [this.#predicates, this.#objects, this.#graphs];
    this.#predicates = [];
    this.#objects = [];
    this.#graphs = undefined;
    this.#sorted = true;
    return [graphs ? { subject, predicates, objects, graphs } : { subject, predicates, objects }];
  }

  /** Where the triple belongs, looked for from the end; undefined when it is there already. */
  #placeOf(predicate: Predicate, object: Term): number | undefined {
    for (let at = this.#predicates.length; at > 0; at--) {
      const order = (this.#predicates[at - 1]?.rank ?? 0) - predicate.rank;
      if (order < 0) return at;
      if (order > 0) continue;
      const same = compareUtf8(this.#objects[at - 1] ?? '', object);
      if (same === 0) return undefined;
      if (same < 0) return at;
    }
    return 0;
  }

  #sort(): void {
    const [predicates, objects, graphs] = [this.#predicates, this.#objects, this.#graphs];
    const compare = (a: number, b: number): number =>
      (predicates[a]?.rank ?? 0) - (predicates[b]?.rank ?? 0) ||
      compareUtf8(objects[a] ?? '', objects[b] ?? '') ||
      (graphs ? compareUtf8(graphs[a] ?? '', graphs[b] ?? '') : 0);
    const order = predicates.map((_, i) => i).sort(compare);
    const distinct = order.filter((at, i) => i === 0 || compare(order[i - 1] ?? at, at) !== 0);
    this.#predicates = pick(predicates, distinct);
    this.#objects = pick(objects, distinct);
    if (graphs) this.#graphs = pick(graphs, distinct);
  }
}

/** As `splice` does, which takes several times as long for a few items. */
function insert<T>(items: T[], at: number, item: T): void {
  items.push(item);
  for (let i = items.length - 1; i > at; i--) items[i] = items[i - 1] as T; // i - 1 is an index of the items
  items[at] = item;
}

function pick<T>(items: readonly T[], indices: readonly number[]): T[] {
  // The indices are those of the items.
  return indices.map((i) => items[i] as T);
}
