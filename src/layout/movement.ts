import type { Movement } from '../graph/view.ts';
import { centreOf, knownNodes, type Places } from './places.ts';
import { type Positions, square } from './positions.ts';

/** How far known nodes came from where they were; a shift of the whole, to centre it, is no movement. */
export function movementOf(places: Places, positions: Positions): Movement {
  const known = knownNodes(places);
  const added = positions.x.length - known.length;
  if (known.length === 0) return { known: 0, added, mean: 0, largest: 0 };
  const from = known.map((node) => [places.x[node] ?? 0, places.y[node] ?? 0] as const);
  const [fromX, fromY] = centreOf(places, known);
  const [toX, toY] = centreOf(positions, known);
  const [shiftX, shiftY] = [toX - fromX, toY - fromY];
  const extent = Math.sqrt(
    from.reduce((sum, [x, y]) => sum + square(x - fromX) + square(y - fromY), 0) / known.length,
  );
  const distances = known.map((node, i) => {
    const [x, y] = from[i] ?? [0, 0];
    const dx = (positions.x[node] ?? 0) - x - shiftX;
    const dy = (positions.y[node] ?? 0) - y - shiftY;
    return Math.sqrt(dx * dx + dy * dy);
  });
  // Places are in hundredths: less than that is none.
  const part = (distance: number) => (extent > 0 && distance > 1e-6 ? distance / extent : 0);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / known.length;
  const largest = distances.reduce((most, distance) => Math.max(most, distance), 0);
  return { known: known.length, added, mean: part(mean), largest: part(largest) };
}
