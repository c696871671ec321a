import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { Answer } from '../../card/Answer.tsx';
import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Empty, Failure, Loading } from '../../card/States.tsx';
import { Lanes, lanesTable, type LanesProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Against } from '../../promise/Against.tsx';
import { customerAnswer } from './answer.ts';
import classes from './index.module.css';
import { customerLanes, type Customer360 } from './lanes.ts';
import { Profile } from './Profile.tsx';
import { customerQuery } from './queries.ts';
import { Story } from './Story.tsx';

export default function CustomerPage() {
  const { id } = useParams({ strict: false });
  const { t } = useText();
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => request(customerQuery, { id: id ?? '' }, signal),
  });
  if (query.isError && !query.data)
    return <Failure error={query.error} height={300} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading height={520} />;
  if (!query.data.customer) return <Empty text={t('customer.gone')} height={300} />;
  return <CustomerBody customer={query.data.customer} />;
}

function CustomerBody({ customer }: { customer: Customer360 }) {
  const { t } = useText();
  const format = useFormat();
  const { lead, rest } = customerAnswer(customer, t, format);
  const events = customer.journey.nodes.toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <>
      <Answer lead={lead} rest={rest} />
      <Profile customer={customer} />
      <div className={classes.lanes}>
        <LanesCard customer={customer} />
      </div>
      <div className={classes.cols}>
        <Story events={events} total={customer.journey.totalCount} />
        <div className={classes.stack}>
          <OrdersCard customer={customer} />
          <PrivacyCard customer={customer} />
        </div>
      </div>
    </>
  );
}

function LanesCard({ customer }: { customer: Customer360 }) {
  const { t, lang } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const events = customer.journey.nodes;
  const phone = useMediaQuery('(max-width: 720px)');
  const due = events.filter((event) => event.kind === 'PROMISE_DUE');
  const props: LanesProps = {
    title: t('customer.lanes'),
    zone: shop.zone,
    lanes: customerLanes(events, lang, {
      orders: t('customer.laneOrders'),
      payments: t('customer.lanePayments'),
      parcels: t('customer.laneParcels'),
      reviews: t('customer.laneReviews'),
    }),
    promises:
      due.length <= 3 && !phone
        ? due.map((event) => ({
            at: Date.parse(event.at),
            label: t('customer.promise', { day: format.dayShort(event.on) }),
          }))
        : [],
    heads: { lane: t('customer.lane'), at: t('customer.when'), event: t('customer.event') },
  };
  const [first, last] = [customer.firstOrderedOn, customer.lastOrderedOn];
  return (
    <Card
      title={t('customer.lanes')}
      sub={`${first && last ? `${format.dayRange(first, last)} · ` : ''}${t('customer.lanesSub')}`}
      table={lanesTable(props, format)}
      file="journey"
    >
      <Lanes {...props} />
    </Card>
  );
}

function OrdersCard({ customer }: { customer: Customer360 }) {
  const { t } = useText();
  const format = useFormat();
  const columns = [
    { label: t('orders.ordered') },
    { label: t('orders.against') },
    { label: t('orders.paid'), right: true },
  ];
  const rows = customer.orders.nodes.map((order) => ({
    key: order.id,
    cells: [
      <Link key="order" to="/orders/$id" params={{ id: order.id }} className={classes.link}>
        {format.day(order.orderedOn)}
      </Link>,
      <Against key="against" order={order} />,
      format.money(order.paidTotal),
    ],
  }));
  return (
    <Card
      title={t('customer.ordersTitle', { n: format.count(customer.orders.totalCount) })}
      sub={t('customer.ordersSub')}
    >
      <Rows columns={columns} rows={rows} />
    </Card>
  );
}

function PrivacyCard({ customer }: { customer: Customer360 }) {
  const { t } = useText();
  const facts = [
    [t('customer.name'), customer.nameMasked ?? t('customer.notHeld')],
    [t('customer.phone'), customer.phoneMasked ?? t('customer.notHeld')],
    [t('customer.identified'), customer.identified ? t('customer.yes') : t('customer.no')],
  ];
  return (
    <Card title={t('customer.privacy')} note={t('customer.privacyNote')}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
