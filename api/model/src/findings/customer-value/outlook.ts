import { aliveProbability, expectedNext, expectedWorth } from '../../statistics/index.ts';
import type { History, Outlook, ValueModel } from './types.ts';

/** What the models expect of one customer from today on. */
export function outlookOf({ buying, spending }: ValueModel, history: History): Outlook {
  const orders365 = expectedNext(buying, history, 365);
  const worth = spending && expectedWorth(spending, { purchases: history.repeats, mean: history.meanMinor });
  return {
    alive: aliveProbability(buying, history),
    orders90: expectedNext(buying, history, 90),
    orders365,
    value365Minor: worth === null ? null : orders365 * worth,
  };
}
