import type { LocalizedText } from '../../vocabulary/index.ts';
import { outcomes } from './outcomes.ts';
import type { Driver, DriverOutcome } from './types.ts';

export const METHOD: LocalizedText = {
  en: 'One linear model of the outcome (1 or 0) on all factors at once. What it explains is given to the factors by Johnson’s relative weights (Multivariate Behavioral Research 35:1–19, 2000), which share fairly what correlated factors say together; weights add up to 100%. Intervals: the whole fit repeated 200 times on customers drawn anew, in 100 blocks. A factor stands out when its weight is beyond that of a column of pure noise in the same model (Tonidandel, LeBreton and Johnson 2009). Unknown values are taken to be the mean of the known ones. This is association: what goes along with the outcome, not what brings it about.',
  zh: '以结果（1 或 0）对全部因素建立一个线性模型，用 Johnson 相对权重法（Multivariate Behavioral Research 35:1–19, 2000）把可解释部分公平分配给彼此相关的因素，权重合计 100%。区间：按顾客分 100 个区块重新抽样，整体重拟合 200 次。某因素的权重超过同一模型中纯噪声列的权重，才算突出（Tonidandel、LeBreton、Johnson 2009）。未知值以已知值的均值代替。结果只说明相关，即与结果相伴出现，不代表因果。',
};

const percent = (share: number): string => `${Math.round(share * 100)}`;

function listed(names: readonly string[], and: string, comma: string): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The page’s answer: what of the service stands out, and that it is association. Who buys what is held equal, but no lever. */
export function headlineOf(outcome: DriverOutcome, drivers: readonly Driver[]): LocalizedText {
  const { title } = outcomes[outcome];
  const leading = drivers.filter(({ verdict, lever }) => lever && verdict === 'STANDS_OUT').slice(0, 3);
  if (leading.length === 0) {
    return {
      en: `${title.en}: nothing of the service goes with it more than chance would have it.`,
      zh: `${title.zh}：没有哪项服务因素与之的相关超出偶然。`,
    };
  }
  const en = leading.map(({ label, weight }) => `${lowered(label.en)} (${percent(weight)}%)`);
  const zh = leading.map(({ label, weight }) => `${label.zh}（${percent(weight)}%）`);
  return {
    en: `What of the service goes most with “${lowered(title.en)}”: ${listed(en, ' and ', ', ')} of all that can be explained.`,
    zh: `服务中与「${title.zh}」相关最强的是${listed(zh, '和', '、')}，占全部可解释部分的比重如上。`,
  };
}

export const tooFew = (
  outcome: DriverOutcome,
  orders: number,
  hits: number,
  least: { orders: number; hits: number },
): LocalizedText => ({
  en: `Too few to tell: ${orders} orders, ${hits} of them with the outcome “${outcomes[outcome].title.en}”. At least ${least.orders} orders, and ${least.hits} with and ${least.hits} without it, are needed. Choose more days or a wider slice.${waits(outcome).en}`,
  zh: `样本不足，无法判断：共 ${orders} 单，其中「${outcomes[outcome].title.zh}」${hits} 单。至少需要 ${least.orders} 单，且有此结果和无此结果的各 ${least.hits} 单。请放宽时间或筛选条件。${waits(outcome).zh}`,
});

function waits(outcome: DriverOutcome): LocalizedText {
  const { knownAfter } = outcomes[outcome];
  if (knownAfter === 0) return { en: '', zh: '' };
  return {
    en: ` Orders of the last ${knownAfter} days are not counted yet: their outcome is still open.`,
    zh: `最近 ${knownAfter} 天的订单结果未定，尚未计入。`,
  };
}

export const unusedBecause: Record<'unknown' | 'constant', LocalizedText> = {
  unknown: { en: 'Not known in this shop’s data, or of too few orders.', zh: '本店数据未提供，或仅少数订单可知。' },
  constant: { en: 'The same for nearly all of these orders.', zh: '这些订单在此几乎没有差别。' },
};
