import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import { known } from '../feeds/feeds.ts';
import { needsOf } from '../feeds/needs.ts';
import { reasons } from '../planner/reasons.ts';
import type { Shop } from './rows.ts';

const lacks = (metric: Metric, { tells }: Shop) => needsOf(metric).filter((name) => !tells.includes(name));
const tellsAll =
  (metric: Metric) =>
  (shop: Shop): boolean =>
    lacks(metric, shop).length === 0;

/** None of these shops tells what the figure stands on: it is not known, be it a share or a count. */
export const isUntold = (metric: Metric, shops: readonly Shop[]): boolean =>
  shops.length > 0 && !shops.some(tellsAll(metric));

/** What is missing, and where; null where every shop tells all of it. */
export function untoldOf(metric: Metric, shops: readonly Shop[]): LocalizedText | null {
  const silent = shops.filter((shop) => !tellsAll(metric)(shop));
  if (silent.length === 0) return null;
  const missing = needsOf(metric).filter((name) => silent.some(({ tells }) => !tells.includes(name)));
  return reasons.untold(
    missing.map((name) => known[name].name),
    silent.length === shops.length ? 'all' : silent.map(({ shop }) => shop),
  );
}
