import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { Answer } from '../../card/Answer.tsx';
import { CardStack } from '../../card/CardRow.tsx';
import { Empty, Failure, Loading } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { OrderQuery } from '../../gql/graphql.ts';
import { againstDay } from '../../promise/against-day.ts';
import { isUnderWay } from '../../promise/lateness.ts';
import { CasesCard, CompensationsCard, ReturnsCard } from './AfterSaleCards.tsx';
import { ItemsCard, PaymentsCard, ReviewsCard } from './OrderCards.tsx';
import { ParcelsCard } from './ParcelsCard.tsx';
import classes from './index.module.css';
import { orderQuery } from './queries.ts';

export type OrderDetail = NonNullable<OrderQuery['order']>;

export default function OrderPage() {
  const { id } = useParams({ strict: false });
  const { t } = useText();
  const query = useQuery({
    queryKey: ['order', id],
    queryFn: ({ signal }) => request(orderQuery, { id: id ?? '' }, signal),
  });
  if (query.isError && !query.data)
    return <Failure error={query.error} height={300} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading height={420} />;
  if (!query.data.order) return <Empty text={t('orders.gone')} height={300} />;
  return <OrderBody order={query.data.order} />;
}

function OrderBody({ order }: { order: OrderDetail }) {
  const { t } = useText();
  const lead = useVerdict(order);
  const rest = useCircumstances(order);
  return (
    <>
      <Answer lead={lead} rest={rest} eyebrow={t('orders.placed', { id: order.externalId })} />
      <p className={classes.way}>
        <Link to="/customers/$id" params={{ id: order.customer.id }} search={{ story: order.id }}>
          {order.customer.nameMasked ?? order.customer.externalId.slice(0, 8)} · {t('orders.toCustomer')}
        </Link>
      </p>
      <div className={classes.cards}>
        <CardStack>
          <ParcelsCard order={order} />
          <ItemsCard order={order} />
          <PaymentsCard order={order} />
        </CardStack>
        <CardStack>
          {order.cases.length > 0 ? <CasesCard order={order} /> : null}
          {order.returns.length > 0 ? <ReturnsCard order={order} /> : null}
          {order.compensations.length > 0 ? <CompensationsCard order={order} /> : null}
          <ReviewsCard order={order} />
        </CardStack>
      </div>
    </>
  );
}

/** What else there is to know at a glance: what failed, when, how, where and for how much. */
function useCircumstances(order: OrderDetail): string {
  const { t, pick } = useText();
  const format = useFormat();
  const place = order.region ? pick(order.region.label) : '';
  const failed = order.failures.filter(({ value }) => value !== 'late').map(({ label }) => pick(label));
  const parts = [
    failed.join(t('customer.comma')),
    format.day(order.orderedOn),
    order.serviceLevel ? pick(order.serviceLevel.label) : '',
    place,
    t('orders.sums', {
      items: format.money(order.itemsTotal),
      freight: format.money(order.freightTotal),
      paid: format.money(order.paidTotal),
    }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The order's promise as a sentence: kept, broken or still open. */
function useVerdict(order: OrderDetail): string {
  const { t } = useText();
  const format = useFormat();
  const { asOf } = useShop();
  const { delayDays, promisedOn } = order;
  if (!order.valid) return t('orders.invalid');
  if (!promisedOn) return t('orders.withoutPromise');
  if (delayDays === null || delayDays === undefined)
    return t(isUnderWay(order, asOf) ? 'orders.waiting' : 'orders.overdue', { day: format.day(promisedOn) });
  if (delayDays > 0) return t('orders.broken', { days: againstDay(delayDays, { t, format }) });
  return t('orders.kept', { days: againstDay(delayDays, { t, format }) });
}
