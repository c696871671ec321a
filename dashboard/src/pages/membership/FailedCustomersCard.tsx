import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Uncut } from '../../metric/Uncut.tsx';
import { beyond } from '../../metric/reckon.ts';
import classes from './BestCustomersCard.module.css';
import { useFailedCustomers } from './use-membership.ts';

/** Those who paid most of the customers with a broken promise: whom to call first. */
export function FailedCustomersCard() {
  const query = useFailedCustomers();
  const { t } = useText();
  const format = useFormat();
  const columns = [
    { label: t('membership.customer') },
    { label: t('membership.missed'), right: true },
    { label: t('membership.stars'), right: true },
    { label: t('membership.last'), right: true },
    { label: t('membership.paid'), right: true },
  ];
  const rows = (query.data?.nodes ?? []).map((customer) => ({
    key: customer.id,
    cells: [
      <span key="customer" className={classes.tier} data-failed={customer.id}>
        <Link to="/customers/$id" params={{ id: customer.id }} className={classes.link}>
          {customer.nameMasked ?? customer.externalId}
        </Link>
        {customer.loyal ? <Pill tone="good">{t('customer.loyal')}</Pill> : null}
      </span>,
      t('membership.missedOf', {
        n: format.count(beyond(customer.promisesDue, customer.promisesKept)),
        due: format.count(customer.promisesDue),
      }),
      format.value(customer.averageScore, { unit: 'SCORE', decimals: 1 }),
      format.day(customer.lastOrderedOn),
      format.money(customer.paid),
    ],
  }));
  return (
    <Card
      id="failed"
      title={t('membership.failed')}
      sub={
        <>
          {t('membership.failedSub', { n: format.count(query.data?.totalCount) })} <Uncut />
        </>
      }
    >
      <Answered query={query} height={320}>
        {() => <Rows columns={columns} rows={rows} empty={t('membership.noneFailed')} />}
      </Answered>
    </Card>
  );
}
