import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './FreshnessCard.module.css';
import { ageOf } from '../../run/run-flow.ts';
import type { Health } from './use-health.ts';

type Feed = Health['feeds'][number];

/** How far each feed reaches, how old it is against its promise, and how its last runs ended. */
export function FreshnessCard({ feeds, now }: { feeds: readonly Feed[]; now: number }) {
  const { t } = useText();
  return (
    <Card
      title={t('health.freshness')}
      sub={t('health.freshnessSub')}
      actions={
        <span className={classes.key}>
          {(['whole', 'waiting', 'refused'] as const).map((state) => (
            <span key={state}>
              <i data-state={state} />
              {t(`health.${state}`)}
            </span>
          ))}
        </span>
      }
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('health.feed')}</th>
              <th>{t('health.through')}</th>
              <th>{t('health.age')}</th>
              <th className={classes.wide}>{t('health.lastRuns')}</th>
              <th>{t('health.rows')}</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <FeedRow key={`${feed.source} ${feed.feed}`} feed={feed} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function FeedRow({ feed, now }: { feed: Feed; now: number }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const age = ageOf(feed.lastPublishedAt, feed.freshnessPromiseMinutes, now);
  const text = format.duration(age.minutes * 60);
  return (
    <tr>
      <td>
        <b>{pick(feed.title)}</b>
      </td>
      <td>{feed.dataThrough ? format.momentDay(feed.dataThrough, shop.zone) : '–'}</td>
      <td>
        <span
          className={classes.age}
          data-late={age.late || undefined}
          title={
            feed.freshnessPromiseMinutes
              ? t('health.promised', { age: format.duration(feed.freshnessPromiseMinutes * 60) })
              : t('health.noPromise')
          }
        >
          {age.share === null ? (
            <span className={classes.track} data-none />
          ) : (
            <span className={classes.track}>
              <i style={{ width: `${Math.max(4, age.share * 100)}%` }} />
              <em />
            </span>
          )}
          {text}
        </span>
      </td>
      <td className={classes.wide}>
        <span className={classes.runs}>
          {feed.lastRuns.slice(-14).map((run) => (
            <i
              key={run.runId}
              data-state={run.state === 'FAILED' ? 'refused' : run.quarantined > 0 ? 'waiting' : 'whole'}
              title={`${format.dateTime(run.at, shop.zone)} · ${t(`health.state${run.state}`)}`}
            />
          ))}
        </span>
      </td>
      <td>{format.count(feed.rows)}</td>
    </tr>
  );
}
