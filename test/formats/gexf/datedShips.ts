import type { PlacedGraph } from '../../../src/graph/view.ts';
import { shipsAndPorts } from '../shipsAndPorts.ts';

const { view, placement } = shipsAndPorts;
const { nodes, edges } = view;

/** Ships and ports with dates on a ship and two edges: one exact, one open, one of one possible year. */
export const datedShips: PlacedGraph = {
  placement,
  view: {
    ...view,
    dataset: { ...view.dataset, description: 'Calls & voyages\nby <log>' },
    nodes: {
      ...nodes,
      attributes: [
        ...nodes.attributes,
        { name: 'startDate', type: 'string', values: [undefined, '1912-03', undefined] },
      ],
    },
    edges: {
      ...edges,
      attributes: [
        ...edges.attributes,
        { name: 'start', type: 'string', values: ['1912-06-01', '1911~', undefined] },
        { name: 'end', type: 'string', values: ['1912-06-03', undefined, '[1913,1914]'] },
      ],
    },
  },
};
