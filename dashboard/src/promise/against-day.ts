import type { Formatter } from '../format/index.ts';
import type { useText } from '../i18n/index.ts';

type Words = Pick<ReturnType<typeof useText>, 't'> & { format: Pick<Formatter, 'count'> };

/** Calendar days against the promised day, in words: whoever promises a day is not late by hours. */
export function againstDay(days: number, { t, format }: Words): string {
  const count = Math.abs(days);
  if (days === 0) return t('orders.exactly');
  return t(days > 0 ? 'orders.lateBy' : 'orders.earlyBy', { count, days: format.count(count) });
}
