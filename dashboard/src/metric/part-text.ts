import type { Definition } from '../filters/shop-context.tsx';
import type { MetricPart } from '../gql/graphql.ts';
import type { useText } from '../i18n/index.ts';

/** Which rows of the figure these are, in the metric's own words; REMAINDER is what is counted and did not make it. */
export function partText(
  definition: Definition,
  part: MetricPart | undefined,
  { t, pick }: Pick<ReturnType<typeof useText>, 't' | 'pick'>,
): string {
  if (!definition.denominator || part === 'NUMERATOR') return pick(definition.numerator);
  const whole = pick(definition.denominator);
  return part === 'REMAINDER' ? t('orders.remainderOf', { whole, part: pick(definition.numerator) }) : whole;
}
