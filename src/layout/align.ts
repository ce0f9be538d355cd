import { centreOf, knownNodes, type Places } from './places.ts';
import { allFinite, type Positions } from './positions.ts';

/**
 * Moved, turned, mirrored and scaled as a whole so that known nodes lie as near as they can to where they were.
 *
 * The least sum of squares (Procrustes analysis; Gower 1975). Positions that say nothing come back centred on the known.
 */
export function alignTo(positions: Positions, places: Places): Positions {
  const known = knownNodes(places);
  if (known.length === 0) return positions;
  const [fromX, fromY] = centreOf(positions, known);
  const [toX, toY] = centreOf(places, known);
  let [same, turn, flip, flipTurn, squares] = [0, 0, 0, 0, 0];
  for (const node of known) {
    const [px, py] = [(positions.x[node] ?? 0) - fromX, (positions.y[node] ?? 0) - fromY];
    const [ex, ey] = [(places.x[node] ?? 0) - toX, (places.y[node] ?? 0) - toY];
    same += px * ex + py * ey;
    turn += px * ey - py * ex;
    flip += px * ex - py * ey;
    flipTurn += px * ey + py * ex;
    squares += px * px + py * py;
  }
  const mirrored = flip * flip + flipTurn * flipTurn > same * same + turn * turn;
  const [a, b] = mirrored ? [flip, flipTurn] : [same, turn];
  const [cos, sin] = squares > 0 ? [a / squares, b / squares] : [1, 0];
  const sign = mirrored ? -1 : 1;
  const aligned = {
    x: positions.x.map((x, i) => toX + cos * (x - fromX) - sin * sign * ((positions.y[i] ?? 0) - fromY)),
    y: positions.x.map((x, i) => toY + sin * (x - fromX) + cos * sign * ((positions.y[i] ?? 0) - fromY)),
  };
  return allFinite(aligned) ? aligned : positions;
}
