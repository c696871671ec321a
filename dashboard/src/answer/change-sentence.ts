import { formatter, type Formatter } from '../format/index.ts';
import type { Change, Contribution } from '../metric/change.ts';
import type { Lang } from '../metric/types.ts';

export interface ChangeSentence {
  title: string;
  text: string;
  evidence: string;
}

/** From this part of a change on, one slice is called its reason; below, it is spread. */
const MOST_OF_IT = 0.25;

const relative = (change: Change): boolean => change.metric.unit === 'COUNT' || change.metric.unit === 'MONEY';

const fromTo = (change: Change, format: Formatter): string => {
  const before = change.comparison.value;
  const now = format.value(change.value, change.metric);
  const bare = ['PERCENT', 'DAYS', 'PER_10K'].includes(change.metric.unit);
  return `${bare ? format.bare(before, change.metric) : format.value(before, change.metric)} → ${now}`;
};

/** What moved, from what to what, which slice gave how much of it, and how far the figures carry. */
export function changeSentence(change: Change, lang: Lang): ChangeSentence {
  const format = formatter(lang);
  const title = format.say(change.metric.title);
  const colon = lang === 'zh' ? '：' : ': ';
  if (change.noise) {
    const unsure = change.mature ? { en: 'Cannot tell', zh: '无法判断' } : { en: 'Cannot tell yet', zh: '暂无法判断' };
    const text = change.mature ? noiseText(change, format) : youngText(change, format);
    return { title: `${format.say(unsure)}${colon}${title}`, text, evidence: samples(change, format) };
  }
  return {
    title: `${title}${colon}${fromTo(change, format)}`,
    text: reasonText(change, format),
    evidence: evidenceOf(change, format),
  };
}

function noiseText(change: Change, format: Formatter): string {
  const moved = fromTo(change, format);
  const interval = change.comparison.changeInterval;
  if (!interval) return format.say({ en: `${moved}. Within noise.`, zh: `${moved}。在噪声之内。` });
  const [low, high] = [format.change(interval.low, change.metric), format.change(interval.high, change.metric)];
  return format.say({
    en: `${moved}. Within noise: anything from ${low} to ${high} fits the data.`,
    zh: `${moved}。在噪声之内：从 ${low} 到 ${high} 都与数据相符。`,
  });
}

/** Outcomes still to come can turn it either way: its interval speaks only for those that are in. */
const youngText = (change: Change, format: Formatter): string =>
  format.say({
    en: `${fromTo(change, format)}. Still maturing: outcomes of this period are not all in.`,
    zh: `${fromTo(change, format)}。尚未成熟：本期的结果还没有到齐。`,
  });

const total = (change: Change): number => change.comparison.change ?? 0;

const sameWay = (change: Change, contribution: Contribution): boolean =>
  Math.sign(contribution.part) === Math.sign(total(change));

function reasonText(change: Change, format: Formatter): string {
  const [first] = change.contributions;
  if (!first) return certainty(change, format);
  if (relative(change)) return partsText(change, format);
  const leader = change.contributions.find((contribution) => sameWay(change, contribution)) ?? first;
  const share = total(change) === 0 ? 0 : leader.part / total(change);
  return share >= MOST_OF_IT ? leaderText(change, leader, format) : spreadText(change, leader, format);
}

/** "Rio de Janeiro alone gives 2.4 of the 7.4 points: 72.5 → 93.9%." */
function leaderText(change: Change, leader: Contribution, format: Formatter): string {
  const name = format.say(leader.key.label);
  const part = format.bare(Math.abs(leader.part), change.metric);
  const whole = format.change(total(change), change.metric, { long: true, bare: true });
  const moved =
    leader.before === null || leader.now === null
      ? ''
      : `${format.bare(leader.before, change.metric)} → ${format.value(leader.now, change.metric)}`;
  return format.say({
    en: `${name} alone gives ${part} of the ${whole}${moved ? `: ${moved}` : ''}.`,
    zh: `${whole}中，${name}一地占 ${part}${moved ? `：${moved}` : ''}。`,
  });
}

function spreadText(change: Change, leader: Contribution, format: Formatter): string {
  const name = format.say(leader.key.label);
  const part = format.bare(Math.abs(leader.part), change.metric);
  const whole = format.change(total(change), change.metric, { long: true, bare: true });
  return format.say({
    en: `Spread over many regions; the largest part, ${name}, is ${part} of the ${whole}.`,
    zh: `各地普遍变化；占比最大的${name}也只有 ${part}，合计 ${whole}。`,
  });
}

/** "São Paulo −425, Rio de Janeiro −405; Minas Gerais +348." Those that went the same way first. */
function partsText(change: Change, format: Formatter): string {
  const told = (contribution: Contribution): string =>
    `${format.say(contribution.key.label)} ${format.change(contribution.part, change.metric)}`;
  const same = change.contributions
    .filter((contribution) => sameWay(change, contribution))
    .slice(0, 3)
    .map(told);
  const other = change.contributions
    .filter((contribution) => !sameWay(change, contribution) && contribution.part !== 0)
    .slice(0, 1)
    .map(told);
  const comma = format.lang === 'zh' ? '，' : ', ';
  const semicolon = format.lang === 'zh' ? '；' : '; ';
  return [same.join(comma), other.join(comma)].filter(Boolean).join(semicolon) + (format.lang === 'zh' ? '。' : '.');
}

function certainty(change: Change, format: Formatter): string {
  const interval = change.comparison.changeInterval;
  if (!interval) return format.say({ en: 'Beyond noise.', zh: '超出噪声。' });
  const [low, high] = [format.change(interval.low, change.metric), format.change(interval.high, change.metric)];
  return format.say({ en: `Beyond noise: between ${low} and ${high}.`, zh: `超出噪声：在 ${low} 与 ${high} 之间。` });
}

const samples = (change: Change, format: Formatter): string =>
  format.say({
    en: `n ${format.count(change.sample)} against ${format.count(change.comparison.sample)}`,
    zh: `样本 ${format.count(change.sample)}，对比 ${format.count(change.comparison.sample)}`,
  });

function evidenceOf(change: Change, format: Formatter): string {
  const [first] = change.contributions;
  if (!first || relative(change)) return samples(change, format);
  const leader = change.contributions.find((contribution) => sameWay(change, contribution)) ?? first;
  const name = format.say(leader.key.label);
  return format.say({
    en: `${name} n ${format.count(leader.sample)} · ${samples(change, format)}`,
    zh: `${name} 样本 ${format.count(leader.sample)} · ${samples(change, format)}`,
  });
}
