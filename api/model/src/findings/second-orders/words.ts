import { minorDigits, type LocalizedText } from '../../vocabulary/index.ts';
import type { LateCost, SecondOrderCut, SecondOrderGroup } from './types.ts';

const count = (value: number, lang: 'en' | 'zh'): string =>
  Math.round(value).toLocaleString(lang === 'en' ? 'en-US' : 'zh-CN');
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const points = (value: number): string => Math.abs(value * 100).toFixed(1);

export const amount = (minor: number, currency: string): string => {
  const major = minor / 10 ** minorDigits(currency);
  const sign = { CNY: '¥', USD: '$', EUR: '€', BRL: 'R$', GBP: '£', JPY: '¥' }[currency] ?? `${currency} `;
  return `${major < 0 ? '−' : ''}${sign}${Math.round(Math.abs(major)).toLocaleString('en-US')}`;
};

/** "Last quarter's N late parcels cost about M second orders (interval), worth …", or that this cannot be told. */
export function costSentence(cost: LateCost, currency: string): LocalizedText {
  const { late, lost, lostInterval, worthMinor, worthInterval } = cost;
  const [en, zh] = [(value: number) => count(value, 'en'), (value: number) => count(value, 'zh')];
  const money = (minor: number) => amount(minor, currency);
  if (lostInterval.low > 0) {
    return {
      en: `Last quarter’s ${en(late)} late first parcels cost about ${en(lost)} second orders (95% interval ${en(lostInterval.low)} to ${en(lostInterval.high)}), worth about ${money(worthMinor)} (${money(worthInterval.low)} to ${money(worthInterval.high)}).`,
      zh: `上季度 ${zh(late)} 个晚到的首单包裹约损失 ${zh(lost)} 笔二次订单（95% 区间 ${zh(lostInterval.low)} 至 ${zh(lostInterval.high)}），约值 ${money(worthMinor)}（${money(worthInterval.low)} 至 ${money(worthInterval.high)}）。`,
    };
  }
  const most = Math.max(0, lostInterval.high);
  return {
    en: `Whether last quarter’s ${en(late)} late first parcels cost second orders cannot be told: at most about ${en(most)}, and possibly none.`,
    zh: `上季度 ${zh(late)} 个晚到的首单包裹是否造成二次订单流失，尚无法判断：至多约 ${zh(most)} 笔，也可能没有。`,
  };
}

/** The group that is furthest from the reference for sure, else that none is. */
export function effectSentence(groups: readonly SecondOrderGroup[]): LocalizedText {
  const told = groups
    .filter(({ verdict, difference }) => difference !== null && (verdict === 'fewer' || verdict === 'more'))
    .toSorted((a, b) => Math.abs(b.difference?.value ?? 0) - Math.abs(a.difference?.value ?? 0));
  const [most] = told;
  const reference = groups.find((group) => group.reference);
  if (!most?.difference || !reference) {
    return {
      en: 'No group can be told from the one it is held against.',
      zh: '各组与对照组之间均看不出差别。',
    };
  }
  const { share, expected, value } = most.difference;
  const fewer = value < 0;
  const [name, against] = [most.label, reference.label];
  return {
    en: `“${name.en}”: ${percent(share)} order again within 90 days, against ${percent(expected)} of like customers with “${against.en}”: ${points(value)} points ${fewer ? 'fewer' : 'more'}.`,
    zh: `“${name.zh}”的顾客 90 天内再次下单 ${percent(share)}，情况相近的“${against.zh}”顾客为 ${percent(expected)}，${fewer ? '少' : '多'} ${points(value)} 个百分点。`,
  };
}

const association = {
  en: 'That is an association: what else sets them apart is not in the data.',
  zh: '这是关联，而非因果：其他差异不在数据中。',
};

export const cautionOf = (cut: SecondOrderCut): LocalizedText => {
  const failed = cut === 'RECOVERY';
  const en = failed
    ? 'Compared are customers with the same failure, tier and standing.'
    : 'Compared are customers of the same quarter, service level, tier and standing.';
  const zh = failed
    ? '仅比较失误相同、等级与忠诚状态相同的顾客。'
    : '仅比较同季度、同配送时效、同等级、同忠诚状态的顾客。';
  return { en: `${en} ${association.en}`, zh: `${zh}${association.zh}` };
};
