/** Groups of the same shape: the same predicates, and the same objects but for a few. Statements have few shapes. */
import { compareUtf8 } from '../../core/order.ts';
import { type Collector, GroupBuilder, type SubjectGroup } from './groups.ts';
import type { IriTerm, Term } from './terms.ts';
import type { Predicate } from './vocabulary.ts';

/** What the groups of a shape share, in the order of a group. */
export interface Shape {
  readonly predicates: readonly Predicate[];
  /** The object at each index, where all groups of the shape have the same. */
  readonly fixed: readonly (Term | undefined)[];
  /** Where the object at each index stands among the values of a group; -1 where it is fixed. */
  readonly places: readonly number[];
  /** Where predicates have several objects that are not all fixed, so that each group sorts them: start and end. */
  readonly runs: readonly (readonly [number, number])[];
}

/** A group that a writer can write by its shape, or as any other. */
export class ShapedGroup implements SubjectGroup {
  readonly subject: IriTerm;
  readonly shape: Shape;
  readonly values: readonly Term[];

  constructor(subject: IriTerm, shape: Shape, values: readonly Term[]) {
    this.subject = subject;
    this.shape = shape;
    this.values = values;
  }

  get predicates(): readonly Predicate[] {
    return this.shape.predicates;
  }

  get objects(): readonly Term[] {
    const { fixed, places } = this.shape;
    // A place is one of the values, or the object is fixed.
    return places.map((place, i) => (place < 0 ? fixed[i] : this.values[place]) as Term);
  }
}

/** What was added to a group so far, in the order of adding. */
class Path {
  readonly before: Path | undefined;
  readonly predicate: Predicate | undefined;
  readonly fixed: Term | undefined;
  readonly depth: number;
  readonly steps: Path[] = [];
  readonly fixedSteps = new Map<Term, Path>();
  shape: Shape | undefined;

  constructor(before?: Path, predicate?: Predicate, fixed?: Term) {
    this.before = before;
    this.predicate = predicate;
    this.fixed = fixed;
    this.depth = before === undefined ? 0 : before.depth + 1;
  }
}

/** Paths kept in mind; when there are more, all are forgotten and learnt anew. */
const KEPT_PATHS = 1 << 13;
/** Longer groups are rarely of one shape. */
const LONGEST = 64;

/** The collector for groups that come by the million in few shapes: nothing is sorted or looked up twice. */
export class ShapeBuilder implements Collector {
  #root = new Path();
  #at = this.#root;
  #paths = 0;
  #values: Term[] = [];
  /** Takes what has no shape: long groups, and those of several graphs. */
  readonly #loose = new GroupBuilder();
  #isLoose = false;

  add(predicate: Predicate | undefined, object: Term | undefined): void {
    if (!predicate || object === undefined) return;
    if (this.#isLoose || this.#at.depth >= LONGEST) {
      this.#loosened().add(predicate, object);
      return;
    }
    this.#at = this.#step(predicate);
    this.#values.push(object);
  }

  addFixed(predicate: Predicate | undefined, object: Term | undefined): void {
    if (!predicate || object === undefined) return;
    if (this.#isLoose || this.#at.depth >= LONGEST) {
      this.#loosened().add(predicate, object);
      return;
    }
    const before = this.#at;
    const step = this.#step(predicate);
    const known = step.fixedSteps.get(object);
    this.#at = known ?? new Path(before, predicate, object);
    if (known) return;
    this.#paths++;
    step.fixedSteps.set(object, this.#at);
  }

  addIn(graph: IriTerm, predicate: Predicate | undefined, object: Term | undefined): void {
    this.#loosened().addIn(graph, predicate, object);
  }

  build(subject: IriTerm): readonly SubjectGroup[] {
    const path = this.#at;
    const values = this.#values;
    const isLoose = this.#isLoose;
    this.#reset();
    if (isLoose) return this.#loose.build(subject);
    if (path.depth === 0) return [];
    path.shape ??= shapeOf(path);
    const group = new ShapedGroup(subject, path.shape, values);
    return path.shape.runs.length === 0 ? [group] : [sorted(group)];
  }

  #step(predicate: Predicate): Path {
    const { steps } = this.#at;
    for (const step of steps) if (step.predicate === predicate) return step;
    const step = new Path(this.#at, predicate);
    steps.push(step);
    this.#paths++;
    return step;
  }

  #reset(): void {
    if (this.#paths > KEPT_PATHS) {
      this.#root = new Path();
      this.#paths = 0;
    }
    this.#at = this.#root;
    this.#values = [];
    this.#isLoose = false;
  }

  #loosened(): Collector {
    if (this.#isLoose) return this.#loose;
    this.#isLoose = true;
    for (const { predicate, fixed, place } of entriesOf(this.#at)) {
      this.#loose.add(predicate, fixed ?? this.#values[place]);
    }
    return this.#loose;
  }
}

/** One triple of a path. */
interface Entry {
  readonly predicate: Predicate;
  readonly fixed: Term | undefined;
  readonly place: number;
}

function entriesOf(path: Path): Entry[] {
  const steps: Path[] = [];
  for (let at: Path | undefined = path; at?.predicate; at = at.before) steps.push(at);
  let place = 0;
  return steps.toReversed().flatMap(({ predicate, fixed }) => {
    if (!predicate) return [];
    return [{ predicate, fixed, place: fixed === undefined ? place++ : -1 }];
  });
}

function shapeOf(path: Path): Shape {
  const compare = (a: Entry, b: Entry): number =>
    a.predicate.rank - b.predicate.rank || compareUtf8(a.fixed ?? '', b.fixed ?? '');
  const entries = entriesOf(path).sort(compare);
  const distinct = entries.filter((entry, i) => {
    const before = entries[i - 1];
    return before === undefined || entry.fixed === undefined || compare(before, entry) !== 0;
  });
  const runs: [number, number][] = [];
  for (let start = 0, end = 0; start < distinct.length; start = end) {
    const { predicate } = distinct[start] ?? {};
    while (distinct[end]?.predicate === predicate) end++;
    const run = distinct.slice(start, end);
    if (run.length > 1 && run.some(({ fixed }) => fixed === undefined)) runs.push([start, end]);
  }
  return {
    predicates: distinct.map(({ predicate }) => predicate),
    fixed: distinct.map(({ fixed }) => fixed),
    places: distinct.map(({ place }) => place),
    runs,
  };
}

/** The group with the objects of each predicate in order and distinct. */
function sorted({ subject, shape, predicates, objects }: ShapedGroup): SubjectGroup {
  const inOrder = [...objects];
  const repeated = new Set<number>();
  for (const [start, end] of shape.runs) {
    const run = inOrder.slice(start, end).sort(compareUtf8);
    for (const [i, object] of run.entries()) {
      inOrder[start + i] = object;
      if (i > 0 && run[i - 1] === object) repeated.add(start + i);
    }
  }
  if (repeated.size === 0) return { subject, predicates, objects: inOrder };
  const isFirst = (_: unknown, i: number): boolean => !repeated.has(i);
  return { subject, predicates: predicates.filter(isFirst), objects: inOrder.filter(isFirst) };
}
