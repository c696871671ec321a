/** Gauss's ₂F₁(a, b; c; z) by its power series, for 0 ≤ z < 1 and c that is no whole number ≤ 0 (Abramowitz, Stegun 1964, 15.1.1). */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 20_000; n += 1) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    if (Math.abs(term) < 1e-13 * Math.abs(sum)) break;
  }
  return sum;
}
