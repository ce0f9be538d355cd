import type { Origin, Place, SourceText } from '../core/place.ts';
import { offsetAt, type Tree, toValue, type Value } from './text/tree.ts';

/** Keys and indexes from the top of a document down to a value. */
export type Path = readonly PropertyKey[];

/** A parsed document: plain values, and the place of each. */
export interface Document {
  readonly value: Value;
  /** The place of the value at `path`, or of its key. A path that does not exist gives its nearest parent. */
  place(path: Path, at?: 'key' | 'value'): Place;
  /** The origin of the whole, where a document is one record: it outlives the document, so it must not hold it. */
  readonly origin?: Origin;
}

/** The document of a whole YAML or JSON file. */
export function treeDocument(source: SourceText, tree: Tree): Document {
  return {
    value: toValue(tree),
    place: (path, at = 'value') => source.placeAt(offsetAt(tree, path, at)),
  };
}

/** The document of one line of a JSON lines file, whose places are worked out on demand. */
export function lineDocument(tree: Tree, origin: Origin): Document {
  return { value: toValue(tree), place: (path) => origin.place(path.map(String).join('.')), origin };
}

/** The origin of the record at `path`: its parts are keys below it. It does not keep the values of the document. */
export function originAt({ place, origin }: Document, path: Path): Origin {
  if (origin && path.length === 0) return origin;
  return { place: (part) => place(part === undefined ? path : [...path, ...part.split('.')]) };
}
