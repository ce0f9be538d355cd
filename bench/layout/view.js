/** A graph view as the layout takes it, from flat arrays: only the columns that it looks at are filled. */

export function viewOf({ count, source, target }) {
  const degree = new Uint32Array(count);
  for (let e = 0; e < source.length; e++) {
    degree[source[e]]++;
    degree[target[e]]++;
  }
  // In byte order, as the ids of a view are.
  const id = Array.from({ length: count }, (_, i) => `n${String(i).padStart(8, '0')}`);
  const weight = new Float64Array(source.length).fill(1);
  const symmetric = new Uint8Array(source.length);
  return {
    dataset: {},
    nodes: { ...nodesOf(id), degree, weightedDegree: Float64Array.from(degree) },
    edges: { ...edgesOf(source.length), source, target, weight, symmetric },
    sources: [],
    kinds: [],
    relations: [],
    facts: { written: source.length, outside: new Map() },
  };
}

function nodesOf(id) {
  const same = { kind: [], lineage: [], iri: [], colour: [], community: undefined, attributes: [] };
  return { count: id.length, id, label: id, ...same };
}

function edgesOf(count) {
  return { count, id: [], kind: [], label: [], predicate: [], colour: [], attributes: [] };
}
