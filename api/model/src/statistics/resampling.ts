/** A sequence of numbers from 0 to 1 that a seed decides (mulberry32, T. Ettinger, public domain): the same data, the same answer. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The bootstrap over blocks (Efron 1979; Field and Welsh, JRSS B 69, 2007): how often each block is drawn when as many are drawn
 * with replacement as there are. Rows that belong together, such as the orders of a customer, lie in one block.
 */
export function drawBlocks(blocks: number, random: () => number, into = new Uint16Array(blocks)): Uint16Array {
  into.fill(0);
  for (let drawn = 0; drawn < blocks; drawn++) into[Math.floor(random() * blocks)]!++;
  return into;
}

/** The percentile interval of replicates with 95 % confidence; null below 40, of which the ends would be single draws. */
export function percentileInterval(replicates: Float64Array): { low: number; high: number } | null {
  if (replicates.length < 40) return null;
  const sorted = replicates.toSorted();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return sorted[below]! + (place - below) * (next - sorted[below]!);
  };
  return { low: at(0.025), high: at(0.975) };
}
