/** Where on the screen the nodes and edges of a page are, by the same projection as the drawing library. */
import type { Page } from 'playwright-core';
import { type Line, pointOn } from '../../src/viewer/client/curve.ts';
import { toModel } from '../../src/viewer/client/model.ts';
import { extentOf } from '../../src/viewer/client/picture.ts';
import type { ViewerPayload } from '../../src/viewer/payload.ts';
import { graphOf } from './reader.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The rim between the picture and the edge of its canvas, in pixels. */
const PADDING = 24;

/** Of the picture as it is at first, neither moved nor zoomed. */
export interface Places {
  readonly node: (id: string) => Place;
  /** Where most room is between its line and all else. */
  readonly edge: (source: string, relation: string, target: string) => Spot;
  /** By index. */
  readonly edgeAt: (edge: number) => Spot;
}

export interface Spot extends Place {
  /** Pixels to the next circle or line. */
  readonly room: number;
}

export async function placesIn(page: Page, payload: ViewerPayload): Promise<Places> {
  const box = await graphOf(page).boundingBox();
  if (box === null) throw new Error('there is no picture');
  const model = toModel(payload);
  const { x, y } = extentOf(model);
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const scale = scaleOf(box, { width, height });
  const { nodes, edges, relations } = payload;
  const at = (node: number): Place => ({
    x: box.x + box.width / 2 + ((nodes.x[node] ?? 0) - (x[0] + x[1]) / 2) * scale,
    y: box.y + box.height / 2 - ((nodes.y[node] ?? 0) - (y[0] + y[1]) / 2) * scale,
  });
  const { bends } = model;
  const lines = edges.id.map((_, edge): Line => {
    const ends = [edges.source[edge] ?? 0, edges.target[edge] ?? 0] as const;
    return { source: at(ends[0]), target: at(ends[1]), bend: bends[edge] ?? 0 };
  });
  const circles = nodes.size.map((size, node) => ({ ...at(node), radius: size * scale }));
  const edgeAt = (edge: number): Spot => {
    const line = lines[edge];
    if (line === undefined) throw new Error(`no edge ${edge}`);
    const others = lines.filter((one) => one !== line).flatMap(pointsOf);
    const room = (point: Place) =>
      Math.min(
        ...circles.map((circle) => distance(point, circle) - circle.radius),
        ...others.map((other) => distance(point, other)),
      );
    const spots = pointsOf(line).map((point) => ({ ...point, room: room(point) }));
    return spots.reduce((best, spot) => (spot.room > best.room ? spot : best));
  };
  const isCalled = (edge: number, names: readonly string[]) =>
    [
      nodes.id[edges.source[edge] ?? -1],
      relations[edges.relation[edge] ?? -1]?.label,
      nodes.id[edges.target[edge] ?? -1],
    ].every((name, i) => name === names[i]);
  return {
    node: (id) => at(indexIn(nodes.id, id)),
    edge: (...names) => edgeAt(edges.id.findIndex((_, edge) => isCalled(edge, names))),
    edgeAt,
  };
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function pointsOf(line: Line): Place[] {
  return Array.from({ length: 39 }, (_, i) => pointOn(line, (i + 1) / 40));
}

interface Extents {
  readonly width: number;
  readonly height: number;
}

/** Pixels to one unit of the positions: the picture touches two sides of its canvas, less the rim. */
function scaleOf(canvas: Extents, picture: Extents): number {
  const canvasRatio = canvas.height / canvas.width;
  const ratio = picture.height / picture.width;
  const across = (canvasRatio < 1 && ratio > 1) || (canvasRatio > 1 && ratio < 1);
  const fit = across ? 1 : Math.min(Math.max(ratio, 1 / ratio), Math.max(1 / canvasRatio, canvasRatio));
  const side = Math.min(canvas.width, canvas.height) - 2 * PADDING;
  return (side * fit) / Math.max(picture.width, picture.height);
}

function indexIn(ids: readonly string[], id: string): number {
  const index = ids.indexOf(id);
  if (index < 0) throw new Error(`no node ${id}`);
  return index;
}
