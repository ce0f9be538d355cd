/** The k nearest of a node in a picture, exactly: a k-d tree in flat arrays, with a heap of the best so far. */

const LEAF = 12;

/** A balanced tree over the places: `order` is split at the middle of each range by x or y, whichever is wider. */
export function indexOf(x, y) {
  const count = x.length;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const byY = new Uint8Array(count);
  const ranges = [0, count];
  while (ranges.length > 0) {
    const [begin, end] = ranges.splice(-2);
    if (end - begin <= LEAF) continue;
    const middle = (begin + end) >> 1;
    const vertical = spanOf(y, order, begin, end) > spanOf(x, order, begin, end);
    byY[middle] = vertical ? 1 : 0;
    select(order, vertical ? y : x, { begin, end: end - 1, middle });
    ranges.push(begin, middle, middle + 1, end);
  }
  const heap = { size: 0, distance: new Float64Array(count), node: new Uint32Array(count) };
  return { x, y, order, byY, heap };
}

function spanOf(values, order, begin, end) {
  let [low, high] = [Infinity, -Infinity];
  for (let i = begin; i < end; i++) {
    const value = values[order[i]];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** Hoare's selection: afterwards `order[middle]` is where sorting would put it, smaller before and larger behind. */
function select(order, values, { begin, end, middle }) {
  while (begin < end) {
    const pivot = values[order[(begin + end) >> 1]];
    let [low, high] = [begin, end];
    while (low <= high) {
      while (values[order[low]] < pivot) low++;
      while (values[order[high]] > pivot) high--;
      if (low > high) break;
      const held = order[low];
      order[low++] = order[high];
      order[high--] = held;
    }
    if (middle <= high) end = high;
    else if (middle >= low) begin = low;
    else return;
  }
}

/**
 * The k nodes nearest to a node, itself excepted; at the same distance the lower number. In no particular order; the array
 * belongs to the tree and is overwritten by the next call.
 */
export function nearest(tree, node, k) {
  tree.heap.size = 0;
  search(tree, { node, k, px: tree.x[node], py: tree.y[node] }, 0, tree.order.length);
  return tree.heap.node;
}

function search(tree, query, begin, end) {
  const { x, y, order, byY, heap } = tree;
  if (end - begin <= LEAF) {
    for (let i = begin; i < end; i++) offer(tree, query, order[i]);
    return;
  }
  const middle = (begin + end) >> 1;
  const split = order[middle];
  const beyond = byY[middle] ? query.py - y[split] : query.px - x[split];
  if (beyond < 0) search(tree, query, begin, middle);
  else search(tree, query, middle + 1, end);
  offer(tree, query, split);
  // Places as far as the farthest kept still count: their number decides.
  if (heap.size === query.k && beyond * beyond > heap.distance[0]) return;
  if (beyond < 0) search(tree, query, middle + 1, end);
  else search(tree, query, begin, middle);
}

function offer({ x, y, heap }, { node, k, px, py }, other) {
  if (other === node) return;
  const [dx, dy] = [x[other] - px, y[other] - py];
  const square = dx * dx + dy * dy;
  if (heap.size < k) rise(heap, square, other);
  else if (farther(heap, 0, square, other)) sink(heap, square, other);
}

function farther({ distance, node }, at, square, other) {
  return distance[at] > square || (distance[at] === square && node[at] > other);
}

function rise(heap, square, other) {
  let at = heap.size++;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (farther(heap, parent, square, other)) break;
    heap.distance[at] = heap.distance[parent];
    heap.node[at] = heap.node[parent];
    at = parent;
  }
  heap.distance[at] = square;
  heap.node[at] = other;
}

function sink(heap, square, other) {
  const { distance, node, size } = heap;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && farther(heap, child + 1, distance[child], node[child])) child++;
    if (!farther(heap, child, square, other)) break;
    distance[at] = distance[child];
    node[at] = node[child];
    at = child;
  }
  distance[at] = square;
  node[at] = other;
}
