/** ln Γ(x) for x > 0 (Lanczos, g = 7, nine terms; fifteen digits). */
export function logGamma(x: number): number {
  const terms = [
    0.999_999_999_999_809_9, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
    -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
    1.505_632_735_149_311_6e-7,
  ];
  const y = x - 1;
  const sum = terms.reduce((total, term, index) => (index === 0 ? term : total + term / (y + index)), 0);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ψ(x), the derivative of ln Γ, for x > 0: shifted above six, then its asymptotic series (Abramowitz, Stegun 1964, 6.3.18). */
export function digamma(x: number): number {
  let [shift, at] = [0, x];
  for (; at < 6; at += 1) shift -= 1 / at;
  const square = 1 / (at * at);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return shift + Math.log(at) - 0.5 / at - series;
}

/** The share of a gamma distribution of shape `a` below `x`: by its series below the mean, by its continued fraction above. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const weight = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = a + 1; term > sum * 1e-16; n += 1) sum += term *= x / n;
    return weight * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1, factor = 2; Math.abs(factor - 1) > 1e-15; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    factor = d * c;
    fraction *= factor;
  }
  return 1 - weight * fraction;
}

/** Where the share below reaches `p`: halving between bounds that hold it. */
export function gammaQuantile(p: number, a: number): number {
  let [low, high] = [0, a + 12 * Math.sqrt(a) + 40];
  for (let step = 0; step < 200 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2;
    if (gammaBelow(a, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
