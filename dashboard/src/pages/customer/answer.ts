import type { TFunction } from 'i18next';

import type { Formatter } from '../../format/index.ts';
import type { Customer360 } from './lanes.ts';

/** The relation as two sentences: how often they came and whether the promises held; then the last thing that happened. */
export function customerAnswer(customer: Customer360, t: TFunction, format: Formatter): { lead: string; rest: string } {
  const orders = t('customer.leadOrders', { count: customer.ordersCount, n: format.count(customer.ordersCount) });
  const broken = customer.promisesDue - customer.promisesKept;
  const promises =
    customer.promisesDue === 0
      ? t('customer.leadNoDue')
      : broken === 0
        ? t('customer.leadAllKept')
        : t('customer.leadBroken', { n: format.count(broken), due: format.count(customer.promisesDue) });
  const last = customer.orders.nodes.toSorted((a, b) => b.orderedOn.localeCompare(a.orderedOn))[0];
  if (!last) return { lead: orders, rest: '' };
  const days = last.delayDays;
  const fate = !last.valid
    ? t('customer.lastInvalid')
    : days === null || days === undefined
      ? t('customer.lastOpen')
      : days > 0
        ? t('customer.lastLate', { days: format.count(days) })
        : t('customer.lastKept');
  return {
    lead: `${orders}${t('customer.comma')}${promises}`,
    rest: t('customer.last', { day: format.day(last.orderedOn), fate }),
  };
}
