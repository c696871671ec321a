import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import { clockOf } from '../facts/fact.ts';
import { known } from '../feeds/feeds.ts';
import { needsOf } from '../feeds/needs.ts';
import { countsCustomers } from '../grammar.ts';

/** How the figure is had from its numerator and denominator, in words. */
export function formulaOf(metric: Metric): LocalizedText {
  const { numerator, denominator, unit, kind } = metric;
  if (kind === 'percentile') {
    const at = Math.round(metric.at * 100);
    return {
      en: `${at === 50 ? 'median' : `${at}th percentile`} of: ${numerator.en}, over: ${denominator?.en}`,
      zh: `${denominator?.zh}的${numerator.zh}：${at === 50 ? '中位数' : `第 ${at} 百分位`}`,
    };
  }
  if (!denominator) {
    const summed = kind === 'sum';
    return { en: summed ? `sum of: ${numerator.en}` : numerator.en, zh: summed ? `${numerator.zh}之和` : numerator.zh };
  }
  const times = unit.times ? ` × ${unit.times.toLocaleString('en')}` : '';
  return {
    en: `(${numerator.en}) ÷ (${denominator.en})${times}`,
    zh: `（${numerator.zh}）÷（${denominator.zh}）${times}`,
  };
}

/** Which rows count at all: their day, what must be over, whose they must be, and what the shop must tell. */
export function eligibilityOf(metric: Metric): LocalizedText[] {
  const { fact, clock } = metric;
  const { meaning, upToAsOf } = clockOf(fact, clock);
  const rules: LocalizedText[] = [
    {
      en: `Counted are ${fact.rows.en}, dated by ${meaning.en}; those without such a day are left out.`,
      zh: `统计对象为${fact.rows.zh}，按${meaning.zh}归期；没有该日期的不计入。`,
    },
  ];
  if (metric.kind === 'across') {
    const { per } = metric;
    const by = clockOf(per.fact, per.clock).meaning;
    rules.push({
      en: `Out of ${per.fact.rows.en}, dated by ${by.en}.`,
      zh: `分母为${per.fact.rows.zh}，按${by.zh}归期。`,
    });
  }
  if (upToAsOf)
    rules.push({
      en: 'Days after the shop’s last day of orders are not decided yet and stay out.',
      zh: '晚于店铺最后下单日的日期尚未定论，不计入。',
    });
  if (countsCustomers(metric))
    rules.push({ en: 'Rows without a known customer are left out.', zh: '没有可识别顾客的记录不计入。' });
  const needs = needsOf(metric).map((name) => known[name].name);
  if (needs.length > 0)
    rules.push({
      en: `Known only where the shop delivers ${needs.map(({ en }) => en).join(', ')}; elsewhere the figure is unknown, not 0.`,
      zh: `店铺须提供${needs.map(({ zh }) => zh).join('、')}；未提供则该指标未知，而不是 0。`,
    });
  return rules;
}
