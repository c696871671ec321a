import type { Parts } from './types.ts';

/** What a slice brings to a sum (`n`), or to the two sums of a quotient. */
export interface Side {
  n: number;
  d: number;
}
export interface Sides {
  now: Side;
  before: Side;
}

/**
 * Numbers are rounded to a power of two so small that no figure shows it and so large that sums of them are exact: whoever adds the
 * parts, in any order, gets the whole to the last bit. It hangs on the totals alone, so that all cuts of a change have the same whole.
 */
function grid({ now, before }: Sides, times: number): (value: number) => number {
  const level = Math.max(Math.abs(now.n / now.d), Math.abs(before.n / before.d), 2 ** -13) * times;
  const step = 2 ** (Math.ceil(Math.log2(level)) - 40);
  return (value) => Math.round(value / step) * step + 0; // + 0: there is no minus nothing
}

const rateOf = ({ n, d }: Side): number | null => (d === 0 ? null : n / d);

/**
 * Kitagawa's decomposition of a difference between two rates (E. M. Kitagawa, Components of a Difference Between Two Rates, JASA 50,
 * 1955), with both effects at the mean of the two periods, so that neither is the base and nothing is left over:
 *   rate = (w₀ + w₁)/2 · (r₁ − r₀)        mix = (w₁ − w₀) · ((r₀ + r₁)/2 − (R₀ + R₁)/2)
 * w is a slice's share of the denominator, r its rate, R the total's. The mean of the totals is taken off as the shares' changes sum to 0:
 * so a slice that grew brings something only as far as it is better or worse than the whole. A slice that one period lacks has its only
 * rate in both: all it brings is mix.
 */
function effects({ now, before }: Sides, total: Sides): { mix: number; rate: number } {
  const [w1, w0] = [now.d / total.now.d, before.d / total.before.d];
  const [r1, r0] = [rateOf(now), rateOf(before)];
  const mean = (total.now.n / total.now.d + total.before.n / total.before.d) / 2;
  const [known1, known0] = [r1 ?? r0 ?? mean, r0 ?? r1 ?? mean];
  return { rate: ((w0 + w1) / 2) * (known1 - known0), mix: (w1 - w0) * ((known0 + known1) / 2 - mean) };
}

export interface Decomposed {
  change: number;
  parts: Parts[];
}

/** Parts of the change of a quotient, times `times`; what rounding leaves over goes to the largest. Both totals have a denominator. */
export function decomposeQuotient(slices: readonly Sides[], total: Sides, times: number): Decomposed {
  const raw = slices.map((slice) => effects(slice, total));
  const change = (total.now.n / total.now.d - total.before.n / total.before.d) * times;
  const round = grid(total, times);
  const parts = raw.map(({ mix, rate }) => {
    const [m, r] = [round(mix * times), round(rate * times)];
    return { contribution: m + r, mix: m, rate: r };
  });
  const over = round(change) - parts.reduce((sum, { contribution }) => sum + contribution, 0);
  const size = (index: number): number => Math.abs(parts[index]?.contribution ?? 0);
  const first = parts.reduce((best, _, index) => (size(index) > size(best) ? index : best), 0);
  const carrier = parts[first];
  if (carrier) {
    carrier.contribution += over;
    if (Math.abs(carrier.mix) > Math.abs(carrier.rate)) carrier.mix += over;
    else carrier.rate += over;
  }
  return { change: round(change), parts };
}

/** Of whole numbers, told in `per`: each slice brings what it changed by. */
export function decomposeSum(slices: readonly Sides[], total: Sides, per: number): Decomposed {
  return {
    change: (total.now.n - total.before.n) / per,
    parts: slices.map(({ now, before }) => ({ contribution: (now.n - before.n) / per, mix: null, rate: null })),
  };
}

/** What several of them bring together. `per`: they are whole numbers told in it, and so is their sum; null: parts of a quotient. */
export function together(parts: readonly Parts[], per: number | null): Parts {
  const sum = (of: (part: Parts) => number): number => parts.reduce((total, part) => total + of(part), 0);
  if (per !== null)
    return { contribution: sum((part) => Math.round(part.contribution * per)) / per, mix: null, rate: null };
  return {
    contribution: sum((part) => part.contribution),
    mix: sum((part) => part.mix ?? 0),
    rate: sum((part) => part.rate ?? 0),
  };
}

/** What is left of the total beside the slices: values beyond those that were read. */
export function leftOver(slices: readonly Sides[], total: Sides): Sides {
  const rest = (side: 'now' | 'before', part: 'n' | 'd') =>
    slices.reduce((left, slice) => left - slice[side][part], total[side][part]);
  return {
    now: { n: rest('now', 'n'), d: rest('now', 'd') },
    before: { n: rest('before', 'n'), d: rest('before', 'd') },
  };
}
