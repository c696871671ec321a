import { digamma, logGamma } from './gamma.ts';
import { curvature, inverted, minimise, variancesOf, type Objective } from './optimiser.ts';

/**
 * The Gamma-Gamma model of what a purchase is worth (Fader, Hardie, Lee, RFM and CLV, JMR 42, 2005; Fader, Hardie, note 025, 2013):
 * a customer's purchases vary about their own mean, gamma with shape p; the means vary between customers, so that the mean over many is
 * p × gamma ⁄ (q − 1). How much and how often are taken to be independent.
 */
export interface GammaGamma {
  p: number;
  q: number;
  gamma: number;
}

/** Customers with so many purchases and the same mean value of them; the value is above 0. */
export interface SpendGroup {
  purchases: number;
  mean: number;
  customers: number;
}

export interface GammaGammaFit extends GammaGamma {
  customers: number;
  logLikelihood: number;
  /** Of the logarithms of p, q and gamma; null where the data do not tell them apart. */
  covariance: number[][] | null;
  converged: boolean;
  steps: number;
}

const parameters = ([p = 0, q = 0, gamma = 0]: readonly number[]): GammaGamma => ({
  p: Math.exp(p),
  q: Math.exp(q),
  gamma: Math.exp(gamma),
});

/** The mean log-likelihood (note 025, equation 1a) with its sign turned, and its slope by the logarithms of the parameters. */
function objectiveOf(groups: readonly SpendGroup[]): Objective {
  const byPurchases = [...Map.groupBy(groups, ({ purchases }) => purchases)];
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  return (at) => {
    const { p, q, gamma } = parameters(at);
    let [value, byP, byQ, byGamma] = [0, 0, 0, 0];
    for (const [x, held] of byPurchases) {
      const common = logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(gamma) + p * x * Math.log(x);
      const [shapes, own, between] = [digamma(p * x + q), digamma(p * x), digamma(q)];
      for (const { mean, customers: n } of held) {
        const [logMean, logWhole] = [Math.log(mean), Math.log(gamma + mean * x)];
        value += n * (common + (p * x - 1) * logMean - (p * x + q) * logWhole);
        byP += n * x * (shapes - own + logMean + Math.log(x) - logWhole);
        byQ += n * (shapes - between + Math.log(gamma) - logWhole);
        byGamma += n * (q / gamma - (p * x + q) / (gamma + mean * x));
      }
    }
    const slope = [byP * p, byQ * q, byGamma * gamma].map((each) => -each / customers);
    return { value: -value / customers, slope };
  };
}

/** Maximum likelihood over customers with purchases of known value; null without two of them. */
export function fitGammaGamma(groups: readonly SpendGroup[]): GammaGammaFit | null {
  const worth = groups.filter(({ purchases, mean }) => purchases > 0 && mean > 0);
  const customers = worth.reduce((sum, group) => sum + group.customers, 0);
  if (customers < 2) return null;
  const mean = worth.reduce((sum, group) => sum + group.mean * group.customers, 0) / customers;
  // In units of the mean, so that all parameters begin near one.
  const scaled = worth.map((group) => ({ ...group, mean: group.mean / mean }));
  const objective = objectiveOf(scaled);
  const found = minimise(objective, { start: [Math.log(3), Math.log(3), Math.log(1)] });
  const inverse = inverted(curvature(objective, found.at));
  const sound = inverse?.every((row, index) => (row[index] ?? -1) > 0) ?? false;
  const { p, q, gamma } = parameters(found.at);
  return {
    p,
    q,
    gamma: gamma * mean,
    customers,
    logLikelihood: -found.value * customers - customers * Math.log(mean),
    covariance: inverse && sound ? inverse.map((row) => row.map((each) => each / customers)) : null,
    converged: found.converged,
    steps: found.steps,
  };
}

/** What a purchase of a customer is worth on average, given the mean of so many: their own mean drawn towards everybody's. Null while q ≤ 1: then there is no mean. */
export function expectedWorth(
  { p, q, gamma }: GammaGamma,
  { purchases: x, mean }: { purchases: number; mean: number },
) {
  const below = p * x + q - 1;
  return q > 1 && below > 0 ? (p * (gamma + mean * x)) / below : null;
}

/** The variance of whatever is reckoned from the parameters, by theirs; null where they have none. */
export function worthVariance(fit: GammaGammaFit, value: (model: GammaGamma) => number): number | null {
  if (!fit.covariance) return null;
  const at = [fit.p, fit.q, fit.gamma].map(Math.log);
  return variancesOf((moved) => [value(parameters(moved))], at, fit.covariance)[0] ?? null;
}
