/** What the picture holds that can be pointed at. */
import type { Targets } from './pointing.ts';
import type { Drawing } from './stage.ts';

/** The circles and lines that are shown, bundles among them. */
export function toTargets({ app, picture, order }: Pick<Drawing, 'app' | 'picture' | 'order'>): Targets {
  const { visible, model } = app;
  const circles = order.map((key) => {
    const { x, y, size } = picture.getNodeAttributes(key);
    return { key, x, y: -y, radius: size };
  });
  const ofKey = new Map(circles.map((circle) => [circle.key, circle]));
  const lines = picture.mapEdges((key, { edge }, from, to) => {
    const [source, target] = [ofKey.get(from), ofKey.get(to)];
    if (source === undefined || target === undefined) return [];
    if (edge !== undefined && visible.edges[edge] !== 1) return [];
    const bend = edge === undefined ? 0 : (model.bends[edge] ?? 0);
    return [{ key, source, target, bend, sourceRadius: source.radius, targetRadius: target.radius }];
  });
  return { circles, lines: lines.flat() };
}
