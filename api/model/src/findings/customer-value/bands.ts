import { expectedWorth, type Foreseen } from '../../statistics/index.ts';
import type { HistoryGroup } from './read.ts';
import type { AliveBand, ValueModel } from './types.ts';

/** From this chance on; where nobody leaves before a second order, who came once is not banded by it. */
const bands = [
  { code: 'alive', from: 0.8, label: { en: 'Alive: 80% and more', zh: '活跃：80% 及以上' } },
  { code: 'likely', from: 0.5, label: { en: 'Likely: 50 to 80%', zh: '较可能：50% 至 80%' } },
  { code: 'doubtful', from: 0.2, label: { en: 'Doubtful: 20 to 50%', zh: '存疑：20% 至 50%' } },
  { code: 'gone', from: 0, label: { en: 'Probably gone: below 20%', zh: '多半已流失：低于 20%' } },
] as const;
const once = { code: 'once', label: { en: 'Came once', zh: '仅下单一次' } } as const;

const bandOf = (model: ValueModel, { repeats }: HistoryGroup, alive: number): AliveBand['code'] =>
  repeats === 0 && model.buying.leaves === 'after_repeat'
    ? 'once'
    : (bands.find(({ from }) => alive >= from)?.code ?? 'gone');

/** Customers from the surest to the least sure, then those who came once, where the model cannot tell of them; `seen`: what a year is expected to bring. */
export function bandsOf(model: ValueModel, now: readonly HistoryGroup[], seen: Foreseen): AliveBand[] {
  const { buying, spending } = model;
  const told = buying.leaves === 'after_repeat' ? [...bands, once] : bands;
  const sums = new Map(told.map(({ code }) => [code, { customers: 0, orders365: 0, value: 0 }]));
  for (const [at, group] of now.entries()) {
    const sum = sums.get(bandOf(model, group, seen.alive[at]!));
    if (!sum) continue;
    const orders = group.customers * seen.purchases[at]!;
    const mean = group.meanSum / group.customers;
    sum.customers += group.customers;
    sum.orders365 += orders;
    sum.value += orders * ((spending && expectedWorth(spending, { purchases: group.repeats, mean })) ?? 0);
  }
  return told.map(({ code, label }) => {
    const { customers, orders365, value } = sums.get(code) ?? { customers: 0, orders365: 0, value: 0 };
    return { code, label, customers, orders365, value365Minor: spending && spending.q > 1 ? value : null };
  });
}
