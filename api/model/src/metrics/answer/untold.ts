import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import { known } from '../feeds/feeds.ts';
import { needsOf } from '../feeds/needs.ts';
import { reasons } from '../planner/reasons.ts';
import type { Question } from '../planner/request.ts';
import type { Shop } from './rows.ts';

const lacks = (metric: Metric, { tells }: Shop) => needsOf(metric).filter((name) => !tells.includes(name));
const tellsAll =
  (metric: Metric) =>
  (shop: Shop): boolean =>
    lacks(metric, shop).length === 0;

/** The shops that are asked for by name, where there is none of them. */
const nobodyOf = ({ filters }: Question, shops: readonly Shop[]): string[] =>
  shops.length > 0
    ? []
    : filters.flatMap(({ dimension, codes, excludes }) => (dimension === 'SHOP' && !excludes ? codes : []));

/** Not “nothing was sold”: of such a shop nothing is known. */
const noSuchShop = (codes: readonly string[]): LocalizedText => ({
  en: ` No value: there is no shop ${codes.join(', ')}; dimensionValues lists those there are.`,
  zh: ` 无值：没有店铺 ${codes.join('、')}；现有店铺见 dimensionValues。`,
});

/** None of these shops tells what the figure stands on: it is not known, be it a share or a count. */
export const isUntold = (metric: Metric, question: Question, shops: readonly Shop[]): boolean =>
  nobodyOf(question, shops).length > 0 || (shops.length > 0 && !shops.some(tellsAll(metric)));

/** What is missing, and where; null where every shop tells all of it. */
export function untoldOf(metric: Metric, question: Question, shops: readonly Shop[]): LocalizedText | null {
  const unknown = nobodyOf(question, shops);
  if (unknown.length > 0) return noSuchShop(unknown);
  const silent = shops.filter((shop) => !tellsAll(metric)(shop));
  if (silent.length === 0) return null;
  const missing = needsOf(metric).filter((name) => silent.some(({ tells }) => !tells.includes(name)));
  return reasons.untold(
    missing.map((name) => known[name].name),
    silent.length === shops.length ? 'all' : silent.map(({ shop }) => shop),
  );
}
