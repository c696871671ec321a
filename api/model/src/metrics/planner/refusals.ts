import { dimensionNames, dimensions, type Dimension, type LocalizedText } from '../../vocabulary/index.ts';
import { grains, type Grain, type Period } from '../answer/types.ts';
import { declarations, type Metric } from '../catalogue.ts';
import { dimensionsOf } from '../tallies.ts';
import { bucketsOf, inCalendar } from './calendar.ts';
import { nearNames } from './near-names.ts';

/** What cannot be answered is told with what can: every refusal names the question to ask instead. */

const listed = (names: readonly string[]): LocalizedText => ({ en: names.join(', '), zh: names.join('、') });
/** What a reader wrote, no longer than a name may be. */
const quoted = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export function unknownMetric(id: string): LocalizedText {
  const near = listed(
    nearNames(
      id,
      declarations.map(({ id: name, title }) => ({ name, called: [title.en, title.zh] })),
    ),
  );
  const meant =
    near.en === '' ? { en: '', zh: '' } : { en: ` Did you mean ${near.en}?`, zh: `您是否要找 ${near.zh}？` };
  return {
    en: `There is no metric “${quoted(id)}”.${meant.en} metricCatalog lists all of them.`,
    zh: `没有指标“${quoted(id)}”。${meant.zh}全部指标见 metricCatalog。`,
  };
}

export function unknownDimension(name: string): LocalizedText {
  const near = listed(
    nearNames(
      name,
      dimensionNames.map((each) => ({ name: each, called: [dimensions[each].title.en, dimensions[each].title.zh] })),
    ),
  );
  const all = listed(dimensionNames);
  const meant =
    near.en === '' ? { en: '', zh: '' } : { en: ` Did you mean ${near.en}?`, zh: `您是否要找 ${near.zh}？` };
  return {
    en: `There is no dimension “${quoted(name)}”.${meant.en} Known: ${all.en}.`,
    zh: `没有维度“${quoted(name)}”。${meant.zh}可用：${all.zh}。`,
  };
}

export function unknownGrain(grain: string): LocalizedText {
  const all = listed(grains);
  return {
    en: `There is no grain “${quoted(grain)}”. Known: ${all.en}.`,
    zh: `没有粒度“${quoted(grain)}”。可用：${all.zh}。`,
  };
}

/** `versions`: those that there are, the one in force last. */
export function unknownVersion(
  id: string,
  wanted: number,
  versions: readonly { version: number; since: string }[],
): LocalizedText {
  const [first] = versions;
  const inForce = versions.at(-1);
  const told = listed(versions.map(({ version, since }) => `${version} (${since})`));
  const before = first && wanted < first.version;
  return {
    en: `${id} has no version ${wanted}${before ? `: it began with version ${first.version} on ${first.since}` : ''}. There ${versions.length === 1 ? 'is version' : 'are versions'} ${told.en}; leave version out for ${inForce?.version}, the one in force.`,
    zh: `${id} 没有第 ${wanted} 版${before ? `：该指标自 ${first.since} 起从第 ${first.version} 版开始` : ''}。现有版本：${told.zh}；不写 version 即为现行的第 ${inForce?.version} 版。`,
  };
}

export const badDay = (day: string): LocalizedText =>
  inCalendar(day)
    ? {
        en: `${day} lies outside the years that are looked at. Ask for days from 1900-01-01 to 2199-12-31.`,
        zh: `${day} 超出可查询的年份，请使用 1900-01-01 至 2199-12-31 之间的日期。`,
      }
    : {
        en: `There is no day “${quoted(day)}”. Write it as YYYY-MM-DD.`,
        zh: `没有“${quoted(day)}”这一天，请写成 YYYY-MM-DD。`,
      };

export const fromAfterTo = ({ from, to }: Period): LocalizedText => ({
  en: `The period starts on ${from}, after its end on ${to}. Swap the two days: {from: "${to}", to: "${from}"}.`,
  zh: `统计期的开始 ${from} 晚于结束 ${to}，请对调：{from: "${to}", to: "${from}"}。`,
});

/** The finest grain that the period can be told in, finer ones having too many points. */
export function tooManyPoints(period: Period, grain: Grain, most: number): LocalizedText {
  const finest = (['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const).find((each) => bucketsOf(period, each, most));
  const points = finest && bucketsOf(period, finest, most)?.length;
  const instead = finest
    ? {
        en: `Ask by ${finest} (${points} points), or for a shorter period.`,
        zh: `请改用 ${finest}（${points} 个点），或缩短时段。`,
      }
    : { en: 'Ask for a shorter period.', zh: '请缩短时段。' };
  return {
    en: `${period.from} to ${period.to} by ${grain} is more than ${most} points a series. ${instead.en}`,
    zh: `${period.from} 至 ${period.to} 按 ${grain} 会超过每条序列 ${most} 个点。${instead.zh}`,
  };
}

export function tooManyDimensions(by: readonly string[]): LocalizedText {
  const [kept, others] = [listed(by.slice(0, 2)), by.slice(2)];
  const where = others.map((name) => `{dimension: ${name}, in: ["…"]}`).join(', ');
  return {
    en: `A metric is cut by at most two dimensions, not ${by.length}. Ask by ${kept.en}, once for each value of ${listed(others).en}: where: [${where}].`,
    zh: `指标最多按两个维度拆分，不能是 ${by.length} 个。请按 ${kept.zh} 拆分，并用 where 逐一限定 ${listed(others).zh}：where: [${where}]。`,
  };
}

/** A figure is cut only by what its rows carry. Metrics of the same area that carry the wanted dimension come first. */
export function foreignDimension(metric: Metric, wanted: Dimension): LocalizedText {
  const can = listed(dimensionsOf(metric));
  const others = declarations.filter((each) => dimensionsOf(each).includes(wanted));
  const nearest = [...others]
    .sort((a, b) => Number(b.area === metric.area) - Number(a.area === metric.area))
    .slice(0, 3);
  const instead = listed(nearest.map(({ id }) => id));
  return {
    en: `${metric.id} cannot be cut or filtered by ${wanted}: its rows carry ${can.en}. By ${wanted} you can ask for ${instead.en}.`,
    zh: `${metric.id} 不能按 ${wanted} 拆分或筛选；可用维度：${can.zh}。按 ${wanted} 可查询 ${instead.zh} 等指标。`,
  };
}
