import type { LocalizedText } from '../../vocabulary/index.ts';
import { amount } from '../second-orders/words.ts';
import type { CustomerValue, Diagnostics } from './types.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

function checked(diagnostics: Diagnostics | null): LocalizedText {
  if (!diagnostics || diagnostics.error === null)
    return { en: 'It could not be checked on days it had not seen.', zh: '尚无法用未见过的日子检验。' };
  const { days, actual, expected, error, verdict } = diagnostics;
  const off = `${Math.abs(error * 100).toFixed(0)}%`;
  const trust = {
    good: { en: 'Good enough to plan with.', zh: '可用于规划。' },
    rough: { en: 'Take it as a rough guide.', zh: '仅供粗略参考。' },
    poor: { en: 'Do not rely on it: rank customers with it, no more.', zh: '不宜依赖：只可用来给顾客排序。' },
  }[verdict];
  return {
    en: `Checked on the last ${days} days, which it had not seen: ${whole(expected)} repeat orders expected, ${whole(actual)} came, ${off} ${error < 0 ? 'too few' : 'too many'} expected. ${trust.en}`,
    zh: `用未见过的最近 ${days} 天检验：预计 ${whole(expected)} 笔复购，实际 ${whole(actual)} 笔，预计${error < 0 ? '偏少' : '偏多'} ${off}。${trust.zh}`,
  };
}

export function valueAnswer({
  customers,
  orders365,
  value365Minor,
  diagnostics,
  currency,
}: Pick<
  CustomerValue,
  'customers' | 'orders365' | 'value365Minor' | 'diagnostics' | 'currency'
>): CustomerValue['answer'] {
  const money = (minor: number) => amount(minor, currency);
  const ranged = orders365?.interval;
  const worth = value365Minor?.interval;
  const range = ranged ? ` (${whole(ranged.low)}–${whole(ranged.high)})` : '';
  const rangeZh = ranged ? `（${whole(ranged.low)}–${whole(ranged.high)}）` : '';
  const valued = value365Minor
    ? {
        en: `, worth about ${money(value365Minor.value)}${worth ? ` (${money(worth.low)}–${money(worth.high)})` : ''}`,
        zh: `，约值 ${money(value365Minor.value)}${worth ? `（${money(worth.low)}–${money(worth.high)}）` : ''}`,
      }
    : { en: '', zh: '' };
  const orders = whole(orders365?.value ?? 0);
  return {
    lead: {
      en: `The ${whole(customers)} customers known today will place about ${orders} more orders within a year${range}${valued.en}.`,
      zh: `现有 ${whole(customers)} 位顾客预计在一年内再下约 ${orders} 单${rangeZh}${valued.zh}。`,
    },
    rest: checked(diagnostics),
  };
}
