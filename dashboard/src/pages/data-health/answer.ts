import type { Formatter } from '../../format/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { wholeRun } from '../../run/run-flow.ts';
import type { Run } from '../../run/run.ts';
import type { Health } from './use-health.ts';

interface HealthFacts {
  health: Health;
  last: Run | undefined;
  asOf: string;
  /** Published figures that a later load moved, and when the last of them did. */
  moved: { figures: number; last: string };
}

interface Words {
  t: Translate;
  format: Formatter;
  pick(words: { en: string; zh: string }): string;
}

/** Verdict on the data: which feeds are late or whether the last run failed; then what waits, the cause most rows share, and what moved. */
export function healthAnswer(
  { health, last, asOf, moved }: HealthFacts,
  { t, format, pick }: Words,
): { lead: string; rest: string } {
  const { feeds } = health;
  const late = feeds.filter((feed) => feed.state === 'BREACH');
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
  const changed =
    moved.figures === 0
      ? ''
      : moved.figures === 1
        ? t('loads.restMovedOne', { day: moved.last })
        : t('loads.restMoved', { n: format.count(moved.figures), day: moved.last });
  return { lead, rest: `${waits}${cause}${changed}` };
}
