// What the kernel offers: allot, fill the lists, then steps of sort (now and then), repel, attract, weigh, move.
import { linear, logarithmic } from './attraction';
import { pad, sort as sortBodies } from './curve';
import { repulsion } from './far';
import * as m from './memory';
import { move as moveBodies, weigh as weighBodies } from './motion';
import { BLOCK } from './tree';

/** Room for so many nodes (at least 1) and pairs; 0 where there is none. */
export function allot(nodes: i32, pairs: i32): i32 {
  return m.allot(nodes, pairs, BLOCK);
}

/** Where the lists lie: x, y, mass, id, source, target, pull, forces x and y, those before, sums. */
export function at(list: i32): usize {
  switch (list) {
    case 0:
      return m.x;
    case 1:
      return m.y;
    case 2:
      return m.mass;
    case 3:
      return m.id;
    case 4:
      return m.source;
    case 5:
      return m.target;
    case 6:
      return m.pull;
    case 7:
      return m.fx;
    case 8:
      return m.fy;
    case 9:
      return m.oldX;
    case 10:
      return m.oldY;
    default:
      return m.sums;
  }
}

/** Bodies in the order of where they are. */
export function sort(): void {
  sortBodies();
}

/** Sets the forces to the repulsion. */
export function repel(scaling: f32, theta: f32): void {
  memory.fill(m.fx, 0, (<usize>m.padded) << 2);
  memory.fill(m.fy, 0, (<usize>m.padded) << 2);
  pad();
  repulsion(scaling, theta);
}

/** Adds the attraction. */
export function attract(linLog: bool): void {
  if (linLog) logarithmic();
  else linear();
}

/** Adds gravity, and sums swinging and traction. */
export function weigh(gravity: f32, strong: bool): void {
  weighBodies(gravity, strong);
}

/** Moves the bodies, and sums what the report needs. */
export function move(speed: f32): void {
  moveBodies(speed);
}
