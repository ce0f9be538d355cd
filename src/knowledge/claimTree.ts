import type { Claim } from './claims.ts';

/** Which claims are looked for: of an object that can be true as well, or of one that cannot. */
export type Wanted = 'same' | 'differ';

/** What is known of all claims below a node. */
interface Node {
  readonly place: number;
  readonly leastLow: number;
  readonly mostLow: number;
  readonly leastHigh: number;
  readonly mostHigh: number;
  readonly firstStart: number;
  readonly lastEnd: number;
}

/**
 * Claims of one topic, so that those against another are found without a look at each: the tree is sorted by time,
 * then value, and its nodes say what can be below them.
 */
export class ClaimTree {
  /** A heap: the children of node i are 2i and 2i + 1, the claims are the last half; index 0 is unused. */
  readonly #nodes: Node[];
  readonly #size: number;

  constructor(claims: readonly Claim[]) {
    const sorted = [...claims].sort(compareClaims);
    this.#size = sorted.length;
    this.#nodes = new Array<Node>(2 * this.#size);
    sorted.forEach((claim, i) => {
      this.#nodes[this.#size + i] = leaf(claim);
    });
    for (let i = this.#size - 1; i > 0; i--) {
      const [left, right] = [this.#nodes[2 * i], this.#nodes[2 * i + 1]];
      if (left && right) this.#nodes[i] = join(left, right);
    }
  }

  /** Adds to `found`, which stays sorted, the first places of claims at the time of `claim`: `most` in all. */
  search(claim: Claim, wanted: Wanted, { found, most }: { found: number[]; most: number }): void {
    const visit = (at: number): void => {
      const node = this.#nodes[at];
      if (!node || !mayHold(node, claim, wanted)) return;
      if (found.length >= most && node.place > (found.at(-1) ?? 0)) return;
      if (at >= this.#size) {
        insert(found, node.place);
        if (found.length > most) found.pop();
        return;
      }
      const nearer = (this.#nodes[2 * at]?.place ?? 0) < (this.#nodes[2 * at + 1]?.place ?? 0) ? 0 : 1;
      visit(2 * at + nearer);
      visit(2 * at + 1 - nearer);
    };
    visit(1);
  }
}

/** By start, since that is what parts the claims most; then by value. Infinity minus itself is no number. */
function compareClaims(a: Claim, b: Claim): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.low !== b.low) return a.low < b.low ? -1 : 1;
  return a.place - b.place;
}

function leaf({ place, low, high, start, end }: Claim): Node {
  return {
    place,
    leastLow: low,
    mostLow: low,
    leastHigh: high,
    mostHigh: high,
    firstStart: start,
    lastEnd: end,
  };
}

function join(a: Node, b: Node): Node {
  return {
    place: Math.min(a.place, b.place),
    leastLow: Math.min(a.leastLow, b.leastLow),
    mostLow: Math.max(a.mostLow, b.mostLow),
    leastHigh: Math.min(a.leastHigh, b.leastHigh),
    mostHigh: Math.max(a.mostHigh, b.mostHigh),
    firstStart: Math.min(a.firstStart, b.firstStart),
    lastEnd: Math.max(a.lastEnd, b.lastEnd),
  };
}

/** Whether a claim below the node can be against `claim`; of a single claim: whether it is. */
function mayHold(node: Node, { low, high, start, end }: Claim, wanted: Wanted): boolean {
  if (node.lastEnd < start || end < node.firstStart) return false;
  return wanted === 'same'
    ? node.leastLow <= high && node.mostHigh >= low
    : node.leastHigh < low || node.mostLow > high;
}

function insert(sorted: number[], place: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] ?? 0) > place) at--;
  sorted.splice(at, 0, place);
}
