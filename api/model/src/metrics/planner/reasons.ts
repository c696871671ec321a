import { dimensions, type Dimension, type LocalizedText } from '../../vocabulary/index.ts';
import type { Fact } from '../facts.ts';

const name = (dimension: Dimension): LocalizedText => dimensions[dimension].title;

/** Why a question is served by what serves it, for the reader of `explain`. */
export const reasons = {
  total: {
    en: 'Daily totals of the shop hold every measure of this metric; nothing smaller does.',
    zh: '店铺每日合计已含本指标的全部度量，没有更小的数据可用。',
  },
  slice: (slice: Dimension): LocalizedText => ({
    en: `Daily totals by “${name(slice).en}” hold the whole answer.`,
    zh: `按“${name(slice).zh}”的汇总已含完整答案。`,
  }),
  twoDimensions: (first: Dimension, second: Dimension): LocalizedText => ({
    en: `Rollups hold one dimension at a time; this question combines “${name(first).en}” with “${name(second).en}”, so the orders themselves were read.`,
    zh: `汇总表一次只含一个维度；此问题同时用到“${name(first).zh}”与“${name(second).zh}”，因此直接读取订单。`,
  }),
  notCarried: (table: string, slice: Dimension): LocalizedText => ({
    en: `${table} does not hold “${name(slice).en}” (its rows would be as many as the orders), so the orders themselves were read.`,
    zh: `${table} 不含“${name(slice).zh}”（行数会与订单一样多），因此直接读取订单。`,
  }),
  notRolledUp: (table: string, slice: Dimension): LocalizedText => ({
    en: `${table} is not kept by “${name(slice).en}”, so the orders themselves were read.`,
    zh: `${table} 未按“${name(slice).zh}”汇总，因此直接读取订单。`,
  }),
  measureNotHeld: {
    en: 'No rollup holds the measures of this metric, so the orders themselves were read.',
    zh: '没有汇总表含有本指标的度量，因此直接读取订单。',
  },
  noRollup: ({ rows }: Fact): LocalizedText => ({
    en: `No rollup is kept over ${rows.en}; each of them was read.`,
    zh: `${rows.zh}没有汇总表，因此逐条读取。`,
  }),
  monthsOnly: (slice: Dimension): LocalizedText => ({
    en: `The rollup holds “${name(slice).en}” by whole months; this question needs single days, so the orders themselves were read.`,
    zh: `汇总表中“${name(slice).zh}”只到整月；此问题需要到日，因此直接读取订单。`,
  }),
  slicesOverlap: (slice: Dimension): LocalizedText => ({
    en: `An order may carry several values of “${name(slice).en}”, so its slices cannot be joined or left out; the orders themselves were read.`,
    zh: `一个订单可有多个“${name(slice).zh}”，各切片不能合并或剔除，因此直接读取订单。`,
  }),
  percentile: {
    en: 'An exact percentile needs every single order; no total holds it.',
    zh: '精确分位数需要每一笔订单，任何合计都无法给出。',
  },
  customersOfSlice: (slice: Dimension): LocalizedText => ({
    en: `Customers cannot be added up over “${name(slice).en}”; they were counted from the orders.`,
    zh: `顾客数不能按“${name(slice).zh}”相加，因此从订单逐一去重。`,
  }),
  chains: {
    en: 'Pairs of neighbouring order days give distinct customers exactly for any period, with far fewer rows than orders.',
    zh: '相邻下单日的配对可对任意时段精确去重顾客，行数远少于订单。',
  },
  gaps: {
    en: 'Customers by first order day and days to the next one hold the whole answer.',
    zh: '按首单日与距下一单天数汇总的顾客已含完整答案。',
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
