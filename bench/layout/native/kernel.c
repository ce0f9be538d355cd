// The force kernel of src/layout/forces/assembly in C: the yardstick for it. Built for WebAssembly by clang, and
// natively for the bar against native code. The same steps in the same order; see docs/design/force-kernel.md.
#include <stdint.h>

typedef float v4 __attribute__((vector_size(16)));
typedef int32_t i4 __attribute__((vector_size(16)));
typedef double d2 __attribute__((vector_size(16)));

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
extern uint8_t __heap_base;
#define LANES(mask) ((int)__builtin_wasm_bitmask_i32x4(mask))
#define MAX4(a, b) __builtin_wasm_pmax_f32x4(a, b)
static inline v4 sqrt4(v4 v) { return __builtin_wasm_sqrt_f32x4(v); }
#else
#include <immintrin.h>
#define EXPORT(name)
#define LANES(mask) _mm_movemask_ps((__m128)(mask))
#define MAX4(a, b) ((v4)_mm_max_ps((__m128)(a), (__m128)(b)))
static inline v4 sqrt4(v4 v) { return (v4)_mm_sqrt_ps((__m128)v); }
#endif

#define SPLAT(s) ((v4){(s), (s), (s), (s)})
#define ROTATE(v) __builtin_shufflevector(v, v, 1, 2, 3, 0)

enum { LEAF = 8, FANOUT = 4, STACK = 4096, RADIX = 2048 };
// See far.ts.
static const float OPENING = 0.65f * 0.65f;
static const float NEAR = 1e-18f;  // squares of distances below this count as this

// Four sibling groups, field by field: a, b and c are the coefficients of the field about the centre, complex.
typedef struct {
  v4 x, y, mass, radius, qr, qi;
  v4 ar, ai, br, bi, cr, ci;
  v4 left, right, bottom, top;
  i4 child;  // the block of the children, or, negative, −1 − the number of the leaf
  i4 lanes;  // the first is the set of lanes with a group
} Block;

typedef struct {
  int cell;  // block · 4 + lane
  int block; // −1 for the inside of the cell's own children
  int lanes;
} Pair;

static int count, padded, pairs, blocks, levels;
static int level_start[16], level_cells[16];
static float *x, *y, *m, *fx, *fy, *ox, *oy, *swing, *spare;
static uint32_t *id, *source, *target, *key, *key2, *order, *order2, *rank;
static float *pull;
static uint32_t *source2, *target2;
static float *pull2;
static Block *tree;
static Pair *stack;
static double sums[8];

static uint8_t *next_free;
static void *take(uint64_t bytes) {
  uint8_t *at = next_free;
  next_free += (bytes + 63) & ~(uint64_t)63;
  return at;
}

static void plan(void) {
  levels = 0;
  blocks = 0;
  int cells = padded / LEAF;
  for (;;) {
    int own = (cells + FANOUT - 1) / FANOUT;
    level_start[levels] = blocks;
    level_cells[levels] = cells;
    levels++;
    blocks += own;
    if (cells <= FANOUT) break;
    cells = own;
  }
}

// Lays out the memory from `base`; returns the bytes needed in all.
static uint64_t allot(uint8_t *base, int nodes, int links) {
  count = nodes;
  pairs = links;
  padded = (nodes + LEAF - 1) / LEAF * LEAF;
  plan();
  next_free = base;
  x = take(padded * 4);
  y = take(padded * 4);
  m = take(padded * 4);
  fx = take(padded * 4);
  fy = take(padded * 4);
  ox = take(padded * 4);
  oy = take(padded * 4);
  swing = take(padded * 4);
  spare = take(padded * 4);
  id = take(padded * 4);
  key = take(padded * 4);
  key2 = take(padded * 4);
  order = take(padded * 4);
  order2 = take(padded * 4);
  rank = take(padded * 4);
  source = take(links * 4ull + 16);
  target = take(links * 4ull + 16);
  pull = take(links * 4ull + 16);
  source2 = take(links * 4ull + 16);
  target2 = take(links * 4ull + 16);
  pull2 = take(links * 4ull + 16);
  tree = take(blocks * (uint64_t)sizeof(Block));
  stack = take(STACK * sizeof(Pair));
  return next_free - base;
}

// ---- order along the curve ----

// The place of a cell of a 65,536 × 65,536 grid on Hilbert's curve.
static inline uint32_t hilbert(uint32_t column, uint32_t row) {
  uint32_t at = 0;
  for (uint32_t side = 1u << 15; side > 0; side >>= 1) {
    uint32_t right = (column & side) ? 1 : 0, up = (row & side) ? 1 : 0;
    at = (at << 2) | ((3 * right) ^ up);
    if (!up) {
      if (right) {
        column = ~column;
        row = ~row;
      }
      uint32_t swap = column;
      column = row;
      row = swap;
    }
  }
  return at;
}

static inline uint32_t grid(float value, float low, float scale) {
  float at = (value - low) * scale;
  return at <= 0 ? 0 : at >= 65535.0f ? 65535 : (uint32_t)at;
}

static void make_keys(void) {
  double sx = 0, sy = 0, squares = 0;
  for (int i = 0; i < count; i++) {
    sx += x[i];
    sy += y[i];
    squares += (double)x[i] * x[i] + (double)y[i] * y[i];
  }
  double mx = sx / count, my = sy / count;
  double variance = squares / count - mx * mx - my * my;
  float reach = (float)(4 * __builtin_sqrt(variance > 0 ? variance : 0)) + 1e-9f;
  float low_x = (float)mx - reach, low_y = (float)my - reach, scale = 32768.0f / reach;
  for (int i = 0; i < count; i++) {
    key[i] = hilbert(grid(x[i], low_x, scale), grid(y[i], low_y, scale));
    order[i] = i;
  }
}

static uint32_t bucket[3][RADIX];

// Sorts keys with their nodes, 11 bits at a time.
static void sort_keys(void) {
  for (int d = 0; d < 3; d++)
    for (int b = 0; b < RADIX; b++) bucket[d][b] = 0;
  for (int i = 0; i < count; i++) {
    uint32_t k = key[i];
    bucket[0][k & 2047]++;
    bucket[1][(k >> 11) & 2047]++;
    bucket[2][k >> 22]++;
  }
  for (int d = 0; d < 3; d++) {
    uint32_t sum = 0;
    for (int b = 0; b < RADIX; b++) {
      uint32_t own = bucket[d][b];
      bucket[d][b] = sum;
      sum += own;
    }
    for (int i = 0; i < count; i++) {
      uint32_t k = key[i];
      uint32_t at = bucket[d][(k >> (11 * d)) & 2047]++;
      key2[at] = k;
      order2[at] = order[i];
    }
    uint32_t *swap = key;
    key = key2;
    key2 = swap;
    swap = order;
    order = order2;
    order2 = swap;
  }
}

static void permute(float **values) {
  float *from = *values, *to = spare;
  for (int i = 0; i < count; i++) to[i] = from[order[i]];
  *values = to;
  spare = from;
}

// New ranks for the ends of pairs, the lower end first, sorted by it.
static void relabel(void) {
  for (int i = 0; i < count; i++) rank[order[i]] = i;
  uint32_t *starts = key;
  for (int i = 0; i < count; i++) starts[i] = 0;
  for (int e = 0; e < pairs; e++) {
    uint32_t s = rank[source[e]], t = rank[target[e]];
    source[e] = s < t ? s : t;
    target[e] = s < t ? t : s;
    starts[source[e]]++;
  }
  uint32_t sum = 0;
  for (int i = 0; i < count; i++) {
    uint32_t own = starts[i];
    starts[i] = sum;
    sum += own;
  }
  for (int e = 0; e < pairs; e++) {
    uint32_t at = starts[source[e]]++;
    source2[at] = source[e];
    target2[at] = target[e];
    pull2[at] = pull[e];
  }
  uint32_t *swap = source;
  source = source2;
  source2 = swap;
  swap = target;
  target = target2;
  target2 = swap;
  float *swap_pull = pull;
  pull = pull2;
  pull2 = swap_pull;
}

static void pad(void) {
  for (int i = count; i < padded; i++) {
    x[i] = x[count - 1];
    y[i] = y[count - 1];
    m[i] = ox[i] = oy[i] = 0;
  }
}

EXPORT(sort) void sort(void) {
  make_keys();
  sort_keys();
  permute(&x);
  permute(&y);
  permute(&m);
  permute(&ox);
  permute(&oy);
  permute((float **)&id);
  relabel();
  pad();
}

// ---- the tree ----

static inline float max_lane(v4 v) {
  float a = v[0] > v[1] ? v[0] : v[1], b = v[2] > v[3] ? v[2] : v[3];
  return a > b ? a : b;
}
static inline float min_lane(v4 v) {
  float a = v[0] < v[1] ? v[0] : v[1], b = v[2] < v[3] ? v[2] : v[3];
  return a < b ? a : b;
}
static inline float sum_lanes(v4 v) { return (v[0] + v[2]) + (v[1] + v[3]); }
static inline v4 min4(v4 a, v4 b) {
  i4 less = a < b;
  return (v4)(((i4)a & less) | ((i4)b & ~less));
}

// The farthest that a body of the box may be from the centre.
static inline float corner(float cx, float cy, Block *b, int k) {
  float dx = cx - b->left[k], dy = cy - b->bottom[k];
  float ex = b->right[k] - cx, ey = b->top[k] - cy;
  float wide = dx > ex ? dx : ex, high = dy > ey ? dy : ey;
  return __builtin_sqrtf(wide * wide + high * high);
}

static void fit_leaf(int leaf) {
  Block *b = &tree[leaf >> 2];
  int k = leaf & 3, at = leaf * LEAF;
  v4 x0 = *(v4 *)(x + at), x1 = *(v4 *)(x + at + 4), y0 = *(v4 *)(y + at), y1 = *(v4 *)(y + at + 4);
  v4 m0 = *(v4 *)(m + at), m1 = *(v4 *)(m + at + 4);
  float mass = sum_lanes(m0 + m1);
  float cx = sum_lanes(m0 * x0 + m1 * x1) / mass, cy = sum_lanes(m0 * y0 + m1 * y1) / mass;
  v4 dx0 = x0 - SPLAT(cx), dx1 = x1 - SPLAT(cx), dy0 = y0 - SPLAT(cy), dy1 = y1 - SPLAT(cy);
  v4 r0 = dx0 * dx0 + dy0 * dy0, r1 = dx1 * dx1 + dy1 * dy1;
  b->x[k] = cx;
  b->y[k] = cy;
  b->mass[k] = mass;
  b->radius[k] = __builtin_sqrtf(max_lane(MAX4(r0, r1)));
  b->qr[k] = sum_lanes(m0 * (dx0 * dx0 - dy0 * dy0) + m1 * (dx1 * dx1 - dy1 * dy1));
  b->qi[k] = 2 * sum_lanes(m0 * dx0 * dy0 + m1 * dx1 * dy1);
  b->left[k] = min_lane(min4(x0, x1));
  b->right[k] = max_lane(MAX4(x0, x1));
  b->bottom[k] = min_lane(min4(y0, y1));
  b->top[k] = max_lane(MAX4(y0, y1));
  b->child[k] = -1 - leaf;
}

static void fit_parent(Block *b, int k, int child) {
  Block *c = &tree[child];
  float mass = sum_lanes(c->mass);
  float cx = sum_lanes(c->mass * c->x) / mass, cy = sum_lanes(c->mass * c->y) / mass;
  v4 dx = c->x - SPLAT(cx), dy = c->y - SPLAT(cy);
  b->x[k] = cx;
  b->y[k] = cy;
  b->mass[k] = mass;
  b->qr[k] = sum_lanes(c->qr + c->mass * (dx * dx - dy * dy));
  b->qi[k] = sum_lanes(c->qi + c->mass * (dx * dy) * SPLAT(2));
  b->left[k] = min_lane(c->left);
  b->right[k] = max_lane(c->right);
  b->bottom[k] = min_lane(c->bottom);
  b->top[k] = max_lane(c->top);
  float by_children = max_lane(sqrt4(dx * dx + dy * dy) + c->radius);
  float by_corner = corner(cx, cy, b, k);
  b->radius[k] = by_children < by_corner ? by_children : by_corner;
  b->child[k] = child;
}

// Lanes without a group repeat the last one without mass.
static void fill_lanes(Block *b, int used) {
  b->lanes[0] = (1 << used) - 1;
  for (int k = used; k < 4; k++) {
    int last = used - 1;
    b->x[k] = b->x[last];
    b->y[k] = b->y[last];
    b->mass[k] = 0;
    b->radius[k] = b->radius[last];
    b->qr[k] = b->qi[k] = 0;
    b->left[k] = b->left[last];
    b->right[k] = b->right[last];
    b->bottom[k] = b->bottom[last];
    b->top[k] = b->top[last];
    b->child[k] = 0;
  }
}

static void fit(void) {
  v4 zero = SPLAT(0);
  for (int level = 0; level < levels; level++) {
    int cells = level_cells[level], start = level_start[level];
    for (int i = 0; i < cells; i++) {
      Block *b = &tree[start + (i >> 2)];
      if (level == 0) fit_leaf(i);
      else fit_parent(b, i & 3, level_start[level - 1] + i);
      if (i == cells - 1 || (i & 3) == 3) fill_lanes(b, (i & 3) + 1);
    }
  }
  for (int i = 0; i < blocks; i++) {
    Block *b = &tree[i];
    b->ar = b->ai = b->br = b->bi = b->cr = b->ci = zero;
  }
}

// ---- repulsion ----

#ifndef WIDE
// Bodies a … a + 3 with bodies b … b + 3, every pair once.
static inline void tile(int a, int b) {
  v4 near = SPLAT(NEAR);
  v4 xa = *(v4 *)(x + a), ya = *(v4 *)(y + a), ma = *(v4 *)(m + a), fxa = *(v4 *)(fx + a), fya = *(v4 *)(fy + a);
  v4 xb = *(v4 *)(x + b), yb = *(v4 *)(y + b), mb = *(v4 *)(m + b), fxb = *(v4 *)(fx + b), fyb = *(v4 *)(fy + b);
#pragma clang loop unroll(full)
  for (int turn = 0; turn < 4; turn++) {
    v4 dx = xa - xb, dy = ya - yb;
    v4 f = (ma * mb) / MAX4(dx * dx + dy * dy, near);
    v4 gx = f * dx, gy = f * dy;
    fxa += gx, fya += gy, fxb -= gx, fyb -= gy;
    xb = ROTATE(xb), yb = ROTATE(yb), mb = ROTATE(mb), fxb = ROTATE(fxb), fyb = ROTATE(fyb);
  }
  *(v4 *)(fx + a) = fxa;
  *(v4 *)(fy + a) = fya;
  *(v4 *)(fx + b) = fxb;
  *(v4 *)(fy + b) = fyb;
}

// Four bodies among themselves.
static inline void self_tile(int a) {
  v4 near = SPLAT(NEAR);
  v4 xa = *(v4 *)(x + a), ya = *(v4 *)(y + a), ma = *(v4 *)(m + a), fxa = *(v4 *)(fx + a), fya = *(v4 *)(fy + a);
  v4 xb = xa, yb = ya, mb = ma;
  for (int turn = 0; turn < 3; turn++) {
    xb = ROTATE(xb), yb = ROTATE(yb), mb = ROTATE(mb);
    v4 dx = xa - xb, dy = ya - yb;
    v4 f = (ma * mb) / MAX4(dx * dx + dy * dy, near);
    fxa += f * dx, fya += f * dy;
  }
  *(v4 *)(fx + a) = fxa;
  *(v4 *)(fy + a) = fya;
}

static void leaf_pair(int a, int b) {
  for (int i = a * LEAF; i < a * LEAF + LEAF; i += 4)
    for (int j = b * LEAF; j < b * LEAF + LEAF; j += 4) tile(i, j);
}

static void leaf_self(int a) {
  for (int i = a * LEAF; i < a * LEAF + LEAF; i += 4) {
    self_tile(i);
    for (int j = i + 4; j < a * LEAF + LEAF; j += 4) tile(i, j);
  }
}
#else
// The same eight bodies at a time, for machines with vectors of 256 bits.
typedef float v8 __attribute__((vector_size(32)));
#define SPLAT8(s) ((v8){(s), (s), (s), (s), (s), (s), (s), (s)})
#define ROTATE8(v) __builtin_shufflevector(v, v, 1, 2, 3, 4, 5, 6, 7, 0)
static void leaf_pair(int la, int lb) {
  int a = la * 8, b = lb * 8;
  v8 xa = *(v8 *)(x + a), ya = *(v8 *)(y + a), ma = *(v8 *)(m + a), fxa = *(v8 *)(fx + a), fya = *(v8 *)(fy + a);
  v8 xb = *(v8 *)(x + b), yb = *(v8 *)(y + b), mb = *(v8 *)(m + b), fxb = *(v8 *)(fx + b), fyb = *(v8 *)(fy + b);
#pragma clang loop unroll(full)
  for (int turn = 0; turn < 8; turn++) {
    v8 dx = xa - xb, dy = ya - yb;
    v8 square = (v8)_mm256_max_ps((__m256)(dx * dx + dy * dy), (__m256)SPLAT8(NEAR));
    v8 f = (ma * mb) / square;
    v8 gx = f * dx, gy = f * dy;
    fxa += gx, fya += gy, fxb -= gx, fyb -= gy;
    xb = ROTATE8(xb), yb = ROTATE8(yb), mb = ROTATE8(mb), fxb = ROTATE8(fxb), fyb = ROTATE8(fyb);
  }
  *(v8 *)(fx + a) = fxa;
  *(v8 *)(fy + a) = fya;
  *(v8 *)(fx + b) = fxb;
  *(v8 *)(fy + b) = fyb;
}
static void leaf_self(int la) {
  int a = la * 8;
  v8 xa = *(v8 *)(x + a), ya = *(v8 *)(y + a), ma = *(v8 *)(m + a), fxa = *(v8 *)(fx + a), fya = *(v8 *)(fy + a);
  v8 xb = xa, yb = ya, mb = ma;
  for (int turn = 0; turn < 7; turn++) {
    xb = ROTATE8(xb), yb = ROTATE8(yb), mb = ROTATE8(mb);
    v8 dx = xa - xb, dy = ya - yb;
    v8 square = (v8)_mm256_max_ps((__m256)(dx * dx + dy * dy), (__m256)SPLAT8(NEAR));
    v8 f = (ma * mb) / square;
    fxa += f * dx, fya += f * dy;
  }
  *(v8 *)(fx + a) = fxa;
  *(v8 *)(fy + a) = fya;
}
#endif

// One group against up to four siblings: expansions both ways where they are far enough; returns the other lanes.
static inline int far_pairs(int cell, int block, int lanes, float opening) {
  Block *a = &tree[cell >> 2], *b = &tree[block];
  int k = cell & 3;
  v4 dx = SPLAT(a->x[k]) - b->x, dy = SPLAT(a->y[k]) - b->y;
  v4 square = dx * dx + dy * dy;
  v4 reach = SPLAT(a->radius[k]) + b->radius;
  i4 far = (reach * reach < square * SPLAT(opening)) & (square > SPLAT(NEAR));
  static const i4 lane_bits = {1, 2, 4, 8};
  far &= ((i4){lanes, lanes, lanes, lanes} & lane_bits) != 0;
  int got = LANES(far);
  if (got == 0) return lanes;
  v4 inverse = (v4)((i4)(SPLAT(1) / square) & far);
  v4 ur = dx * inverse, ui = -dy * inverse;
  v4 u2r = ur * ur - ui * ui, u2i = SPLAT(2) * ur * ui;
  v4 u3r = u2r * ur - u2i * ui, u3i = u2r * ui + u2i * ur;
  v4 am = SPLAT(a->mass[k]), aqr = SPLAT(a->qr[k]), aqi = SPLAT(a->qi[k]);
  b->ar -= am * ur + aqr * u3r - aqi * u3i;
  b->ai -= am * ui + aqr * u3i + aqi * u3r;
  b->br -= am * u2r;
  b->bi -= am * u2i;
  b->cr -= am * u3r;
  b->ci -= am * u3i;
  a->ar[k] += sum_lanes(b->mass * ur + b->qr * u3r - b->qi * u3i);
  a->ai[k] += sum_lanes(b->mass * ui + b->qr * u3i + b->qi * u3r);
  a->br[k] -= sum_lanes(b->mass * u2r);
  a->bi[k] -= sum_lanes(b->mass * u2i);
  a->cr[k] += sum_lanes(b->mass * u3r);
  a->ci[k] += sum_lanes(b->mass * u3i);
  return lanes & ~got;
}

static inline int used_lanes(int block) { return tree[block].lanes[0]; }

// Near pairs of groups, found from the root down; both of a pair at once.
static void traverse(float opening) {
  int top = 0;
  stack[top++] = (Pair){-1, blocks - 1, 0};
  while (top > 0) {
    Pair p = stack[--top];
    if (p.cell < 0) {
      Block *b = &tree[p.block];
      int used = used_lanes(p.block);
      for (int k = 0; k < 4 && (used >> k); k++) {
        if (b->child[k] < 0) leaf_self(-1 - b->child[k]);
        else stack[top++] = (Pair){-1, b->child[k], 0};
        int later = used & (14 << k);
        if (later) stack[top++] = (Pair){p.block * 4 + k, p.block, later};
      }
      continue;
    }
    int rest = far_pairs(p.cell, p.block, p.lanes, opening);
    Block *a = &tree[p.cell >> 2], *b = &tree[p.block];
    int own = a->child[p.cell & 3];
    float radius = a->radius[p.cell & 3];
    for (; rest; rest &= rest - 1) {
      int k = __builtin_ctz(rest);
      int other = b->child[k];
      if (own < 0 && other < 0) {
        leaf_pair(-1 - own, -1 - other);
      } else if (own < 0 || (other >= 0 && b->radius[k] > radius))
        stack[top++] = (Pair){p.cell, other, used_lanes(other)};
      else stack[top++] = (Pair){p.block * 4 + k, own, used_lanes(own)};
    }
  }
}

// Local expansions from the parents to the children, and from the leaves to the bodies.
static void spread(float scaling) {
  for (int level = levels - 1; level >= 0; level--) {
    int cells = level_cells[level], start = level_start[level];
    for (int i = 0; i < cells; i++) {
      Block *p = &tree[start + (i >> 2)];
      int k = i & 3;
      v4 ar = SPLAT(p->ar[k]), ai = SPLAT(p->ai[k]), br = SPLAT(p->br[k]), bi = SPLAT(p->bi[k]);
      v4 cr = SPLAT(p->cr[k]), ci = SPLAT(p->ci[k]), px = SPLAT(p->x[k]), py = SPLAT(p->y[k]);
      if (level > 0) {
        Block *c = &tree[p->child[k]];
        v4 dx = c->x - px, dy = c->y - py;
        v4 er = br + cr * dx - ci * dy, ei = bi + cr * dy + ci * dx;
        c->ar += ar + er * dx - ei * dy;
        c->ai += ai + er * dy + ei * dx;
        c->br += er + cr * dx - ci * dy;
        c->bi += ei + cr * dy + ci * dx;
        c->cr += cr;
        c->ci += ci;
        continue;
      }
      for (int j = i * LEAF; j < i * LEAF + LEAF; j += 4) {
        v4 dx = *(v4 *)(x + j) - px, dy = *(v4 *)(y + j) - py, mass = *(v4 *)(m + j);
        v4 er = br + cr * dx - ci * dy, ei = bi + cr * dy + ci * dx;
        v4 vr = ar + er * dx - ei * dy, vi = ai + er * dy + ei * dx;
        *(v4 *)(fx + j) = SPLAT(scaling) * (*(v4 *)(fx + j) + mass * vr);
        *(v4 *)(fy + j) = SPLAT(scaling) * (*(v4 *)(fy + j) - mass * vi);
      }
    }
  }
}

EXPORT(repel) void repel(float scaling, float theta) {
  for (int i = 0; i < padded; i += 4) *(v4 *)(fx + i) = *(v4 *)(fy + i) = SPLAT(0);
  pad();
  fit();
  traverse(theta * theta * OPENING);
  spread(scaling);
}

// ---- attraction ----

// ln(1 + d) for d ≥ 0, within 2e-7.
static inline v4 log1p4(v4 d) {
  v4 t = SPLAT(1) + d;
  i4 bits = (i4)t + (0x3f800000 - 0x3f3504f3);
  v4 exponent = __builtin_convertvector((bits >> 23) - 127, v4);
  v4 mantissa = (v4)((bits & 0x007fffff) + 0x3f3504f3);
  v4 s = (mantissa - SPLAT(1)) / (mantissa + SPLAT(1));
  v4 z = s * s;
  v4 series = SPLAT(2.0f / 9) * z + SPLAT(2.0f / 7);
  series = series * z + SPLAT(0.4f);
  series = series * z + SPLAT(2.0f / 3);
  series = series * z + SPLAT(2);
  v4 lost = (d - (t - SPLAT(1))) / t;
  return exponent * SPLAT(0.693147180559945f) + (s * series + lost);
}

EXPORT(attract) void attract(int linlog) {
  int e = 0;
  for (; e + 4 <= pairs; e += 4) {
    uint32_t i0 = source[e], i1 = source[e + 1], i2 = source[e + 2], i3 = source[e + 3];
    uint32_t j0 = target[e], j1 = target[e + 1], j2 = target[e + 2], j3 = target[e + 3];
    v4 dx = (v4){x[j0], x[j1], x[j2], x[j3]} - (v4){x[i0], x[i1], x[i2], x[i3]};
    v4 dy = (v4){y[j0], y[j1], y[j2], y[j3]} - (v4){y[i0], y[i1], y[i2], y[i3]};
    v4 f = *(v4 *)(pull + e);
    if (linlog) {
      v4 d = MAX4(sqrt4(dx * dx + dy * dy), SPLAT(1e-9f));
      f *= log1p4(d) / d;
    }
    v4 gx = f * dx, gy = f * dy;
    fx[i0] += gx[0], fy[i0] += gy[0], fx[j0] -= gx[0], fy[j0] -= gy[0];
    fx[i1] += gx[1], fy[i1] += gy[1], fx[j1] -= gx[1], fy[j1] -= gy[1];
    fx[i2] += gx[2], fy[i2] += gy[2], fx[j2] -= gx[2], fy[j2] -= gy[2];
    fx[i3] += gx[3], fy[i3] += gy[3], fx[j3] -= gx[3], fy[j3] -= gy[3];
  }
  for (; e < pairs; e++) {
    uint32_t i = source[e], j = target[e];
    float dx = x[j] - x[i], dy = y[j] - y[i], f = pull[e];
    if (linlog) {
      v4 d = MAX4(sqrt4(SPLAT(dx * dx + dy * dy)), SPLAT(1e-9f));
      f *= (log1p4(d) / d)[0];
    }
    fx[i] += f * dx, fy[i] += f * dy, fx[j] -= f * dx, fy[j] -= f * dy;
  }
}

// ---- gravity, swinging, traction ----

static inline double sum_wide(d2 v) { return v[0] + v[1]; }
#define LOW(v) __builtin_convertvector(__builtin_shufflevector(v, v, 0, 1), d2)
#define HIGH(v) __builtin_convertvector(__builtin_shufflevector(v, v, 2, 3), d2)
#define BOTH(v) (LOW(v) + HIGH(v))

EXPORT(weigh) void weigh(float gravity, int strong) {
  d2 swinging = {0, 0}, traction = {0, 0};
  for (int i = 0; i < padded; i += 4) {
    v4 px = *(v4 *)(x + i), py = *(v4 *)(y + i), mass = *(v4 *)(m + i);
    v4 g = SPLAT(gravity) * mass;
    if (!strong) g /= MAX4(sqrt4(px * px + py * py), SPLAT(1e-9f));
    v4 vx = *(v4 *)(fx + i) - g * px, vy = *(v4 *)(fy + i) - g * py;
    v4 wx = *(v4 *)(ox + i), wy = *(v4 *)(oy + i);
    v4 ax = wx - vx, ay = wy - vy, bx = wx + vx, by = wy + vy;
    v4 s = mass * sqrt4(ax * ax + ay * ay);
    v4 t = mass * sqrt4(bx * bx + by * by);
    swinging += BOTH(s);
    traction += BOTH(t);
    *(v4 *)(fx + i) = vx;
    *(v4 *)(fy + i) = vy;
    *(v4 *)(swing + i) = s;
  }
  sums[0] = sum_wide(swinging);
  sums[1] = sum_wide(traction) / 2;
}

// Moves all; what would leave the finite numbers stays. The forces become those of the step before.
EXPORT(move) void move(float speed) {
  d2 moved = {0, 0}, sx = moved, sy = moved, squares = moved;
  for (int i = 0; i < padded; i += 4) {
    v4 px = *(v4 *)(x + i), py = *(v4 *)(y + i);
    v4 factor = SPLAT(speed) / (SPLAT(1) + sqrt4(SPLAT(speed) * *(v4 *)(swing + i)));
    v4 dx = *(v4 *)(fx + i) * factor, dy = *(v4 *)(fy + i) * factor;
    v4 tx = px + dx, ty = py + dy;
    i4 fine = (tx * tx < SPLAT(1e24f)) & (ty * ty < SPLAT(1e24f));
    px = (v4)(((i4)tx & fine) | ((i4)px & ~fine));
    py = (v4)(((i4)ty & fine) | ((i4)py & ~fine));
    *(v4 *)(x + i) = px;
    *(v4 *)(y + i) = py;
    v4 length = (v4)((i4)sqrt4(dx * dx + dy * dy) & fine);
    moved += BOTH(length);
    i4 real = *(v4 *)(m + i) > SPLAT(0);
    v4 rx = (v4)((i4)px & real), ry = (v4)((i4)py & real);
    sx += BOTH(rx);
    sy += BOTH(ry);
    squares += (LOW(rx) * LOW(rx) + HIGH(rx) * HIGH(rx)) + (LOW(ry) * LOW(ry) + HIGH(ry) * HIGH(ry));
  }
  sums[2] = sum_wide(moved);
  sums[3] = sum_wide(sx);
  sums[4] = sum_wide(sy);
  sums[5] = sum_wide(squares);
  float *swap = fx;
  fx = ox;
  ox = swap;
  swap = fy;
  fy = oy;
  oy = swap;
}

#ifdef __wasm__
EXPORT(allot) int allot_in_memory(int nodes, int links) {
  uint8_t *base = (uint8_t *)(((uintptr_t)&__heap_base + 63) & ~(uintptr_t)63);
  uint64_t end = (uintptr_t)base + allot(base, nodes, links);
  int pages = (int)((end + 0xffff) >> 16) - (int)__builtin_wasm_memory_size(0);
  return pages <= 0 || __builtin_wasm_memory_grow(0, pages) != (unsigned long)-1;
}
EXPORT(at) int at(int what) {
  void *of[] = {x, y, m, id, source, target, pull, fx, fy, ox, oy, sums};
  return (int)(uintptr_t)of[what];
}
#endif
