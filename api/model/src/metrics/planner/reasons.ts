import { dimensions, type Dimension, type LocalizedText } from '../../vocabulary/index.ts';
import type { Fact } from '../facts.ts';

const name = (dimension: Dimension): LocalizedText => dimensions[dimension].title;

const themselves = ({ rows }: Fact): LocalizedText => ({
  en: `the ${rows.en} themselves were read`,
  zh: `因此逐条读取${rows.zh}`,
});

/** Why a question is served by what serves it, for the reader of `explain`. */
export const reasons = {
  total: {
    en: 'Daily totals of the shop hold every measure of this metric; nothing smaller does.',
    zh: '店铺每日合计已含本指标的全部度量，没有更小的数据可用。',
  },
  totalByMonth: {
    en: 'Monthly totals of the shop, and daily ones beside whole months, hold every measure of this metric; nothing smaller does.',
    zh: '店铺每月合计（不足整月处用每日合计）已含本指标的全部度量，没有更小的数据可用。',
  },
  sliceByMonth: (slice: Dimension): LocalizedText => ({
    en: `Monthly totals by “${name(slice).en}”, and daily ones beside whole months, hold the whole answer.`,
    zh: `按“${name(slice).zh}”的每月汇总（不足整月处用每日汇总）已含完整答案。`,
  }),
  slice: (slice: Dimension): LocalizedText => ({
    en: `Daily totals by “${name(slice).en}” hold the whole answer.`,
    zh: `按“${name(slice).zh}”的汇总已含完整答案。`,
  }),
  twoDimensions: (first: Dimension, second: Dimension, fact: Fact): LocalizedText => ({
    en: `Rollups hold one dimension at a time; this question combines “${name(first).en}” with “${name(second).en}”, so ${themselves(fact).en}.`,
    zh: `汇总表一次只含一个维度；此问题同时用到“${name(first).zh}”与“${name(second).zh}”，${themselves(fact).zh}。`,
  }),
  notCarried: (table: string, slice: Dimension, fact: Fact): LocalizedText => ({
    en: `${table} does not hold “${name(slice).en}” (its rows would be as many as those of the fact), so ${themselves(fact).en}.`,
    zh: `${table} 不含“${name(slice).zh}”（行数会与明细一样多），${themselves(fact).zh}。`,
  }),
  notRolledUp: (table: string, slice: Dimension, fact: Fact): LocalizedText => ({
    en: `${table} is not kept by “${name(slice).en}”, so ${themselves(fact).en}.`,
    zh: `${table} 未按“${name(slice).zh}”汇总，${themselves(fact).zh}。`,
  }),
  measureNotHeld: (fact: Fact): LocalizedText => ({
    en: `No rollup holds the measures of this metric (what it counts changes with today), so ${themselves(fact).en}.`,
    zh: `没有汇总表含有本指标的度量（其取值随“今天”变化），${themselves(fact).zh}。`,
  }),
  beingMade: (table: string, fact: Fact): LocalizedText => ({
    en: `${table} is being made anew after a load that changed much; until then ${themselves(fact).en}.`,
    zh: `大批数据载入后，${table} 正在重建；在此期间${themselves(fact).zh.replace('因此', '')}。`,
  }),
  noRollup: ({ rows }: Fact): LocalizedText => ({
    en: `No rollup is kept over ${rows.en}; each of them was read.`,
    zh: `${rows.zh}没有汇总表，因此逐条读取。`,
  }),
  monthsOnly: (slice: Dimension, fact: Fact): LocalizedText => ({
    en: `The rollup holds “${name(slice).en}” by whole months; this question needs single days, so ${themselves(fact).en}.`,
    zh: `汇总表中“${name(slice).zh}”只到整月；此问题需要到日，${themselves(fact).zh}。`,
  }),
  slicesOverlap: (slice: Dimension, fact: Fact): LocalizedText => ({
    en: `A row may carry several values of “${name(slice).en}”, so its slices cannot be joined or left out; ${themselves(fact).en}.`,
    zh: `一行可有多个“${name(slice).zh}”，各切片不能合并或剔除，${themselves(fact).zh}。`,
  }),
  percentile: {
    en: 'An exact percentile needs every single row; no total holds it.',
    zh: '精确分位数需要每一条记录，任何合计都无法给出。',
  },
  bins: {
    en: 'Bins of the values hold the percentile of any days to within 0.4 %; where the rows are few they were read for the exact value.',
    zh: '数值分箱可给出任意时段的分位数，误差不超过 0.4%；记录较少时逐条读取，结果精确。',
  },
  binsOfSlice: (slice: Dimension): LocalizedText => ({
    en: `Bins of the values by “${name(slice).en}” hold whole months to within 0.4 %; days beside them, and all where the rows are few, were read one by one.`,
    zh: `按“${name(slice).zh}”的数值分箱含整月数据，误差不超过 0.4%；整月之外的日子逐条读取，记录较少时全部逐条读取。`,
  }),
  customersOfSlice: (slice: Dimension): LocalizedText => ({
    en: `Customers cannot be added up over “${name(slice).en}”; they were counted from the orders.`,
    zh: `顾客数不能按“${name(slice).zh}”相加，因此从订单逐一去重。`,
  }),
  chains: {
    en: 'Pairs of neighbouring order days give distinct customers exactly for any period, with far fewer rows than orders.',
    zh: '相邻下单日的配对可对任意时段精确去重顾客，行数远少于订单。',
  },
  chainDays: {
    en: 'Each day tells how many customers have their first or last order of the week, month, quarter or year on it; these add up to distinct customers.',
    zh: '每一天记有多少顾客的当周、当月、当季或当年首单或末单落在该日，相加即得去重顾客数。',
  },
  daysAndChains: {
    en: 'Where a period begins or ends with a calendar week, month, quarter or year, first or last orders in it add up to distinct customers; for any other, pairs of neighbouring order days do.',
    zh: '时段首尾与自然周、月、季、年对齐处，由其中的首单或末单相加得去重顾客数；其余时段用相邻下单日的配对。',
  },
  firstDays: {
    en: 'Customers by first order day, with how many came back within the days asked, hold the whole answer.',
    zh: '按首单日汇总的顾客及其在所问天数内的回购人数已含完整答案。',
  },
  gaps: {
    en: 'Customers by month or day of the first order and days to the next one hold the whole answer.',
    zh: '按首单月份或日期与距下一单天数汇总的顾客已含完整答案。',
  },
  cohorts: {
    en: 'Customers by first order day, with the months in which they bought or the orders they have, hold the whole answer.',
    zh: '按首单日及其后购买月份或订单数汇总的顾客已含完整答案。',
  },
  untold: (names: readonly LocalizedText[], shops: readonly string[] | 'all'): LocalizedText => {
    const en = names.map((each) => each.en).join(', ');
    const zh = names.map((each) => each.zh).join('、');
    if (shops === 'all') return { en: ` No value: the shop delivers no ${en}.`, zh: ` 无值：店铺未提供${zh}。` };
    const left = shops.join(', ');
    return {
      en: ` Left out, as they do not deliver all of ${en}: ${left}.`,
      zh: ` 未提供完整的${zh}，未计入：${shops.join('、')}。`,
    };
  },
  severalCurrencies: (codes: readonly string[]): LocalizedText => ({
    en: ` No value: amounts in ${codes.join(', ')} are never added; choose one shop or cut by SHOP.`,
    zh: ` 无值：${codes.join('、')} 的金额从不相加；请选择一个店铺或按店铺拆分。`,
  }),
} as const;
