/** Moving the picture: zoom, all of it, and bringing something in. Without motion for those who want none. */
import type Sigma from 'sigma';
import type { Point } from './curve.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import { prefersStill } from './theme.ts';

export interface StageCamera {
  zoom(factor: number): void;
  reset(): void;
  /** Places of the graph, not of the screen. Moves only if one of them is outside, or too near the rim. */
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
      const isOutside = ({ x, y }: Point) =>
        x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN;
      if (!points.some(isOutside)) return;
      const middle = (axis: 'x' | 'y') => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
      move(renderer.viewportToFramedGraph({ x: middle('x'), y: middle('y') }));
    },
  };
}
