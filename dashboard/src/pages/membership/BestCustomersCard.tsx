import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Uncut } from '../../metric/Uncut.tsx';
import classes from './BestCustomersCard.module.css';
import { useBestCustomers } from './use-membership.ts';

/** Those who paid most, of three orders and more, each with a story to open. */
export function BestCustomersCard() {
  const query = useBestCustomers();
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: t('membership.customer') },
    { label: t('membership.tier') },
    { label: t('membership.orders'), right: true },
    { label: t('membership.kept'), right: true },
    { label: t('membership.last'), right: true },
    { label: t('membership.paid'), right: true },
  ];
  const rows = (query.data?.nodes ?? []).map((customer) => ({
    key: customer.id,
    cells: [
      <Link key="customer" to="/customers/$id" params={{ id: customer.id }} className={classes.link}>
        {customer.nameMasked ?? customer.externalId}
      </Link>,
      <span key="tier" className={classes.tier}>
        {customer.tier ? pick(customer.tier.label) : '–'}
        {customer.loyal ? <Pill tone="good">{t('customer.loyal')}</Pill> : null}
      </span>,
      format.count(customer.ordersCount),
      `${format.count(customer.promisesKept)} / ${format.count(customer.promisesDue)}`,
      format.day(customer.lastOrderedOn),
      format.money(customer.paid),
    ],
  }));
  return (
    <Card
      title={t('membership.best')}
      sub={
        <>
          {t('membership.bestSub', { n: format.count(query.data?.totalCount) })} <Uncut />
        </>
      }
    >
      <Answered query={query} height={320}>
        {() => <Rows columns={columns} rows={rows} empty={t('membership.noBest')} />}
      </Answered>
    </Card>
  );
}
