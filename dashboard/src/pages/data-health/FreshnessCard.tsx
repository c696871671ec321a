import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { partOf, secondsOf } from '../../metric/reckon.ts';
import classes from './FreshnessCard.module.css';
import { barOf } from './freshness.ts';
import type { FreshFeed } from './use-health.ts';

/** How far each feed reaches, how much of its promised time is used, and how its last runs ended. */
export function FreshnessCard({ feeds }: { feeds: readonly FreshFeed[] }) {
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
              <th>{t('loads.published')}</th>
              <th>{t('loads.share')}</th>
              <th className={classes.wide}>{t('health.lastRuns')}</th>
              <th>{t('health.rows')}</th>
            </tr>
          </thead>
          <tbody>
            {feeds.map((feed) => (
              <FeedRow key={`${feed.source} ${feed.feed}`} feed={feed} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function FeedRow({ feed }: { feed: FreshFeed }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <tr data-testid="feed">
      <td>
        <b>{pick(feed.title)}</b>
      </td>
      <td>{feed.dataThrough ? format.momentDay(feed.dataThrough, shop.zone) : '–'}</td>
      <td>
        <Link to="/runs/$id" params={{ id: feed.lastRunId }} className={classes.way}>
          {format.dateTime(feed.lastPublishedAt, shop.zone)}
        </Link>
      </td>
      <td>
        <Promised feed={feed} />
      </td>
      <td className={classes.wide}>
        <span className={classes.runs}>
          {feed.lastRuns.map((run) => (
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

/** The bar is what is used of the promised time; the tick is all of it. */
function Promised({ feed: { state, promiseMinutes, percentUsed, dueAt } }: { feed: FreshFeed }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  if (promiseMinutes == null || percentUsed == null)
    return <span className={classes.none}>{t('loads.noPromise')}</span>;
  const promise = format.duration(secondsOf(promiseMinutes));
  const share = format.share(partOf(percentUsed, 100), 0);
  const words = { ON_TIME: t('loads.onTime'), WARNING: t('loads.dueSoon'), BREACH: t('loads.late'), NO_PROMISE: '' };
  return (
    <span className={classes.age} data-state={state} title={t('loads.ofPromise', { share, promise })}>
      <span className={classes.track}>
        <i style={{ width: `${barOf(percentUsed)}%` }} />
        <em />
      </span>
      {share} · {words[state]}
      {dueAt ? <small>{t('loads.due', { at: format.dateTime(dueAt, shop.zone) })}</small> : null}
    </span>
  );
}
