import type { LocalizedText } from '../../vocabulary/index.ts';
import type { CompletedEstimate } from '../answer/types.ts';
import { squareAndAdd, type Moments } from '../../statistics/intervals.ts';
import { Z95 } from '../../statistics/normal.ts';
import { countToCome } from '../../statistics/prediction.ts';
import type { Ripeness } from './known-share.ts';
import type { Ripening } from './streams.ts';

/** With less known, whatever is said of the rest is a guess. */
const LEAST_KNOWN = 0.15;

/** A number that grows: where it will end, and between what. */
interface Final {
  value: number;
  low: number;
  high: number;
}

/** What is to come is predicted from what has come (a gamma mean, Jeffreys' half added) and from how unlike each other weeks are. */
function finalOf(seen: number, { known, spread }: Ripeness): Final {
  const missing = 1 - known;
  if (missing <= 0) return { value: seen, low: seen, high: seen };
  const evidence = Math.max(0, seen) + 0.5;
  const { low, high } = countToCome((evidence * missing) / known, 1 / evidence + (spread / missing) ** 2);
  return { value: seen / known, low: seen + low, high: seen + high };
}

const logged = ({ value, low, high }: Final) => ({
  value: Math.log(value + 0.5),
  low: Math.log(low + 0.5),
  high: Math.log(high + 0.5),
});

/** Of a quotient of two numbers that grow apart from each other: on the logarithm, by squaring and adding. */
function quotient(above: Final, below: Final): Final {
  const [a, b] = [logged(above), logged(below)];
  const range = squareAndAdd(a.value, { ...a, method: '' }, b.value, { ...b, method: '' }, '');
  return { value: above.value / below.value, low: Math.exp(range.low), high: Math.exp(range.high) };
}

/** A mean of those known and those to come, who are like them but for what the two curves say. */
function meanOf({ sum, squares, n }: Moments, above: Ripeness, below: Ripeness): Final {
  const value = sum / above.known / (n / below.known);
  const variance = n > 1 ? Math.max(0, (squares - sum ** 2 / n) / (n - 1)) : 0;
  const half =
    Z95 * Math.hypot(Math.sqrt(((1 - below.known) * variance) / n), value * Math.abs(above.spread - below.spread));
  return { value, low: value - half, high: value + half };
}

const described = (known: number): LocalizedText => {
  const percent = Math.floor(100 * known);
  return {
    en: `As this shop’s delays have been, about ${percent} % of what these days will bring is known by now. The estimate adds the rest: product estimator of right-truncated delays (Lagakos, Barraj, De Gruttola 1988; chain ladder, Mack 1993). The range holds the final value with 95 % confidence: negative binomial prediction, widened by how unlike each other past weeks were.`,
    zh: `按本店以往的时滞，这些日期的结果目前约有 ${percent}% 已知，其余为估计：采用右截断时滞的乘积估计（Lagakos、Barraj、De Gruttola 1988；链梯法，Mack 1993）。区间以 95% 的置信度包含最终值：负二项预测，并按以往各周的差异放宽。`,
  };
};

export interface Seen {
  kind: string;
  moments: Moments;
  /** From stored units to the metric's. */
  scale: number;
  /** A share, which cannot exceed this. */
  most?: number;
}

function estimate({ kind, moments }: Seen, ripening: Ripening, [above, below]: readonly Ripeness[]): Final | null {
  const { sum, n } = moments;
  if (!above) return null;
  if (ripening.shape === 'part' || !below) {
    const final = finalOf(sum, above);
    if (kind === 'count') return final;
    return n > 0 ? { value: final.value / n, low: final.low / n, high: final.high / n } : null;
  }
  if (n <= 0) return null;
  if (kind === 'mean') return meanOf(moments, above, below);
  if (ripening.shape === 'apart') return quotient(finalOf(sum, above), finalOf(n, below));
  const odds = quotient(finalOf(sum, above), finalOf(n - sum, below));
  const [parts, rest] = [sum / above.known, (n - sum) / below.known];
  return { value: parts / (parts + rest), low: odds.low / (1 + odds.low), high: odds.high / (1 + odds.high) };
}

/** Where the figure will end; null where nothing is known yet to tell it by. */
export function completedOf(seen: Seen, ripening: Ripening, ripe: readonly Ripeness[]): CompletedEstimate | null {
  const shareKnown = Math.min(...ripe.map(({ known }) => known));
  if (ripe.length < ripening.streams.length || shareKnown < LEAST_KNOWN) return null;
  const final = estimate(seen, ripening, ripe);
  if (!final || !Number.isFinite(final.value)) return null;
  const within = (number: number): number => Math.min(number, seen.most ?? Infinity) * seen.scale;
  const value = within(final.value);
  return {
    value,
    low: Math.min(value, within(Math.max(final.low, 0))),
    high: Math.max(value, within(final.high)),
    shareKnown,
    method: 'right-truncated-delays',
    described: described(shareKnown),
  };
}
