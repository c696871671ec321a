import type { TFunction } from 'i18next';

import type { Formatter } from '../../format/index.ts';
import { ageOf, wholeRun } from '../../run/run-flow.ts';
import type { Run } from '../../run/run.ts';
import type { Health } from './use-health.ts';

interface HealthFacts {
  health: Health;
  last: Run | undefined;
  asOf: string;
  now: number;
}

interface Words {
  t: TFunction;
  format: Formatter;
  pick(words: { en: string; zh: string }): string;
}

/** Verdict on the data: which feeds are late or whether the last run failed; then what waits, and the one cause most rows share. */
export function healthAnswer(
  { health, last, asOf, now }: HealthFacts,
  { t, format, pick }: Words,
): { lead: string; rest: string } {
  const { feeds } = health;
  const late = feeds.filter((feed) => ageOf(feed.lastPublishedAt, feed.freshnessPromiseMinutes, now).late);
  const lead =
    last?.state === 'FAILED'
      ? t('health.leadFailed', { day: format.day(asOf) })
      : last && !wholeRun(last)
        ? t('health.leadUnbalanced')
        : late.length > 0
          ? t('health.leadLate', {
              n: format.count(feeds.length - late.length),
              all: format.count(feeds.length),
              names: late.map((feed) => pick(feed.title)).join(t('customer.comma')),
            })
          : t('health.leadWhole', { all: format.count(feeds.length), day: format.day(asOf) });
  const top = health.quarantine.toSorted((a, b) => b.rows - a.rows)[0];
  const rows = feeds.reduce((sum, feed) => sum + feed.rows, 0);
  const waits =
    health.waiting === 0
      ? t('health.restNone')
      : t('health.restWaiting', { n: format.count(health.waiting), rows: format.count(rows) });
  const cause =
    top && health.waiting > top.rows
      ? t('health.restCause', { n: format.count(top.rows), cause: pick(top.reason.title) })
      : top
        ? t('health.restOneCause', { cause: pick(top.reason.title) })
        : '';
  return { lead, rest: `${waits}${cause}` };
}
