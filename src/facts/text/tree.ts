/**
 * The one tree that all readers make. A scalar is the text as written (`3.10`, `007`, `true`): only the ontology
 * says what type it is of. Offsets are UTF-16 offsets into the source text. Aliased parts are shared, not copied.
 */
export type Tree = ScalarTree | ListTree | MapTree;

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly text: string;
  readonly offset: number;
  /** On the stand-in of what was reported and must not be read: the values that it stands for, to be counted. */
  readonly refused?: Tree[];
}

/** The stand-in of values that were reported: a record that holds one is refused as a whole. */
export function refusedTree(offset: number, values: Tree[] = []): ScalarTree {
  return { kind: 'scalar', text: '', offset, refused: values };
}

/** The stand-in of a key that stands twice or more: for its values of all places. Adds to a stand-in in place. */
export function refusedTwice(first: Tree, second: Tree): ScalarTree {
  if (first.kind !== 'scalar' || !first.refused) return refusedTree(first.offset, [first, second]);
  first.refused.push(second);
  return first;
}

export interface ListTree {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly offset: number;
}

export interface MapTree {
  readonly kind: 'map';
  /** In file order; no key twice. */
  readonly entries: readonly TreeEntry[];
  readonly offset: number;
}

export interface TreeEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: Tree;
}

/** A tree without its offsets. Maps inherit nothing: `__proto__` and `constructor` are ordinary keys. */
export type Value = string | Value[] | { [key: string]: Value } | Refused;

/** A value that was reported when its file was read; `values` are those of a key that stands twice. */
export class Refused {
  readonly values: readonly Value[];

  constructor(values: readonly Value[]) {
    this.values = values;
  }
}

/** What maps inherit from: V8 makes objects without any prototype in a mode that is three times slower. */
const NOTHING: object = Object.freeze(Object.create(null));

/** The tree as plain values. */
export function toValue(tree: Tree): Value {
  switch (tree.kind) {
    case 'scalar':
      return tree.refused ? new Refused(tree.refused.map(toValue)) : tree.text;
    case 'list':
      return tree.items.map(toValue);
    case 'map': {
      // TypeScript has no type for an object that inherits nothing.
      const map = Object.create(NOTHING) as { [key: string]: Value };
      for (const { key, value } of tree.entries) map[key] = toValue(value);
      return map;
    }
  }
}

/**
 * The offset of the value at a path of keys and indexes, or of its key.
 *
 * A path that leads nowhere gives the nearest value above; an item of a list has no key, so it gives the item.
 */
export function offsetAt(tree: Tree, path: readonly PropertyKey[], at: 'key' | 'value' = 'value'): number {
  let current = tree;
  for (const [i, step] of path.entries()) {
    const entry = entryAt(current, step);
    if (at === 'key' && i === path.length - 1 && entry) return entry.keyOffset;
    const next = entry?.value ?? itemAt(current, step);
    if (!next) return current.offset;
    current = next;
  }
  return current.offset;
}

function entryAt(tree: Tree, step: PropertyKey): TreeEntry | undefined {
  return tree.kind === 'map' ? tree.entries.find((entry) => entry.key === String(step)) : undefined;
}

function itemAt(tree: Tree, step: PropertyKey): Tree | undefined {
  return tree.kind === 'list' ? tree.items[Number(step)] : undefined;
}
