/** Keeps a moving picture fluent: on a slow screen the edges of a large graph wait for the end of the movement. */
import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';

/** Asked at each frame. */
export interface Motion {
  readonly moving: boolean;
  readonly hidesEdges: boolean;
}

/** What `watchMotion` keeps up to date. */
export interface MotionState {
  moving: boolean;
  hidesEdges: boolean;
}

/** Milliseconds without a movement that end it, on a slow screen too; and those of a frame that is too long, on average of so many. */
const REST = 140;
const SLOW_REST = 500;
const LONG = 50;
const LOOKED_AT = 3;
/** So many long frames, and the edges stay away from all movements until the picture holds others. */
const PATIENCE = 2;
/** Fewer edges are never what makes a frame long. */
const HEAVY = 3000;

/** Returns what to call when the picture holds other edges, with their number. The time decides only what is drawn meanwhile. */
export function watchMotion(
  renderer: Sigma<NodeAttributes, EdgeAttributes>,
  motion: MotionState,
): (edges: number) => void {
  let rest: number | undefined;
  let long = 0;
  let heavy = false;
  const wait = () => {
    clearTimeout(rest);
    rest = window.setTimeout(stop, motion.hidesEdges ? SLOW_REST : REST);
  };
  const stop = () => {
    // Held still in the middle of a drag: it may go on.
    if (motion.hidesEdges && renderer.getMouseCaptor().isMouseDown) return wait();
    motion.moving = false;
    motion.hidesEdges = false;
    renderer.scheduleRender();
  };
  renderer.getCamera().on('updated', () => {
    motion.moving = true;
    motion.hidesEdges = heavy && long >= PATIENCE;
    wait();
  });
  renderer.on('beforeRender', () => {
    if (!heavy || !motion.moving || motion.hidesEdges) return;
    const began = performance.now();
    // The frames after the next show how long this one took: drawing goes on after the script is done.
    let left = LOOKED_AT;
    const look = () => {
      left -= 1;
      if (left > 0) requestAnimationFrame(look);
      else if (performance.now() - began > LONG * LOOKED_AT) long += 1;
    };
    requestAnimationFrame(look);
  });
  return (edges) => {
    long = 0;
    heavy = edges >= HEAVY;
  };
}
