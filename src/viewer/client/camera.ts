/** Moving the picture: zoom, all of it, and bringing something in. Without motion for those who want none. */
import type Sigma from 'sigma';
import type { Point } from './curve.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import { prefersStill } from './theme.ts';

export interface StageCamera {
  zoom(factor: number): void;
  reset(): void;
  /**
   * Places of the graph, not of the screen. Moves only if one of them is outside, or too near the rim; zooms out where
   * they do not fit.
   */
  bringIn(places: readonly Point[]): void;
}

const MARGIN = 40;

export function createCamera(renderer: Sigma<NodeAttributes, EdgeAttributes>): StageCamera {
  const camera = renderer.getCamera();
  const move = (to: { x?: number; y?: number; ratio?: number }) => {
    const target = camera.validateState(to);
    if (prefersStill()) camera.setState(target);
    else void camera.animate(target, { duration: 250 });
  };
  return {
    zoom: (factor) => move({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
    reset: () => move({ x: 0.5, y: 0.5, ratio: 1 }),
    bringIn(places) {
      if (places.length === 0) return;
      const { width, height } = renderer.getDimensions();
      const points = places.map((place) => renderer.graphToViewport(place));
      const [across, down] = [rangeOf(points, 'x'), rangeOf(points, 'y')];
      const [roomAcross, roomDown] = [width - 2 * MARGIN, height - 2 * MARGIN];
      const spread = Math.max(
        across.length / Math.max(1, roomAcross),
        down.length / Math.max(1, roomDown),
        1,
      );
      const shift = { x: shiftOf(across, width), y: shiftOf(down, height) };
      if (spread === 1 && shift.x === 0 && shift.y === 0) return;
      // The point that comes to the middle: as little as brings all in, or of what does not fit its own middle.
      const middle =
        spread === 1
          ? { x: width / 2 + shift.x, y: height / 2 + shift.y }
          : { x: across.low + across.length / 2, y: down.low + down.length / 2 };
      const ratio = camera.getBoundedRatio(camera.ratio * spread);
      move({ ...renderer.viewportToFramedGraph(middle), ratio });
    },
  };
}

interface Range {
  readonly low: number;
  readonly length: number;
}

function rangeOf(points: readonly Point[], axis: 'x' | 'y'): Range {
  const low = points.reduce((least, point) => Math.min(least, point[axis]), Number.POSITIVE_INFINITY);
  const high = points.reduce((most, point) => Math.max(most, point[axis]), Number.NEGATIVE_INFINITY);
  return { low, length: high - low };
}

/** How far a range lies beyond the margins. */
function shiftOf({ low, length }: Range, side: number): number {
  return Math.min(0, low - MARGIN) + Math.max(0, low + length - side + MARGIN);
}
