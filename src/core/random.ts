/**
 * A source of numbers in [0, 1) that depends on `seed` alone: the same sequence on every machine and run.
 *
 * Marsaglia's xorshift of 32 bits (shifts 13, 17, 5; period 2³² − 1), on integer operations only. Good enough to
 * break ties and symmetries, not for statistics or secrets. Any number is a seed; its 32 low bits count.
 */
export function randomFrom(seed: number): () => number {
  // Multiplied by an odd constant, so that the seeds 1, 2, 3 … start far apart; zero is the one forbidden state.
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}
