/** The picture by mouse and finger. */
import { chooseEdge, chooseNode, clearSelection } from './choose.ts';
import { type Hit, hitAt, reachFor } from './pointing.ts';
import type { Drawing } from './stage.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** `rewrite` is called when something else is pointed at. */
export function listenToPointer(drawing: Drawing, rewrite: () => void): void {
  const { renderer, pointed } = drawing;
  const point = ({ node, edge }: Hit) => {
    if (node === pointed.node && edge === pointed.edge) return;
    pointed.node = node;
    pointed.edge = edge;
    renderer.getContainer().classList.toggle('pointing', node !== undefined || edge !== undefined);
    rewrite();
  };
  const mouse = renderer.getMouseCaptor();
  mouse.on('mousemove', (at) => {
    if (!mouse.isMoving) point(hitOf(drawing, at));
  });
  mouse.on('mouseleave', () => point({ node: undefined, edge: undefined }));
  let last: string | undefined;
  // Sigma is left without things to pick, so that every click comes as one on the stage.
  renderer.on('clickStage', ({ event }) => {
    last = keyOf(hitOf(drawing, event));
    click(drawing, event);
  });
  renderer.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    const now = keyOf(hitOf(drawing, event));
    if (now === undefined && last === undefined) return;
    preventSigmaDefault();
    // Two quick clicks on two things are two clicks, on one thing they are one. A community that the first has opened
    // leaves others in its place, which are not meant.
    if (now !== last && last?.startsWith('g') !== true) click(drawing, event);
  });
}

function keyOf({ node, edge }: Hit): string | undefined {
  return node ?? edge;
}

function hitOf({ renderer, targets, app, leastRadius }: Drawing, at: Place): Hit {
  const { x, y } = renderer.viewportToGraph(at);
  const pixel = 1 / renderer.scaleSize(1);
  const coarse = matchMedia('(pointer: coarse)').matches;
  const reach = { ...reachFor(app.visible.edgeCount, coarse), least: leastRadius, pixel };
  return hitAt({ x, y: -y }, targets, reach);
}

function click(drawing: Drawing, at: Place): void {
  const { app, picture } = drawing;
  const { node, edge } = hitOf(drawing, at);
  if (node !== undefined) clickNode(drawing, node);
  else if (edge === undefined) clearSelection(app);
  else {
    const { edge: index } = picture.getEdgeAttributes(edge);
    if (index !== undefined) chooseEdge(app, index);
  }
}

function clickNode({ app, picture }: Drawing, key: string): void {
  const { node, group } = picture.getNodeAttributes(key);
  if (group === undefined) chooseNode(app, node);
  else app.go({ opened: [...app.state.opened, group.community].sort((a, b) => a - b) });
}
