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
  const { shop } = useShop();
  const format = useFormat();
  const columns = [
    { label: '#' },
    { label: t('orders.method') },
    { label: t('orders.attempted') },
    { label: t('orders.outcome') },
    { label: t('orders.installments'), right: true },
    { label: t('orders.amount'), right: true },
  ];
  const rows = order.payments.map((payment) => {
    const at = payment.attemptedAt ?? payment.paidAt;
    return {
      key: payment.id,
      cells: [
        payment.paymentNo,
        pick(payment.method.label),
        at ? format.dateTime(at, shop.zone) : '–',
        <Pill key="outcome" tone={payment.outcome.code === 'failed' ? 'bad' : 'flat'}>
          {pick(payment.outcome.label)}
        </Pill>,
        format.count(payment.installments),
        format.money(payment.amount),
      ],
    };
  });
  return (
    <Card title={t('orders.payments')}>
      <Rows columns={columns} rows={rows} empty={t('orders.noPayments')} />
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
          {review.message ? <blockquote>{review.message}</blockquote> : <p>{t('voice.wordless')}</p>}
          {review.firstScore && review.firstScore !== review.score ? (
            <p>{t('orders.changedFrom', { n: format.count(review.firstScore) })}</p>
          ) : null}
          {review.reply ? (
            <blockquote data-reply>
              <small>{t('orders.replied')}</small> {review.reply}
            </blockquote>
          ) : null}
        </article>
      ))}
    </Card>
  );
}
