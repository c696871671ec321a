import { Pill, type PillTone } from '../card/Pill.tsx';
import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { isUnderWay, latenessKey } from './lateness.ts';

const tones: Record<string, PillTone> = { late: 'bad', on_time: 'good', not_delivered: 'warn' };

interface Promised {
  lateness: string;
  delayDays?: number | null;
  promisedOn?: string | null;
  valid: boolean;
}

/** How an order ended against its promise, in days where it has ended. */
export function Against({ order }: { order: Promised }) {
  const { t } = useText();
  const format = useFormat();
  const { asOf } = useShop();
  if (!order.valid) return <Pill tone="flat">{t('orders.invalid')}</Pill>;
  if (isUnderWay(order, asOf)) return <Pill tone="flat">{t('orders.underWay')}</Pill>;
  const days = order.delayDays;
  const text =
    days === null || days === undefined
      ? t(`orders.${latenessKey(order.lateness)}`)
      : days === 0
        ? t('orders.onDay')
        : t(days > 0 ? 'orders.daysLate' : 'orders.daysEarly', { days: format.count(Math.abs(days)) });
  return <Pill tone={tones[order.lateness] ?? 'flat'}>{text}</Pill>;
}
