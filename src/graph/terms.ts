import { compareUtf8, sortedBy } from '../core/order.ts';
import type { Link, Ontology } from '../ontology/ontology.ts';

/** What all edges of one sort have in common. */
export interface EdgeTerm {
  readonly kind: string;
  readonly label: string;
  /** An IRI. */
  readonly predicate: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly symmetric: boolean;
}

/** A link relation with the edges that its facts become. */
export interface LinkTerm extends EdgeTerm {
  readonly link: Link;
  /** Its place in the order by edge kind, then name. */
  readonly rank: number;
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
  return new Map(
    links.map((link, rank) => {
      const { edgeKind, edgeLabel, name, iri, colour, symmetric } = link;
      const shared = [links[rank - 1], links[rank + 1]].some((other) => other?.edgeKind === edgeKind);
      const idParts = shared ? [edgeKind, name] : [edgeKind];
      const term = { kind: edgeKind, label: edgeLabel, predicate: iri, colour, symmetric };
      return [name, { ...term, link, rank, idParts }];
    }),
  );
}

/** The value of a key that an earlier stage has made sure of; its absence is a bug, not bad data. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined)
    throw new Error(`the knowledge is inconsistent: nothing is known of ${String(key)}`);
  return value;
}
