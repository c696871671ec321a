import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import type { OrderDetail } from './index.tsx';

export const starTone = (score: number) => (score >= 4 ? 'good' : score <= 2 ? 'bad' : 'flat');

const short = (id: string): string => (id.length > 14 ? `${id.slice(0, 8)}…` : id);

export function ItemsCard({ order }: { order: OrderDetail }) {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: '#' },
    { label: t('orders.product') },
    { label: t('orders.category') },
    { label: t('orders.merchant') },
    { label: t('orders.quantity'), right: true },
    { label: t('orders.price'), right: true },
    { label: t('orders.freight'), right: true },
  ];
  const rows = order.items.map((item) => ({
    key: item.id,
    cells: [
      item.itemNo,
      item.product ? (item.product.title ?? short(item.product.externalId)) : '–',
      item.product?.category ? pick(item.product.category.label) : '–',
      item.merchant
        ? [item.merchant.title ?? short(item.merchant.externalId), item.merchant.city].filter(Boolean).join(', ')
        : '–',
      format.count(item.quantity),
      format.money(item.price),
      format.money(item.freight),
    ],
  }));
  return (
    <Card title={t('orders.items')}>
      <Rows columns={columns} rows={rows} empty={t('orders.noItems')} />
    </Card>
  );
}

export function PaymentsCard({ order }: { order: OrderDetail }) {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    { label: '#' },
    { label: t('orders.method') },
    { label: t('orders.installments'), right: true },
    { label: t('orders.amount'), right: true },
  ];
  const rows = order.payments.map((payment) => ({
    key: payment.id,
    cells: [payment.paymentNo, pick(payment.method.label), payment.installments ?? '–', format.money(payment.amount)],
  }));
  return (
    <Card title={t('orders.payments')}>
      <Rows columns={columns} rows={rows} empty={t('orders.noPayments')} />
    </Card>
  );
}

export function ParcelsCard({ order }: { order: OrderDetail }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const moment = (at: string | null | undefined) => (at ? format.dateTime(at, shop.zone) : '–');
  const columns = [{ label: t('orders.carrier') }, { label: t('orders.handedOver') }, { label: t('orders.delivered') }];
  const rows = order.shipments.map((parcel) => ({
    key: parcel.id,
    cells: [parcel.carrierCode ?? '–', moment(parcel.handedOverAt), moment(parcel.deliveredAt)],
  }));
  return (
    <Card
      title={t('orders.parcels')}
      sub={order.promisedOn ? `${t('orders.promised')}: ${format.day(order.promisedOn)}` : undefined}
    >
      <Rows columns={columns} rows={rows} empty={t('orders.noParcels')} />
    </Card>
  );
}

export function ReviewsCard({ order }: { order: OrderDetail }) {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <Card title={t('orders.reviews')}>
      {order.reviews.length === 0 ? <Rows columns={[]} rows={[]} empty={t('orders.noReviews')} /> : null}
      {order.reviews.map((review) => (
        <article key={review.id} className={classes.review}>
          <h3>
            <Pill tone={starTone(review.score)}>{review.score} ★</Pill>
            {review.title}
            <small>{review.answeredAt ? format.dateTime(review.answeredAt, shop.zone) : ''}</small>
          </h3>
          {review.message ? <blockquote>{review.message}</blockquote> : null}
        </article>
      ))}
    </Card>
  );
}
