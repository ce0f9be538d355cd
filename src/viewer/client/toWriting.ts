/** Which names the picture bears in the present state. */
import { edgeSentence, edgeWords, labelOf } from './facts.ts';
import type { Circle } from './pointing.ts';
import { type Drawing, radiusOf } from './stage.ts';
import { WORDS } from './words.ts';
import type { LineNameSpec, LineSpec, NameSpec, Writing } from './writing.ts';

/** Circles smaller than this, in pixels, bear no name in a large graph. */
const SMALL = 3;
/** A graph with fewer nodes is small: all of its names are tried. */
const FEW = 200;
/** Nodes looked at for names, and edges, at each frame. */
const LOOKED = 3000;
const LOOKED_MOVING = 600;
const LINES = 120;
/** Edges that names keep clear of. */
const DRAWN = 400;

export function toWriting(drawing: Drawing): Writing {
  const { emphasis, order, pointed, picture } = drawing;
  const { node, edge } = pointed;
  const forward = onScreen(drawing).filter((key) => emphasis === undefined || isForward(drawing, key));
  const few = order.length <= FEW || (emphasis !== undefined && forward.length <= FEW);
  const looked = forward.slice(0, drawing.motion.moving ? LOOKED_MOVING : LOOKED);
  const specs = looked.map((key) => nameOf(drawing, key));
  return {
    names: specs.filter(({ radius, chosen }) => few || chosen || radius >= SMALL),
    circles: specs.filter(({ radius }) => radius >= SMALL),
    drawn: drawnLines(drawing),
    lines: lineNames(drawing),
    pointed: {
      node: node !== undefined && picture.hasNode(node) ? nameOf(drawing, node) : undefined,
      line: edge !== undefined && picture.hasEdge(edge) ? lineNameOf(drawing, edge, true) : undefined,
    },
  };
}

function isForward({ picture, emphasis }: Drawing, key: string): boolean {
  const { node, group } = picture.getNodeAttributes(key);
  return group === undefined && (emphasis?.nodes.has(node) ?? true);
}

/** Keys of the circles that are seen, the largest first. */
function onScreen({ renderer, targets, leastRadius }: Drawing): string[] {
  const { width, height } = renderer.getDimensions();
  const [from, to] = [
    renderer.viewportToGraph({ x: 0, y: 0 }),
    renderer.viewportToGraph({ x: width, y: height }),
  ];
  const least = leastRadius / renderer.scaleSize(1);
  const isSeen = ({ x, y, radius }: Circle) => {
    const reach = Math.max(radius, least);
    return x > from.x - reach && x < to.x + reach && y > -from.y - reach && y < -to.y + reach;
  };
  return targets.circles.filter(isSeen).map(({ key }) => key);
}

function nameOf(drawing: Drawing, key: string): NameSpec {
  const { app, picture, emphasis } = drawing;
  const { node, group } = picture.getNodeAttributes(key);
  const label = labelOf(app.model, node);
  const text = group === undefined || group.members === 1 ? label : WORDS.community(label, group.members);
  const chosen = group === undefined && emphasis?.chosenNodes.has(node) === true;
  return { key, ...circleOf(drawing, key), text, chosen };
}

function circleOf(drawing: Drawing, key: string): Pick<NameSpec, 'x' | 'y' | 'radius'> {
  const { x, y, size } = drawing.picture.getNodeAttributes(key);
  return { ...drawing.renderer.graphToViewport({ x, y }), radius: radiusOf(drawing, size) };
}

function drawnLines(drawing: Drawing): LineSpec[] {
  const { lines } = drawing.targets;
  return lines.length > DRAWN || drawing.motion.moving ? [] : lines.map(({ key }) => lineOf(drawing, key));
}

/** Of the edges that are forward; of all, while they are few. */
function lineNames(drawing: Drawing): LineNameSpec[] {
  const { emphasis, app, picture } = drawing;
  const forward = emphasis === undefined ? undefined : [...emphasis.edges];
  if (forward === undefined && app.visible.edgeCount > LINES) return [];
  const keys = forward?.slice(0, LINES).map((edge) => `e${edge}`) ?? picture.edges();
  return keys.filter((key) => picture.hasEdge(key)).flatMap((key) => lineNameOf(drawing, key, false) ?? []);
}

function lineNameOf(drawing: Drawing, key: string, pointed: boolean): LineNameSpec | undefined {
  const { app, picture, emphasis } = drawing;
  const { edge, count } = picture.getEdgeAttributes(key);
  const line = lineOf(drawing, key);
  if (edge === undefined) return { ...line, text: WORDS.bundle(count), chosen: pointed, always: pointed };
  if (app.visible.edges[edge] !== 1) return undefined;
  const sentence = edgeSentence(app.model, edge);
  const chosen = pointed || emphasis?.chosenEdges.has(edge) === true;
  // What fairness wants beside a relation is never left out for lack of room.
  const always = pointed || sentence.outcome !== '' || (chosen && emphasis?.chosenEdges.size === 1);
  return { ...line, text: edgeWords(sentence), chosen, always };
}

function lineOf(drawing: Drawing, key: string): LineSpec {
  const { picture, app } = drawing;
  const { edge } = picture.getEdgeAttributes(key);
  const [from, to] = picture.extremities(key);
  const [source, target] = [circleOf(drawing, from), circleOf(drawing, to)];
  return {
    key,
    source,
    target,
    bend: edge === undefined ? 0 : (app.model.bends[edge] ?? 0),
    loop: from === to ? source.radius : undefined,
    sourceRadius: source.radius,
    targetRadius: target.radius,
  };
}
