import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import type { OrderOddity } from '../../gql/graphql.ts';
import classes from './SideCards.module.css';
import type { FeedName } from '../../run/run.ts';
import type { Health } from './use-health.ts';

/** Oddities that are lists of orders; those of products and reviews open in the API only. */
const orderOddities: Record<string, OrderOddity> = {
  ORDERS_WITHOUT_ITEMS: 'WITHOUT_ITEMS',
  ORDERS_WITHOUT_PAYMENT: 'WITHOUT_PAYMENT',
  ORDERS_WITHOUT_REVIEW: 'WITHOUT_REVIEW',
  ORDERS_WITH_SEVERAL_REVIEWS: 'SEVERAL_REVIEWS',
  DELIVERED_WITHOUT_DATE: 'DELIVERED_WITHOUT_DATE',
  DELIVERED_BEFORE_HANDED_OVER: 'DELIVERED_BEFORE_HANDED_OVER',
};

/** What the source itself got strange: kept, counted, and each a list one can open. */
export function OdditiesCard({ oddities }: { oddities: Health['oddities'] }) {
  const { t, pick } = useText();
  const format = useFormat();
  const may = useMayDrill();
  return (
    <Card title={t('health.oddities')} sub={t('health.odditiesSub')}>
      <ul className={classes.list}>
        {oddities.map((oddity) => {
          const code = orderOddities[oddity.code];
          return (
            <li key={oddity.code}>
              <span>{pick(oddity.title)}</span>
              <b>{format.count(oddity.rows)}</b>
              {code && may && oddity.rows > 0 ? (
                <Link to="/orders" search={{ oddity: code }} className={classes.way}>
                  {t('health.seeOrders')} →
                </Link>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const parents = ['order', 'customer', 'product', 'merchant', 'shipment', 'service_case', 'return'] as const;

/** Children whose parent has not come yet: they wait and are tried again with every load. */
export function PendingCard({ pending, feedName }: { pending: Health['pending']; feedName: FeedName }) {
  const { t } = useText();
  const format = useFormat();
  const parentName = (concept: string) => {
    const known = parents.find((each) => each === concept);
    return known ? t(`health.parent${known}`) : concept;
  };
  return (
    <Card title={t('health.pendingTitle')} sub={t('health.pendingSub')}>
      {pending.length === 0 ? <p className={classes.none}>{t('health.pendingNone')}</p> : null}
      <ul className={classes.list}>
        {pending.map((each) => (
          <li key={`${each.source} ${each.feed} ${each.parentConcept}`}>
            <span>{t('health.pendingOf', { feed: feedName(each.feed), parent: parentName(each.parentConcept) })}</span>
            <b>{format.count(each.rows)}</b>
            <em>{format.day(each.since.slice(0, 10))}</em>
          </li>
        ))}
      </ul>
    </Card>
  );
}
