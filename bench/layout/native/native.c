// Runs the kernel natively on a state from a file, and prints the milliseconds a step takes. One thread. See
// ../kernel.js.
#include "kernel.c"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  FILE *in = fopen(argv[1], "rb");
  int32_t head[6];  // nodes, pairs, linlog, strong, steps, steps between two sorts
  float set[4];     // scaling, gravity, theta, speed
  if (!in || fread(head, 4, 6, in) != 6 || fread(set, 4, 4, in) != 4) return 1;
  int nodes = head[0], links = head[1];
  uint64_t bytes = allot(0, nodes, links);
  allot(aligned_alloc(64, (bytes + 63) & ~63ull), nodes, links);
  memset(x, 0, (uint8_t *)tree - (uint8_t *)x);
  size_t got = fread(x, 4, nodes, in) + fread(y, 4, nodes, in) + fread(m, 4, nodes, in);
  got += fread(source, 4, links, in) + fread(target, 4, links, in) + fread(pull, 4, links, in);
  if (got != 3ull * nodes + 3ull * links) return 1;
  for (int i = 0; i < nodes; i++) id[i] = i;
  double from = now();
  for (int step = 0; step < head[4]; step++) {
    if (step % head[5] == 0) sort();
    repel(set[0], set[2]);
    attract(head[2]);
    weigh(set[1], head[3]);
    move(set[3]);
  }
  printf("%.5f\n", (now() - from) / head[4]);
  return 0;
}
