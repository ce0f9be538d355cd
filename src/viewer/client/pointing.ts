/** Generous to fingers: a click beside a small circle is a click on it. */
import type { Drawing } from './stage.ts';

function coarse(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** More shown edges than this lie so close that a wide grip would only hold the wrong one. */
const DENSE = 5000;

/** Half the clickable width of an edge, in pixels. */
export function gripOf(shownEdges: number): number {
  if (shownEdges > DENSE) return 2;
  return coarse() ? 11 : 5;
}

/** The key of the shown node whose rim is nearest, if that is near enough. */
export function nearestNode(
  { renderer, picture, order }: Drawing,
  at: { x: number; y: number },
): string | undefined {
  let best = coarse() ? 18 : 6;
  let found: string | undefined;
  for (const key of order) {
    const { x, y, size } = picture.getNodeAttributes(key);
    const place = renderer.graphToViewport({ x, y });
    const [dx, dy] = [place.x - at.x, place.y - at.y];
    const distance = Math.sqrt(dx * dx + dy * dy) - renderer.scaleSize(size);
    if (distance >= best) continue;
    best = distance;
    found = key;
  }
  return found;
}
