// Where everything lies. All numbers are of 32 bits unless said otherwise; every list starts at a multiple of 64.

/** Bodies in a leaf: two vectors. */
export const LEAF: i32 = 8;
/** The digits of a sorting pass have 11 bits. */
export const BUCKETS: i32 = 2048;
const MOST_LEVELS: i32 = 16;
const STACK_BYTES: i32 = 4096 * 12;

export let count: i32 = 0;
/** The count rounded up to whole leaves; the bodies in between have no mass. */
export let padded: i32 = 0;
export let pairs: i32 = 0;

// Bodies in the order of the curve.
export let x: usize = 0;
export let y: usize = 0;
export let mass: usize = 0;
export let fx: usize = 0;
export let fy: usize = 0;
/** The forces of the step before. */
export let oldX: usize = 0;
export let oldY: usize = 0;
export let swing: usize = 0;
/** The node that each body is. */
export let id: usize = 0;
let spare: usize = 0;

// Pairs, sorted by the body that comes first on the curve.
export let source: usize = 0;
export let target: usize = 0;
export let pull: usize = 0;
export let source2: usize = 0;
export let target2: usize = 0;
export let pull2: usize = 0;

// For sorting.
export let keys: usize = 0;
export let keys2: usize = 0;
export let order: usize = 0;
export let order2: usize = 0;
export let rank: usize = 0;
export let buckets: usize = 0;

// The tree, level by level from the leaves up.
export let blocks: i32 = 0;
export let levels: i32 = 0;
/** The first block and the number of groups of each level. */
export let levelStart: usize = 0;
export let levelGroups: usize = 0;
export let tree: usize = 0;
export let stack: usize = 0;

/** Six sums of 64 bits that a step leaves behind. */
export let sums: usize = 0;

let free: usize = 0;

function take(bytes: usize): usize {
  const at = free;
  free = (free + bytes + 63) & ~63;
  return at;
}

/** Lays out the memory for so many nodes and pairs, and grows it; 0 where the machine has not so much. */
export function allot(nodes: i32, links: i32, blockBytes: i32): i32 {
  count = nodes;
  pairs = links;
  padded = (nodes + LEAF - 1) & ~(LEAF - 1);
  free = (__heap_base + 63) & ~63;
  sums = take(6 * 8);
  levelStart = take(MOST_LEVELS * 4);
  levelGroups = take(MOST_LEVELS * 4);
  buckets = take(3 * BUCKETS * 4);
  stack = take(STACK_BYTES);
  const plan = planLevels();
  takeBodies(<usize>padded * 4);
  takePairs(<usize>links * 4);
  tree = take(<usize>plan * blockBytes);
  const pages = <i32>((free + 0xffff) >>> 16) - memory.size();
  return pages <= 0 || memory.grow(pages) >= 0 ? 1 : 0;
}

/** The numbers of the levels; returns that of all blocks. The plan lies in the first page, which is always there. */
function planLevels(): i32 {
  let groups = padded / LEAF;
  levels = 0;
  blocks = 0;
  while (true) {
    store<i32>(levelStart + (levels << 2), blocks);
    store<i32>(levelGroups + (levels << 2), groups);
    levels++;
    const own = (groups + 3) >> 2;
    blocks += own;
    if (groups <= 4) return blocks;
    groups = own;
  }
}

function takeBodies(bytes: usize): void {
  x = take(bytes);
  y = take(bytes);
  mass = take(bytes);
  fx = take(bytes);
  fy = take(bytes);
  oldX = take(bytes);
  oldY = take(bytes);
  swing = take(bytes);
  id = take(bytes);
  spare = take(bytes);
  keys = take(bytes);
  keys2 = take(bytes);
  order = take(bytes);
  order2 = take(bytes);
  rank = take(bytes);
}

function takePairs(bytes: usize): void {
  source = take(bytes);
  target = take(bytes);
  pull = take(bytes);
  source2 = take(bytes);
  target2 = take(bytes);
  pull2 = take(bytes);
}

/** Brings a list of bodies into the sorted order; returns where it now lies. */
function permuted(from: usize): usize {
  const to = spare;
  const places = order;
  const end = (<usize>count) << 2;
  for (let i: usize = 0; i < end; i += 4) {
    store<u32>(to + i, load<u32>(from + ((<usize>load<u32>(places + i)) << 2)));
  }
  spare = from;
  return to;
}

/** All lists of bodies in the sorted order. */
export function permuteBodies(): void {
  x = permuted(x);
  y = permuted(y);
  mass = permuted(mass);
  oldX = permuted(oldX);
  oldY = permuted(oldY);
  id = permuted(id);
}

export function swapKeys(): void {
  let swap = keys;
  keys = keys2;
  keys2 = swap;
  swap = order;
  order = order2;
  order2 = swap;
}

export function swapPairs(): void {
  let swap = source;
  source = source2;
  source2 = swap;
  swap = target;
  target = target2;
  target2 = swap;
  swap = pull;
  pull = pull2;
  pull2 = swap;
}

/** The forces of this step become those of the step before. */
export function swapForces(): void {
  let swap = fx;
  fx = oldX;
  oldX = swap;
  swap = fy;
  fy = oldY;
  oldY = swap;
}
