import { compareUtf8, sortedBy } from '../core/order.ts';
import type { Link, Ontology } from '../ontology/ontology.ts';

/** A link relation with its places in the order of edges. */
export interface LinkTerm {
  readonly link: Link;
  /** By edge kind, then name. */
  readonly rank: number;
  /** By edge kind alone: equal where two links have the same. */
  readonly kindRank: number;
  /** What stands for the kind in an edge id: the relation's name too where its kind is not its own. */
  readonly idParts: readonly string[];
}

/** All links of the ontology by name. */
export function linkTerms(ontology: Ontology): Map<string, LinkTerm> {
  const links = sortedBy(
    [...ontology.relations.values()].filter((one) => one.kind === 'link'),
    (one) => one.name,
  );
  links.sort((a, b) => compareUtf8(a.edgeKind, b.edgeKind));
  const terms = new Map<string, LinkTerm>();
  let kindRank = -1;
  links.forEach((link, rank) => {
    const { edgeKind, name } = link;
    const first = links[rank - 1]?.edgeKind !== edgeKind;
    if (first) kindRank++;
    const own = first && links[rank + 1]?.edgeKind !== edgeKind;
    terms.set(name, { link, rank, kindRank, idParts: own ? [edgeKind] : [edgeKind, name] });
  });
  return terms;
}

/** The value of a key that an earlier stage has made sure of; its absence is a bug, not bad data. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined)
    throw new Error(`the knowledge is inconsistent: nothing is known of ${String(key)}`);
  return value;
}
