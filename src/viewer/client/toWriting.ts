/** Which names the picture bears in the present state. */
import type { Line } from './curve.ts';
import { edgeSuffix, labelOf } from './facts.ts';
import type { Drawing } from './stage.ts';
import { WORDS } from './words.ts';
import type { LineNameSpec, NameSpec, Writing } from './writing.ts';

/** Circles smaller than this, in pixels, bear no name in a large graph. */
const SMALL = 3;
/** A graph with fewer nodes is small: all of its names are tried. */
const FEW = 200;
/** Nodes looked at for names, and edges, at each frame. */
const LOOKED = 3000;
const LOOKED_MOVING = 600;
const LINES = 120;

export function toWriting(drawing: Drawing): Writing {
  const { emphasis, order, pointed, picture } = drawing;
  const forward = emphasis === undefined ? order : order.filter((key) => isForward(drawing, key));
  const few = order.length <= FEW || (emphasis !== undefined && forward.length <= FEW);
  const specs = onScreen(drawing, forward.slice(0, drawing.motion.moving ? LOOKED_MOVING : LOOKED));
  return {
    names: specs.filter(({ radius, chosen }) => few || chosen || radius >= SMALL),
    circles: specs.filter(({ radius }) => radius >= SMALL),
    lines: lineNames(drawing),
    pointed: {
      node:
        pointed.node !== undefined && picture.hasNode(pointed.node)
          ? nameOf(drawing, pointed.node)
          : undefined,
      line:
        pointed.edge !== undefined && picture.hasEdge(pointed.edge)
          ? lineOf(drawing, pointed.edge, true)
          : undefined,
    },
  };
}

function isForward({ picture, emphasis }: Drawing, key: string): boolean {
  const { node, group } = picture.getNodeAttributes(key);
  return group === undefined && (emphasis?.nodes.has(node) ?? true);
}

function onScreen(drawing: Drawing, keys: readonly string[]): NameSpec[] {
  const { width, height } = drawing.renderer.getDimensions();
  return keys
    .map((key) => nameOf(drawing, key))
    .filter(({ x, y, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius);
}

function nameOf(drawing: Drawing, key: string): NameSpec {
  const { app, renderer, picture, emphasis } = drawing;
  const { x, y, size, node, group } = picture.getNodeAttributes(key);
  const place = renderer.graphToViewport({ x, y });
  const label = labelOf(app.model, node);
  const text = group === undefined || group.members === 1 ? label : WORDS.community(label, group.members);
  const chosen = group === undefined && emphasis?.chosenNodes.has(node) === true;
  return { x: place.x, y: place.y, radius: renderer.scaleSize(size), text, chosen };
}

/** Of the edges that are forward; of all, while they are few. */
function lineNames(drawing: Drawing): LineNameSpec[] {
  const { emphasis, app, picture } = drawing;
  const forward = emphasis === undefined ? undefined : [...emphasis.edges];
  if (forward === undefined && app.visible.edgeCount > LINES) return [];
  const keys = forward?.slice(0, LINES).map((edge) => `e${edge}`) ?? picture.edges();
  return keys.filter((key) => picture.hasEdge(key)).flatMap((key) => lineOf(drawing, key, false) ?? []);
}

function lineOf(drawing: Drawing, key: string, pointed: boolean): LineNameSpec | undefined {
  const { app, picture, emphasis } = drawing;
  const { edge, count } = picture.getEdgeAttributes(key);
  const ends = endsOf(drawing, key);
  if (edge === undefined) {
    return { ...ends, bend: 0, text: WORDS.bundle(count), chosen: pointed, always: pointed };
  }
  if (app.visible.edges[edge] !== 1) return undefined;
  const chosen = pointed || emphasis?.chosenEdges.has(edge) === true;
  const always = pointed || (chosen && emphasis?.chosenEdges.size === 1);
  return { ...ends, bend: app.model.bends[edge] ?? 0, text: edgeName(drawing, edge), chosen, always };
}

function endsOf({ renderer, picture }: Drawing, key: string): Pick<Line, 'source' | 'target'> {
  const [source, target] = picture.extremities(key);
  const place = (node: string) => {
    const { x, y } = picture.getNodeAttributes(node);
    return renderer.graphToViewport({ x, y });
  };
  return { source: place(source), target: place(target) };
}

function edgeName({ app }: Drawing, edge: number): string {
  const { edges, relations } = app.model.payload;
  const parts = [
    relations[edges.relation[edge] ?? -1]?.label ?? '',
    edgeSuffix(app.model, edge),
    edges.disputed[edge] === 1 ? WORDS.disputedMark : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
