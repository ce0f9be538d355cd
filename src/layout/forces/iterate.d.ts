declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /** One step on matrices of ten numbers a node and three an edge; helpers.js of the package names them. */
  export default function iterate(
    settings: Required<Omit<ForceAtlas2Settings, 'adjustSizes'>>,
    nodes: Float32Array | Float64Array,
    edges: Float32Array | Float64Array,
  ): void;
}
