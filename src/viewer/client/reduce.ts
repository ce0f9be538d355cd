/** How each node and edge looks in the present state. */
import type { NodeDisplayData } from 'sigma/types';
import type { DrawnEdge, Stroke } from './edgeProgram.ts';
import { edgeReasons } from './facts.ts';
import type { Model } from './model.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import type { Drawing } from './stage.ts';

export function reduceNode(drawing: Drawing, attributes: NodeAttributes): Partial<NodeDisplayData> {
  const { app, paint, emphasis } = drawing;
  const { x, y, size, node, group } = attributes;
  const kind = app.model.payload.nodes.class[node] ?? -1;
  const back = emphasis !== undefined && (group !== undefined || !emphasis.nodes.has(node));
  const colour = back ? paint.nodeBack[kind] : paint.node[kind];
  return {
    x,
    y,
    size,
    label: null,
    color: colour ?? '#808080',
    hidden: group === undefined && app.visible.nodes[node] !== 1,
    zIndex: back ? 0 : 1,
  };
}

export function reduceEdge(drawing: Drawing, { edge, count }: EdgeAttributes): Partial<DrawnEdge> {
  const { app, paint, emphasis } = drawing;
  const common = { label: '', bend: 0, stroke: 'solid' as const, arrow: false };
  if (edge === undefined) {
    const color = emphasis === undefined ? paint.bundle : paint.edgeBack;
    return {
      ...common,
      color,
      type: 'straight',
      hidden: false,
      size: Math.min(6, 0.4 + Math.sqrt(count) / 8),
      zIndex: 0,
    };
  }
  const { edges, relations } = app.model.payload;
  const relation = edges.relation[edge] ?? -1;
  const bend = app.model.bends[edge] ?? 0;
  const back = emphasis !== undefined && !emphasis.edges.has(edge);
  const chosen = emphasis?.chosenEdges.has(edge) === true;
  const facts = edges.facts[edge]?.length ?? 1;
  const colours = emphasis === undefined ? paint.edge : paint.edgeFront;
  return {
    ...common,
    color: (back ? paint.edgeBack : colours[relation]) ?? paint.bundle,
    type: bend === 0 ? 'straight' : 'bent',
    bend,
    stroke: strokeOf(app.model, edge),
    arrow: relations[relation]?.symmetric !== 1,
    hidden: app.visible.edges[edge] !== 1,
    size: chosen
      ? 3.5
      : Math.min(4, (emphasis === undefined ? paint.width : 1.5) + (Math.sqrt(facts) - 1) / 2),
    zIndex: chosen ? 2 : back ? 0 : 1,
  };
}

function strokeOf(model: Model, edge: number): Stroke {
  const reasons = edgeReasons(model, edge);
  return reasons.length === 0
    ? 'solid'
    : reasons.every((reason) => reason === 'negated')
      ? 'dotted'
      : 'dashed';
}
